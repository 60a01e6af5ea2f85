import type { Item } from "#model/item.ts";
import { rule } from "../rule.ts";
import type { Schema } from "../schema.ts";
import { indexColumns } from "./index-columns.ts";

/** Every write keeps both up to date, and no query gains from the second. */
export const duplicateIndex = rule("evaluate/schema-duplicate-index", (schema) =>
  [...schema.tables, ...schema.materializedViews].flatMap(({ title }) =>
    duplicatesOf(title, schema),
  ),
);

function duplicatesOf(table: string, { indexesOf, constraintsOf }: Schema) {
  const first = new Map<string, string>();
  for (const { title, attributes } of constraintsOf(table)) {
    if (attributes.type === "primary key" || attributes.type === "unique")
      first.set(keyShape(attributes.columns), title);
  }
  return indexesOf(table).flatMap((item) => {
    // An index that a key took over has the name of the key.
    if (constraintsOf(table).some((key) => key.title === item.title)) return [];
    const shape = indexShape(item);
    const isPlain = item.attributes.method === "btree" && isWhole(item);
    const same =
      first.get(shape) ?? (isPlain ? first.get(keyShape(indexColumns(item))) : undefined);
    if (same === undefined) first.set(shape, item.title);
    return same === undefined ? [] : [{ item, args: { index: item.title, same, table } }];
  });
}

const keyShape = (columns: readonly string[]): string => JSON.stringify(["key", columns]);

/** Of all rows, and with nothing but columns, so that a key's own index does the same. */
const isWhole = (index: Item<"index">): boolean =>
  index.attributes.predicate === undefined &&
  index.attributes.include.length === 0 &&
  index.attributes.keys.every((key) => /^(?:"[^"]+"|[\p{L}_][\p{L}\p{N}_$]*)$/u.test(key));

const indexShape = ({ attributes }: Item<"index">): string => {
  const { method, unique, keys, include, predicate = "" } = attributes;
  return JSON.stringify([method, unique, keys, include, predicate]);
};
