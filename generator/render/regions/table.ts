import { codeSpan, escapeMarkdown } from "#markdown/index.ts";

type Cells = readonly string[];

/** A table whose columns stand below each other, so that it reads well as text too. */
export function tableLines(head: Cells, rows: readonly Cells[]): readonly string[] {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((cells) => widthOf(cells[column] ?? ""))),
  );
  const line = (cells: Cells): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? "", width)).join(" | ")} |`;
  return [
    line(head),
    `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`,
    ...rows.map(line),
  ];
}

const widthOf = (text: string): number => Array.from(text).length;

const pad = (text: string, width: number): string => text + " ".repeat(width - widthOf(text));

/** Code in a cell. */
export const codeCell = (text: string): string => escapeMarkdown(text, "cell-code");

/** Somebody's prose in a cell: its words and its code; links and emphasis are not taken over. */
export function proseCell(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line
    .split(/(`+)(.+?)\1(?!`)/)
    .map((part, index) => {
      if (index % 3 === 1) return "";
      if (index % 3 === 2) return codeSpan(part.trim(), true);
      const words = part.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1");
      // What stands beside code keeps its distance.
      const [start = "", end = ""] = [/^ ?/.exec(words)?.[0], / ?$/.exec(words)?.[0]];
      return words.trim() === "" ? start : `${start}${escapeMarkdown(words.trim(), "cell")}${end}`;
    })
    .join("");
}
