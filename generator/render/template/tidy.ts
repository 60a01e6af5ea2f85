import { closesFence } from "./fence-line.ts";

/** The marks that a line opens or closes a fence with. */
const marksOf = (line: string): string => /^[ \t>]*(?:[-+*] +)?(`{3,}|~{3,})/.exec(line)?.[1] ?? "";

/** Without more than one blank line in a row, fences apart, and with one line break at the end. */
export function tidy(markdown: string): string {
  const text = `${markdown.trimEnd()}\n`.replace(/^\n+/, "");
  if (!/\n[ \t]*\n[ \t]*\n|\n[ \t]+\n/.test(text)) return text;
  const lines: string[] = [];
  let fence = "";
  for (const line of text.split("\n")) {
    if (fence !== "") {
      if (closesFence(line, fence)) fence = "";
    } else {
      fence = marksOf(line);
      if (line.trim() === "") {
        if (lines.at(-1) !== "") lines.push("");
        continue;
      }
    }
    lines.push(line);
  }
  return lines.join("\n");
}
