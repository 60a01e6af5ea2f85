import { is, operationRule } from "../rule.ts";

export const columnDropped = operationRule(
  "evaluate/schema-column-dropped",
  (operation) => operation.kind === "drop column" && is(operation, "existing"),
);
