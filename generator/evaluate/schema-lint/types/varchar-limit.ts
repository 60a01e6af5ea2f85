import { columnTypeRule } from "./column-type.ts";

export const varcharLimit = columnTypeRule(
  "evaluate/schema-varchar-limit",
  /^(?:varchar|character\s+varying)\s*\(/i,
);
