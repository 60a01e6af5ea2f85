import { strToU8, zipSync } from "fflate";
import type { Sheet, SheetCell } from "./sheet.ts";
import { xmlText } from "./xml.ts";

/**
 * The matrix as an Excel workbook (ECMA-376): one sheet of rows, typed, with a frozen head and
 * filters, and one with the filter in force and the counts. Texts are inline texts, never formulas.
 */
export function sheetToXlsx({ head, rows, summary }: Sheet, title: string): Uint8Array {
  const files = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": packageRelations,
    "xl/workbook.xml": workbook(title, rangeOf(head.length, rows.length + 1)),
    "xl/_rels/workbook.xml.rels": workbookRelations,
    "xl/styles.xml": styles,
    "xl/worksheets/sheet1.xml": matrixSheet(head, rows),
    "xl/worksheets/sheet2.xml": worksheet(
      "",
      summary.map((row) => rowXml(row, "")),
      "",
    ),
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  // The oldest moment that the format knows: the same matrix is the same file.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: "1980-01-01T12:00:00" });
}

const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`;

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="r${String(id)}" Type="${relations}/${type}" Target="${target}"/>`;
const relationships = (...members: readonly string[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${members.join("")}</Relationships>`;

const packageRelations = relationships(relation(1, "officeDocument", "xl/workbook.xml"));
const workbookRelations = relationships(
  relation(1, "worksheet", "worksheets/sheet1.xml"),
  relation(2, "worksheet", "worksheets/sheet2.xml"),
  relation(3, "styles", "styles.xml"),
);

const workbook = (title: string, range: string): string => {
  const name = sheetName(title);
  const filter = `'${name.replaceAll("'", "''")}'!${range.replace(/[A-Z]+|\d+/g, "$$$&")}`;
  return `${xml}<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="r1"/><sheet name="∑" sheetId="2" r:id="r2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${xmlText(filter)}</definedName></definedNames></workbook>`;
};

/** At most 31 characters, none that a sheet's name may not have. */
const sheetName = (title: string): string =>
  Array.from(
    title
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim(),
  )
    .slice(0, 28)
    .join("")
    .trim() || "matrix";

const styles = `${xml}<styleSheet ${main}><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function matrixSheet(head: readonly string[], rows: readonly (readonly SheetCell[])[]): string {
  const view = `<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${String(head.length)}" width="24" customWidth="1"/></cols>`;
  const lines = [rowXml(head, ` s="1"`), ...rows.map((row) => rowXml(row, ` s="2"`))];
  return worksheet(view, lines, `<autoFilter ref="${rangeOf(head.length, lines.length)}"/>`);
}

const worksheet = (before: string, rows: readonly string[], after: string): string =>
  `${xml}<worksheet ${main}>${before}<sheetData>${rows.join("")}</sheetData>${after}</worksheet>`;

const rowXml = (cells: readonly SheetCell[], style: string): string =>
  `<row>${cells.map((cell) => cellXml(cell, style)).join("")}</row>`;

/** Excel holds no longer texts. */
const longest = 32_767;

const cellXml = (cell: SheetCell, style: string): string =>
  typeof cell === "number"
    ? `<c${style}><v>${String(cell)}</v></c>`
    : `<c t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(cell.slice(0, longest))}</t></is></c>`;

const rangeOf = (width: number, height: number): string =>
  `A1:${columnName(width)}${String(height)}`;

/** `A` to `Z`, `AA` and on. */
function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before === 0 ? "" : columnName(before)) + String.fromCharCode(65 + rest);
}
