import { is, operationRule } from "../rule.ts";

/** Every column of the domain is read, in all tables, while nobody may write. */
export const domainConstraintValidated = operationRule(
  "evaluate/schema-domain-constraint-validated",
  (operation) =>
    operation.kind === "add domain constraint" &&
    is(operation, "existing") &&
    !is(operation, "not valid"),
);
