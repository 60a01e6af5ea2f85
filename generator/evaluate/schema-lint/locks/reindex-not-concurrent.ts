import { is, operationRule } from "../rule.ts";

export const reindexNotConcurrent = operationRule(
  "evaluate/schema-reindex-not-concurrent",
  (operation) => operation.kind === "reindex" && !is(operation, "concurrently"),
);
