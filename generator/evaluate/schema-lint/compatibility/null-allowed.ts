import { is, operationRule } from "../rule.ts";

export const nullAllowed = operationRule(
  "evaluate/schema-null-allowed",
  (operation) => operation.kind === "drop not null" && is(operation, "existing"),
);
