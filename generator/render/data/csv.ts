type Cells = readonly (string | number)[];

/**
 * Lines of CSV (RFC 4180). CSV is the form for spreadsheets, as JSON is for programs: it begins with
 * the mark by which Excel knows UTF-8, or accents would be other signs.
 */
export const csvFile = (lines: readonly Cells[]): string =>
  `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;

/** One cell; a text that a spreadsheet would run as a formula is marked as text. */
function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
