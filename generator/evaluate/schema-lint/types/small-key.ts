import { rule } from "../rule.ts";

/** Keys that count up, and run out after two thousand million rows. */
export const smallKey = rule("evaluate/schema-small-key", ({ tables, columns, constraintsOf }) => {
  const keys = new Set(
    tables.flatMap(({ title }) =>
      constraintsOf(title)
        .filter(({ attributes }) => attributes.type === "primary key")
        .filter(({ attributes }) => attributes.columns.length === 1)
        .map(({ attributes }) => `${title}.${attributes.columns[0] ?? ""}`),
    ),
  );
  return columns
    .filter(({ title }) => keys.has(title))
    .filter(({ attributes: { type, identity, default: value = "" } }) =>
      /^(?:int|integer|int4)$/i.test(type)
        ? identity !== undefined || value.includes("nextval")
        : /^serial4?$/i.test(type),
    )
    .map((item) => ({ item, args: { column: item.title, type: item.attributes.type } }));
});
