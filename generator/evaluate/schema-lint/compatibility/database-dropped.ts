import { operationRule } from "../rule.ts";

export const databaseDropped = operationRule(
  "evaluate/schema-database-dropped",
  ({ kind }) => kind === "drop database",
);
