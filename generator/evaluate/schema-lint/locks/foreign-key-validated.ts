import { is, operationRule } from "../rule.ts";

/** Both tables are locked against writes while every row is looked up. */
export const foreignKeyValidated = operationRule(
  "evaluate/schema-foreign-key-validated",
  (operation) =>
    operation.kind === "add constraint" &&
    is(operation, "existing", "foreign key") &&
    !is(operation, "not valid"),
);
