import { rule } from "../rule.ts";

export const policyWithoutRowSecurity = rule(
  "evaluate/schema-policy-without-row-security",
  ({ tables, policiesOf }) =>
    tables
      .filter(({ attributes }) => attributes.rowSecurity === "off")
      .flatMap(({ title: table }) =>
        policiesOf(table).map((item) => ({ item, args: { table, policy: item.title } })),
      ),
);
