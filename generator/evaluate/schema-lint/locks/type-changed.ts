import { is, operationRule } from "../rule.ts";

/** Most changes of type write the whole table anew. */
export const typeChanged = operationRule(
  "evaluate/schema-type-changed",
  (operation) =>
    operation.kind === "alter type" && is(operation, "existing") && !is(operation, "widening"),
);
