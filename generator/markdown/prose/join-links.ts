import type { Nodes } from "mdast";
import type { Prose } from "#model/pages/prose.ts";
import { mayLink } from "./may-link.ts";
import { parseProse } from "./parse-prose.ts";
import { isAbsolute } from "./targets.ts";
import { walk } from "./walk.ts";

/** An address in a text, as it is written and as it is meant. */
interface Address {
  readonly start: number;
  readonly end: number;
  readonly joined: string;
}

/** The same text with links that lead to `base`, where they name no host: it was written for there. */
export function joinLinks(prose: Prose, base: string): Prose {
  if (!mayLink(prose)) return prose;
  const found: Address[] = [];
  walk(parseProse(prose.text), (node) => {
    found.push(...addressesIn(node, prose.text, base));
  });
  if (found.length === 0) return prose;
  // From the last on, so that what stands before stays where it is.
  found.sort((a, b) => b.start - a.start);
  const text = found.reduce(
    (so, { start, end, joined }) => so.slice(0, start) + joined + so.slice(end),
    prose.text,
  );
  return { ...prose, text };
}

function addressesIn(node: Nodes, text: string, base: string): readonly Address[] {
  if (node.type !== "link" && node.type !== "definition") return [];
  const joined = join(node.url, base);
  const start = node.position?.start.offset;
  if (joined === undefined || start === undefined) return [];
  const written = text.slice(start, node.position?.end.offset);
  // Behind the words, which may say the same.
  const label = Math.max(written.lastIndexOf("]("), written.lastIndexOf("]:"), 0);
  const at = written.indexOf(node.url, label);
  return at < 0 ? [] : [{ start: start + at, end: start + at + node.url.length, joined }];
}

const join = (url: string, base: string): string | undefined =>
  isAbsolute(url) || url.startsWith("#") ? undefined : URL.parse(url, base)?.href;
