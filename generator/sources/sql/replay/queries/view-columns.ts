import type { Node } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import { type Context, newEntry } from "../context.ts";
import { queryColumns } from "./query-columns.ts";
import { renameColumns } from "./from-items.ts";

interface Query {
  readonly query: Node | undefined;
  /** Names that the statement gives to the first columns. */
  readonly names: readonly string[];
}

/**
 * Gives a view, or a table made from a query, the columns that its query shows. A column that was
 * there keeps what is known about it.
 */
export function setQueryColumns(
  relation: Relation,
  { query, names }: Query,
  context: Context,
): void {
  const { columns, reads } = queryColumns(query, context);
  const isTable = relation.kind === "table";
  const made = renameColumns(columns, names).map(({ name, type }): Column => {
    const old = relation.columns.find((column) => column.name === name);
    if (old !== undefined) return Object.assign(old, { type });
    return { kind: "column", ...newEntry(context, name), relation, type, nullable: true };
  });
  relation.columns = made.filter(
    ({ name }, at) => made.findIndex((each) => each.name === name) === at,
  );
  if (isTable) return;
  relation.readsColumns = reads;
  for (const column of reads) column.read = true;
}
