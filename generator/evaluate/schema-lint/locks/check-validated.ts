import { is, operationRule } from "../rule.ts";

/** Every row is checked while nobody may read or write. */
export const checkValidated = operationRule(
  "evaluate/schema-check-validated",
  (operation) =>
    operation.kind === "add constraint" &&
    is(operation, "existing", "check") &&
    !is(operation, "not valid"),
);
