import type { DiagnosticCode } from "#diagnostics/index.ts";
import type { Item } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { type LintRule, rule } from "../rule.ts";

type ColumnCode = Extract<
  DiagnosticCode,
  | "evaluate/schema-timestamp-without-zone"
  | "evaluate/schema-varchar-limit"
  | "evaluate/schema-char-type"
  | "evaluate/schema-serial-column"
>;

/** A rule about the types of columns; `pattern` is for what stands in front of an array's `[]`. */
export const columnTypeRule = (code: ColumnCode, pattern: RegExp): LintRule =>
  rule(code, ({ tables, columns }) => {
    // Those of a view follow from its query.
    const names = new Set(tables.map(({ title }) => title));
    return columns
      .filter(({ attributes: { table, type } }) => names.has(table) && pattern.test(type))
      .map((item) => ({
        item,
        args: { column: item.title, type: item.attributes.type },
        location: typeWritten(item),
      }));
  });

function typeWritten({ attributes, location }: Item<"column">): Location {
  const change = attributes.changes?.findLast(({ attribute }) => attribute === "type");
  return change ? { file: change.file, line: change.line } : location;
}
