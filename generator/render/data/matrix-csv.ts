import type { MatrixRow, NamedItem } from "#model/evaluation.ts";
import { csvFile } from "./csv.ts";
import { type ItemId, itemName } from "#model/item.ts";

const names = (items: readonly NamedItem[]): string => items.map(({ name }) => name).join("; ");
const ids = (items: readonly ItemId[]): string => items.map(itemName).join("; ");

const columns: Readonly<Record<string, (row: MatrixRow) => string | number>> = {
  item: (row) => itemName(row.item),
  stage: (row) => (row.stage ? itemName(row.stage) : ""),
  owner: (row) => row.owner.name,
  needs: (row) => names(row.needs),
  implementations: (row) => ids(row.implementations),
  tests: (row) => ids(row.tests),
  outputs: (row) => names(row.outputs),
  criteria: (row) => ids(row.criteria),
  met: (row) => row.met,
  notMet: (row) => row.notMet,
  undetermined: (row) => row.undetermined,
  gates: (row) => ids(row.gates),
};

/** The matrix as CSV (RFC 4180): a header, then a line for each row. */
export function matrixToCsv(rows: readonly MatrixRow[]): string {
  const header = Object.keys(columns);
  const lines = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  return csvFile([header, ...lines]);
}
