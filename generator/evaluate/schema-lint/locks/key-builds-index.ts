import { is, operationRule } from "../rule.ts";

const keys = ["unique", "primary key", "exclude"] as const;

/** The index of the key is built while nobody may read or write. */
export const keyBuildsIndex = operationRule(
  "evaluate/schema-key-builds-index",
  (operation) =>
    operation.kind === "add constraint" &&
    is(operation, "existing") &&
    keys.some((trait) => is(operation, trait)) &&
    !is(operation, "using index"),
);
