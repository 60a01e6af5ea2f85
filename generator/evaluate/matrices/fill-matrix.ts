import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { inOrder, namedItem } from "#model/parts.ts";
import { fieldOf } from "#model/trace/digest.ts";
import { judgedState } from "#model/trace/judged-state.ts";
import type {
  MatrixCount,
  MatrixEntry,
  MatrixHead,
  MatrixLine,
  MatrixResult,
} from "#model/trace/matrix-result.ts";
import type { Matrix, MatrixColumn } from "#model/trace/matrix.ts";
import type { TraceResult } from "#model/trace/result.ts";
import { matches, meets } from "../trace/conditions.ts";
import { type Follow, followSteps } from "./follow-steps.ts";

/** What cells are filled from. */
export interface Facts {
  readonly graph: Graph;
  readonly trace: Pick<TraceResult, "items">;
}

/** Finds the rows of a matrix and what stands in their cells, and counts the holes. */
export function fillMatrix(item: Item<"matrix">, facts: Facts): MatrixResult {
  const matrix = item.attributes;
  const rows = itemsLike(facts.graph, matrix.rows);
  const columns = columnsOf(matrix, facts);
  const lines = rows.map((row): MatrixLine => {
    const cells = columns.map(({ fill }) => fill(row));
    return { item: row.id, cells, state: stateOf(row, { matrix, columns, cells }) };
  });
  const heads = columns.map(({ title, item: head, asked }, index): MatrixHead => {
    const count = asked && countOf(lines, (line) => (line.cells[index] ?? []).length > 0, asked);
    return { title, ...(head !== undefined && { item: head }), ...(count && { count }) };
  });
  return {
    matrix: item.id,
    declared: matrix,
    heads,
    lines: matrix.show === "holes" ? lines.filter(({ state }) => state === "hole") : lines,
    whole: countOf(lines, ({ state }) => state === "whole", matrix),
  };
}

/** By the order that is written, then by id, whatever file they stand in. */
function itemsLike(graph: Graph, query: Matrix["rows"]): readonly Item[] {
  const found = [...graph.items.values()].filter((item) => matches(item, query));
  return query.types?.every((type) => type === "requirement") === true
    ? found
    : found.toSorted((a, b) => (a.kind === b.kind ? inOrder(a, b) : a.kind < b.kind ? -1 : 1));
}

/** A column ready to be filled; `asked` when an empty cell is a hole. */
interface Column {
  readonly title: string;
  readonly item?: ItemId;
  readonly asked?: { readonly atLeast?: number };
  readonly fill: (row: Item) => readonly MatrixEntry[];
}

function columnsOf(matrix: Matrix, facts: Facts): readonly Column[] {
  const [first] = matrix.columns;
  if (matrix.layout === "grid" && first) return gridColumns(first, facts);
  return matrix.columns.map((column): Column => {
    const { title, field, via, optional } = column;
    if (field !== undefined) return { title, fill: (row) => entriesOf(row, field, facts) };
    const follow = followSteps(facts.graph, via);
    return {
      title,
      ...(!optional && { asked: column }),
      fill: (row) => follow(row.id).map(entryOf),
    };
  });
}

/** One column for each item that the last step may find; a row is a hole when it leads to none. */
function gridColumns(column: MatrixColumn, { graph }: Facts): readonly Column[] {
  const last = column.via.at(-1);
  const follow = once(followSteps(graph, column.via));
  return itemsLike(graph, last ?? {}).map(({ id }): Column => ({
    title: itemName(id),
    item: id,
    asked: {},
    fill: (row) => (follow(row.id).has(id) ? [entryOf(id)] : []),
  }));
}

/** Each row is asked for once for every column, one row after the other. */
function once(follow: Follow): (id: ItemId) => ReadonlySet<ItemId> {
  let known: { readonly id: ItemId; readonly found: ReadonlySet<ItemId> } | undefined;
  return (id) => {
    if (known?.id !== id) known = { id, found: new Set(follow(id)) };
    return known.found;
  };
}

const entryOf = (id: ItemId): MatrixEntry => ({ name: itemName(id), item: id });

/** The value of a field: names of items lead to them, numbers stay numbers. */
function entriesOf(row: Item, field: string, { graph, trace }: Facts): readonly MatrixEntry[] {
  if (field === "place") return [{ name: `${row.location.file}:${row.location.line ?? 1}` }];
  if (field === "coverage") {
    const state = judgedState(trace.items.get(row.id));
    return state === undefined ? [] : [{ name: state }];
  }
  return [fieldOf(row, field)].flat().flatMap((value): readonly MatrixEntry[] => {
    if (typeof value === "number") return [{ name: String(value), number: value }];
    if (typeof value === "boolean") return [{ name: String(value) }];
    if (typeof value !== "string" || value === "") return [];
    const item = namedItem(graph, row, value);
    return [{ name: value, ...(item && { item: item.id }) }];
  });
}

interface FilledRow {
  readonly matrix: Matrix;
  readonly columns: readonly Column[];
  readonly cells: MatrixLine["cells"];
}

function stateOf(row: Item, { matrix, columns, cells }: FilledRow): MatrixLine["state"] {
  const asked = cells.filter((_, index) => columns[index]?.asked !== undefined);
  const isFilled = (cell: readonly MatrixEntry[]): boolean => cell.length > 0;
  const isWhole = matrix.layout === "grid" ? asked.some(isFilled) : asked.every(isFilled);
  if (isWhole) return "whole";
  return matrix.justified !== undefined && meets(row, matrix.justified) ? "justified" : "hole";
}

function countOf(
  lines: readonly MatrixLine[],
  isFilled: (line: MatrixLine) => boolean,
  { atLeast }: { readonly atLeast?: number },
): MatrixCount {
  const filled = lines.filter(isFilled).length;
  const justified = lines.filter((line) => !isFilled(line) && line.state === "justified").length;
  const counts = { filled, justified, rows: lines.length };
  if (atLeast === undefined) return counts;
  const isMet = filled + justified >= atLeast * lines.length;
  const verdict = lines.length === 0 ? "not-measurable" : isMet ? "met" : "missed";
  return { ...counts, atLeast, verdict };
}
