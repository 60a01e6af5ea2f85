import { columnTypeRule } from "./column-type.ts";

export const timestampWithoutZone = columnTypeRule(
  "evaluate/schema-timestamp-without-zone",
  /^timestamp\s*(?:\(\s*\d+\s*\))?\s*(?:without\b|\[|$)/i,
);
