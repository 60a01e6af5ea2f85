import { is, operationRule } from "../rule.ts";

const rewrites = ["volatile default", "stored", "serial", "identity"] as const;

/** A value that differs from row to row is written into every row, while nobody reads or writes. */
export const rewritingColumnAdded = operationRule(
  "evaluate/schema-rewriting-column-added",
  (operation) =>
    operation.kind === "add column" &&
    is(operation, "existing") &&
    rewrites.some((trait) => is(operation, trait)),
);
