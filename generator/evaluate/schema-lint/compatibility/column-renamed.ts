import { is, operationRule } from "../rule.ts";

export const columnRenamed = operationRule(
  "evaluate/schema-column-renamed",
  (operation) => operation.kind === "rename column" && is(operation, "existing"),
);
