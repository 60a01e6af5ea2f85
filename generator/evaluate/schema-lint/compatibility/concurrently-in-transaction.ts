import { is, operationRule } from "../rule.ts";

/** PostgreSQL refuses it there. */
export const concurrentlyInTransaction = operationRule(
  "evaluate/schema-concurrently-in-transaction",
  (operation) =>
    is(operation, "in transaction") &&
    (is(operation, "concurrently") || operation.kind === "vacuum"),
);
