import { columnTypeRule } from "./column-type.ts";

export const serialColumn = columnTypeRule(
  "evaluate/schema-serial-column",
  /^(?:small|big)?serial[248]?\b/i,
);
