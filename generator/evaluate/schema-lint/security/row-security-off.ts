import { rule } from "../rule.ts";
import { isGranted } from "../schema.ts";

/** Where nothing shows that strangers reach the database it is only worth knowing. */
export const rowSecurityOff = rule(
  "evaluate/schema-row-security-off",
  ({ tables, policiesOf, isServed, isExposed }) =>
    tables
      .filter((table) => isExposed(table) && table.attributes.rowSecurity === "off")
      .filter(({ title }) => policiesOf(title).length === 0)
      .map((item) => ({
        item,
        args: { table: item.title },
        ...(!isServed && !isGranted(item.attributes) && { severity: "info" as const }),
      })),
);
