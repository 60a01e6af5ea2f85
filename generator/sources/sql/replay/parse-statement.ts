import type { Node } from "libpg-query";
import { maskPlaceholders, restorePlaceholders } from "../parser/placeholders.ts";
import { type Context, report, reportedAt } from "./context.ts";

/**
 * The nodes of a statement; one that does not parse is reported and has none. Placeholders are
 * masked only then, for `:name` and `${…}` can be SQL too.
 */
export function parseStatement(context: Context): readonly Node[] {
  const { parser } = context.session;
  const parsed = parser.parse(context.text);
  if (parsed.ok) return parsed.value;
  const masked = maskPlaceholders(context.text);
  if (masked.written.size > 0) {
    const again = parser.parse(masked.text);
    if (again.ok) return restorePlaceholders(again.value, masked.written);
  }
  const { reason, offset } = parsed;
  report(reportedAt(context, context.place(offset)), "sources/sql-syntax", { reason });
  return [];
}
