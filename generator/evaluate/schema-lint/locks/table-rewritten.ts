import { is, operationRule } from "../rule.ts";

/** `VACUUM FULL` and `CLUSTER` copy the whole table while nobody may read it. */
export const tableRewritten = operationRule(
  "evaluate/schema-table-rewritten",
  (operation) =>
    operation.kind === "cluster" || (operation.kind === "vacuum" && is(operation, "full")),
);
