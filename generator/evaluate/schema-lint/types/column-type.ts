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
  rule(code, ({ columns }) =>
    columns
      .filter((column) => isOfTable(column) && pattern.test(column.attributes.type))
      .map((item) => ({
        item,
        args: { column: item.title, type: item.attributes.type },
        location: typeWritten(item),
      })),
  );

/** Columns of views follow from their query. */
const isOfTable = ({ attributes }: Item<"column">): boolean => attributes.type !== "";

function typeWritten({ attributes, location }: Item<"column">): Location {
  const change = attributes.changes?.findLast(({ attribute }) => attribute === "type");
  return change ? { file: change.file, line: change.line } : location;
}
