import { columnTypeRule } from "./column-type.ts";

/** `"char"` in quotation marks is another type, of one byte. */
export const charType = columnTypeRule(
  "evaluate/schema-char-type",
  /^(?:char|character|bpchar)\s*(?:\(|\[|$)/i,
);
