import { is, operationRule } from "../rule.ts";

export const tableRenamed = operationRule(
  "evaluate/schema-table-renamed",
  (operation) => operation.kind === "rename table" && is(operation, "existing"),
);
