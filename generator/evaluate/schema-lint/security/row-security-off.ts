import { rule } from "../rule.ts";

/** Behind a program of one's own, which alone reaches the database, rows need no guard. */
export const rowSecurityOff = rule(
  "evaluate/schema-row-security-off",
  ({ tables, policiesOf, isServed, isExposed }) =>
    tables
      .filter((table) => isServed && isExposed(table) && table.attributes.rowSecurity === "off")
      .filter(({ title }) => policiesOf(title).length === 0)
      .map((item) => ({ item, args: { table: item.title } })),
);
