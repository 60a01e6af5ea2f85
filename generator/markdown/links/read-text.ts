import { findWikiLinks } from "../prose/wiki-links.ts";
import type { Collecting } from "./page-links.ts";

/** A run of text of a page, as it is written there. */
export interface Run {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const note = /(?<!\\)\[\^([^\s\]^[]{1,200})\](?!:)/g;
// Nothing that could be an index of a list stands before it: `a[0][1]`.
const reference =
  /(?<![\\\p{L}\p{N}_)\]])\[[^[\]\n]*\]\[([^[\]\n]{0,200})\]|^\]\[([^[\]\n]{1,200})\]/gu;

/** Whether a page can have what `takeText` looks for at all. */
export const mayHoldReferences = (source: string): boolean => /\[[[^]|\]\[/.test(source);

/** Takes what a parser left as text and somebody meant as a link. */
export function takeText(page: Collecting, run: Run): void {
  if (!run.text.includes("[")) return;
  for (const link of findWikiLinks(run.text)) {
    page.links.push({ url: link.name, kind: "wiki", ...placeIn(run, link.start) });
  }
  for (const match of run.text.matchAll(note)) {
    page.undefinedNotes.push({ label: match[1] ?? "", ...placeIn(run, match.index) });
  }
  for (const match of run.text.matchAll(reference)) {
    const [whole, written = "", after] = match;
    const label = after ?? (written === "" ? whole.slice(1, whole.indexOf("]")) : written);
    if (isLabel(label)) page.undefinedReferences.push({ label, ...placeIn(run, match.index) });
  }
}

/** Numbers are indexes, signs are boxes of a list. */
const isLabel = (label: string): boolean => /\p{L}{2}/u.test(label) && !label.startsWith("^");

function placeIn({ text, line, column }: Run, offset: number) {
  const before = text.slice(0, offset);
  const last = before.lastIndexOf("\n");
  if (last < 0) return { line, column: column + offset };
  return { line: line + before.split("\n").length - 1, column: offset - last };
}
