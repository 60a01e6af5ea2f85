import { is, operationRule } from "../rule.ts";

export const tableDropped = operationRule(
  "evaluate/schema-table-dropped",
  (operation) => operation.kind === "drop table" && is(operation, "existing"),
);
