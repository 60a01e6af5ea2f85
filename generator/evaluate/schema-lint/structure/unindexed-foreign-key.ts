import type { Item } from "#model/item.ts";
import { rule } from "../rule.ts";
import type { Schema } from "../schema.ts";
import { indexColumns } from "./index-columns.ts";

/** Each deletion in the table that is referred to searches this one for rows. */
export const unindexedForeignKey = rule("evaluate/schema-unindexed-foreign-key", (schema) =>
  schema.tables
    .filter(({ attributes }) => attributes.parent === undefined)
    .flatMap(({ title }) => schema.constraintsOf(title))
    .filter(({ attributes }) => attributes.type === "foreign key")
    .filter((key) => !isIndexed(key, schema))
    .map((item) => ({
      item,
      args: {
        table: item.attributes.table,
        constraint: item.title,
        columns: item.attributes.columns.join(", "),
      },
    })),
);

/** In any order, as the first columns of an index. */
function isIndexed({ attributes }: Item<"constraint">, schema: Schema): boolean {
  const { table, columns } = attributes;
  const startsWith = (keys: readonly string[]): boolean => {
    const first = new Set(keys.slice(0, columns.length));
    return columns.every((column) => first.has(column));
  };
  const indexes = schema.indexesOf(table).filter((index) => isUsable(index, columns));
  const keys = schema
    .constraintsOf(table)
    .filter((each) => /key|unique/.test(each.attributes.type));
  return (
    indexes.some((index) => startsWith(indexColumns(index))) ||
    keys.some((key) => key.attributes.type !== "foreign key" && startsWith(key.attributes.columns))
  );
}

/** An index of some rows serves the key only when it leaves out those without a value. */
function isUsable({ attributes }: Item<"index">, columns: readonly string[]): boolean {
  const { method, predicate } = attributes;
  if (method !== "btree" && method !== "hash") return false;
  const written = predicate?.replaceAll(/[()"]/g, "").trim().toLowerCase();
  return (
    written === undefined ||
    columns.some((column) => written === `${column.toLowerCase()} is not null`)
  );
}
