import type { Operation } from "#model/schema/migration-operations.ts";
import { is, operationRule } from "../rule.ts";

/** Rows that are there have no value for it: the statement fails, unless the table is empty. */
export const requiredColumnAdded = operationRule(
  "evaluate/schema-required-column-added",
  (operation) =>
    operation.kind === "add column" &&
    is(operation, "existing", "not null") &&
    !fillsItself(operation),
);

const fillsItself = (operation: Operation): boolean =>
  (["default", "stored", "serial", "identity"] as const).some((trait) => is(operation, trait));
