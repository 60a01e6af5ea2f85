import { csvLine } from "../data/csv-line.ts";
import type { Sheet } from "./sheet.ts";

/** The matrix as CSV (RFC 4180), the summary behind the rows; every line has as many cells. */
export function sheetToCsv({ head, rows, summary }: Sheet): string {
  const lines = [head, ...rows, ...summary];
  const width = Math.max(...lines.map(({ length }) => length));
  return lines
    .map((line) => csvLine([...line, ...Array<string>(width - line.length).fill("")]))
    .join("");
}
