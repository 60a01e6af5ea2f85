import { itemName } from "#model/item.ts";
import type { MatrixCount, MatrixEntry, MatrixResult } from "#model/trace/matrix-result.ts";
import { describeFilter } from "./describe-query.ts";

export type SheetCell = string | number;

/** A matrix as rows of cells, for files that hold nothing else. */
export interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** The filter in force and the counts of all rows, each with its name in front. */
  readonly summary: readonly (readonly SheetCell[])[];
}

/** What stands in front of the lines of the summary, so that nobody takes them for rows. */
const summaryMark = "∑";

export function sheetOf(result: MatrixResult): Sheet {
  const { heads, lines, whole, declared } = result;
  const counts = heads.flatMap(({ title, count }) => (count ? [countLine(title, count)] : []));
  return {
    head: ["item", ...heads.map(({ title }) => title), "state"],
    rows: lines.map(({ item, cells, state }) => [itemName(item), ...cells.map(cellOf), state]),
    summary: [
      [`${summaryMark} filter`, describeFilter(declared)],
      [`${summaryMark} rows`, whole.rows, "shown", lines.length],
      countLine("whole", whole),
      ...counts,
    ],
  };
}

/** A number alone stays one; of several things the names stand together. */
function cellOf(entries: readonly MatrixEntry[]): SheetCell {
  const [only] = entries;
  if (entries.length === 1 && only?.number !== undefined) return only.number;
  return entries.map(({ name }) => name).join("; ");
}

const countLine = (
  name: string,
  { filled, justified, rows, atLeast, verdict }: MatrixCount,
): readonly SheetCell[] => [
  `${summaryMark} ${name}`,
  filled,
  "of",
  rows,
  "justified",
  justified,
  ...(atLeast === undefined ? [] : ["at least", atLeast, verdict ?? ""]),
];
