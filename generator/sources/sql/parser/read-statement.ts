import type { Node } from "libpg-query";
import type { Parser } from "./load-parser.ts";
import { maskPlaceholders, restorePlaceholders } from "./placeholders.ts";

/** A statement as the parser read it, or why it could not. */
export type ReadStatement =
  | { readonly node: Node | undefined; readonly masked: string }
  | { readonly reason: string; readonly offset: number };

/** Placeholders are masked only when it does not parse, for `:name` and `${…}` can be SQL too. */
export function readStatement(parser: Parser, text: string): ReadStatement {
  const parsed = parser.parse(text);
  if (parsed.ok) return { node: parsed.value[0], masked: text };
  const { text: masked, written } = maskPlaceholders(text);
  const again = written.size > 0 ? parser.parse(masked) : parsed;
  return again.ok ? { node: restorePlaceholders(again.value[0], written), masked } : parsed;
}
