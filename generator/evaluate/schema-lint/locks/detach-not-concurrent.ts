import { is, operationRule } from "../rule.ts";

export const detachNotConcurrent = operationRule(
  "evaluate/schema-detach-not-concurrent",
  (operation) =>
    operation.kind === "detach partition" &&
    is(operation, "existing") &&
    !is(operation, "concurrently"),
);
