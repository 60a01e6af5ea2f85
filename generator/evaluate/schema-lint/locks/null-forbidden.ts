import { is, operationRule } from "../rule.ts";

/** Every row is read while nobody may write. */
export const nullForbidden = operationRule(
  "evaluate/schema-null-forbidden",
  (operation) => operation.kind === "set not null" && is(operation, "existing"),
);
