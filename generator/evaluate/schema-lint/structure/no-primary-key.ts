import { rule } from "../rule.ts";

/** Partitions have the key of their parent; tables on other servers cannot have one. */
export const noPrimaryKey = rule("evaluate/schema-no-primary-key", ({ tables, constraintsOf }) =>
  tables
    .filter(({ attributes }) => attributes.parent === undefined && attributes.server === undefined)
    .filter(
      ({ title }) =>
        !constraintsOf(title).some(({ attributes }) => attributes.type === "primary key"),
    )
    .map((item) => ({ item, args: { table: item.title } })),
);
