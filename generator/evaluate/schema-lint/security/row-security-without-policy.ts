import { rule } from "../rule.ts";

/** Partitions are read through their parent, whose policies hold. */
export const rowSecurityWithoutPolicy = rule(
  "evaluate/schema-row-security-without-policy",
  ({ tables, policiesOf }) =>
    tables
      .filter(({ attributes }) => attributes.rowSecurity !== "off")
      .filter(({ attributes }) => attributes.parent === undefined)
      .filter(({ title }) => policiesOf(title).length === 0)
      .map((item) => ({ item, args: { table: item.title } })),
);
