import { csvFile } from "../data/csv.ts";
import type { Sheet } from "./sheet.ts";

/** The matrix as CSV, the summary behind the rows; every line has as many cells. */
export function sheetToCsv({ head, rows, summary }: Sheet): string {
  const lines = [head, ...rows, ...summary];
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return csvFile(lines.map((line) => [...line, ...Array<string>(width - line.length).fill("")]));
}
