import type { Node } from "libpg-query";
import type { Migration } from "../catalogue/entry.ts";
import type { Parser } from "../parser/load-parser.ts";
import { maskPlaceholders, restorePlaceholders } from "../parser/placeholders.ts";
import {
  contextOf,
  report,
  reportedAt,
  type Session,
  type StatementText,
  type Verdict,
} from "./context.ts";

/** Parses one statement and takes it in; one that does not parse is reported. */
export function takeStatement(
  session: Session,
  migration: Migration,
  statement: StatementText,
): Verdict {
  const read = readStatement(session.parser, statement.text);
  if ("reason" in read) {
    const context = contextOf(session, migration, statement);
    const { reason, offset } = read;
    report(reportedAt(context, context.place(offset)), "sources/sql-syntax", { reason });
    return "not understood";
  }
  const context = contextOf(
    session,
    migration,
    read.masked === statement.text ? statement : { ...statement, masked: read.masked },
  );
  return read.node === undefined ? "passed over" : session.replay(read.node, context);
}

type Read =
  | { readonly node: Node | undefined; readonly masked: string }
  | { readonly reason: string; readonly offset: number };

/** Placeholders are masked only when it does not parse, for `:name` and `${…}` can be SQL too. */
function readStatement(parser: Parser, text: string): Read {
  const parsed = parser.parse(text);
  if (parsed.ok) return { node: parsed.value[0], masked: text };
  const { text: masked, written } = maskPlaceholders(text);
  const again = written.size > 0 ? parser.parse(masked) : parsed;
  return again.ok ? { node: restorePlaceholders(again.value[0], written), masked } : parsed;
}
