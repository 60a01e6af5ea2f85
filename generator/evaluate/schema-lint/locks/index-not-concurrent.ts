import { is, operationRule } from "../rule.ts";

/** The index of a partitioned table cannot be made concurrently: it has no such way out. */
export const indexNotConcurrent = operationRule(
  "evaluate/schema-index-not-concurrent",
  (operation) =>
    operation.kind === "create index" &&
    is(operation, "existing") &&
    !is(operation, "concurrently") &&
    !is(operation, "partitioned"),
);
