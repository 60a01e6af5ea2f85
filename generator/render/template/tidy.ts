import { closesFence } from "./fence-line.ts";

/** The marks that a line opens or closes a fence with. */
const marksOf = (line: string): string => /^[ \t>]*(?:[-+*] +)?(`{3,}|~{3,})/.exec(line)?.[1] ?? "";

/** Runs of blank lines, and lines that may open a fence. */
const notable = /\n(?:[ \t]*\n)+|^[ \t>]*(?:[-+*] +)?(?:`{3}|~{3}).*$/gm;

/** Without more than one blank line in a row, fences apart, and with one line break at the end. */
export function tidy(markdown: string): string {
  const text = `${markdown.trimEnd()}\n`.replace(/^(?:[ \t]*\n)+/, "");
  if (!/\n[ \t]*\n[ \t]*\n|\n[ \t]+\n/.test(text)) return text;
  let fence = "";
  return text.replace(notable, (found) => {
    if (found.startsWith("\n")) return fence === "" ? "\n\n" : found;
    if (fence === "") fence = marksOf(found);
    else if (closesFence(found, fence)) fence = "";
    return found;
  });
}
