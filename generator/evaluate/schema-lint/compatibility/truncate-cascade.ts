import { is, operationRule } from "../rule.ts";

export const truncateCascade = operationRule(
  "evaluate/schema-truncate-cascade",
  (operation) => operation.kind === "truncate" && is(operation, "cascade"),
);
