import type { Node } from "libpg-query";
import { collectColumns } from "../../analysis/collect-columns.ts";
import type { Relation } from "../../catalogue/catalogue.ts";
import { type Context, reportedAt } from "../context.ts";
import { isThere } from "../require.ts";
import { refuse } from "./refuse.ts";

/** Reports columns that a query names behind a table that does not have them. */
export function checkQuery(query: Node | undefined, context: Context): void {
  for (const { table, column, byte } of collectColumns(query)) {
    const found = isThere(context, table);
    if (found === undefined || !lacks(found, column)) continue;
    const there = reportedAt(context, context.place(context.offset(byte)));
    const args = { table: `${found.namespace}.${found.name}`, column };
    refuse(there, "sources/sql-missing-column", args);
  }
}

const system: ReadonlySet<string> = new Set(["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"]);

/** Whether a table, all columns of which are written somewhere, is without this one. */
export const lacks = (
  { kind, known, columns, query, partition, name }: Relation,
  column: string,
): boolean =>
  kind === "table" &&
  known &&
  columns.length > 0 &&
  query === undefined &&
  partition === undefined &&
  column !== name &&
  !system.has(column) &&
  !columns.some((each) => each.name === column);
