import { is, operationRule } from "../rule.ts";

/** The index of a partitioned table cannot be dropped concurrently. */
export const indexDropNotConcurrent = operationRule(
  "evaluate/schema-index-drop-not-concurrent",
  (operation) =>
    operation.kind === "drop index" &&
    is(operation, "existing") &&
    !is(operation, "concurrently") &&
    !is(operation, "partitioned"),
);
