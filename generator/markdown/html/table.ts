import type { PhrasingContent, RootContent, TableRow } from "mdast";
import { phrasingOf } from "../prose/flatten.ts";
import { ownHtml } from "./phrasing.ts";
import { attributeOf, type Element, type Part } from "./tree.ts";

type Blocks = (parts: readonly Part[]) => RootContent[];

const elementsOf = (parts: readonly Part[]): readonly Element[] =>
  parts.flatMap((part) => (part.type === "element" ? [part] : []));

const rowsOf = (parts: readonly Part[]): readonly Element[] =>
  elementsOf(parts).flatMap((part) => {
    if (part.name === "tr") return [part];
    return ["thead", "tbody", "tfoot"].includes(part.name) ? rowsOf(part.children) : [];
  });

const isCell = ({ name }: Element): boolean => name === "td" || name === "th";

/** The lines of a block in a cell, in which there are only words. */
function linesOf(block: RootContent): readonly (readonly PhrasingContent[])[] {
  if (block.type === "list") {
    return block.children.map((item) => [
      { type: "text", value: "• " },
      ...item.children.flatMap((child) => phrasingOf(child)),
    ]);
  }
  if (block.type === "html") return [];
  const line = phrasingOf(block);
  return line.length > 0 ? [line] : [];
}

const lineBreak = ownHtml("<br>");

function cellOf(cell: Element, blocks: Blocks): PhrasingContent[] {
  const lines = blocks(cell.children).flatMap(linesOf);
  return lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]));
}

/** A cell over several columns is followed by empty ones. */
const widthOf = (cell: Element): number =>
  Math.min(50, Math.max(1, Number(attributeOf(cell, "colspan") ?? 1) || 1));

const rowNode = (cells: readonly PhrasingContent[][]): TableRow => ({
  type: "tableRow",
  children: cells.map((children) => ({ type: "tableCell", children })),
});

function rowOf(row: Element, blocks: Blocks): readonly PhrasingContent[][] {
  return elementsOf(row.children)
    .filter(isCell)
    .flatMap((cell) => [
      cellOf(cell, blocks),
      ...Array.from({ length: widthOf(cell) - 1 }, (): PhrasingContent[] => []),
    ]);
}

/** A table of Markdown; one of a single cell is only a frame, and becomes what is inside. */
export function tableOf(element: Element, blocks: Blocks): readonly RootContent[] {
  const rows = rowsOf(element.children);
  const cells = rows.flatMap((row) => elementsOf(row.children).filter(isCell));
  const others = element.children.filter(
    (part) => part.type !== "element" || !["thead", "tbody", "tfoot", "tr"].includes(part.name),
  );
  const caption = blocks(others);
  if (cells.length < 2) return [...caption, ...blocks(cells.flatMap(({ children }) => children))];
  const written = rows.map((row) => rowOf(row, blocks));
  const width = Math.max(...written.map(({ length }) => length));
  const full = written.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): PhrasingContent[] => []),
  ]);
  const hasHead = elementsOf(rows[0]?.children ?? []).some(({ name }) => name === "th");
  const head = hasHead ? [] : [Array.from({ length: width }, (): PhrasingContent[] => [])];
  return [...caption, { type: "table", children: [...head, ...full].map(rowNode) }];
}
