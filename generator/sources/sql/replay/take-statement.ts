import type { Migration } from "../catalogue/entry.ts";
import type { ReadStatement } from "../parser/read-statement.ts";
import {
  contextOf,
  report,
  reportedAt,
  type Session,
  type StatementText,
  type Verdict,
} from "./context.ts";

/** A statement, and what the parser made of it. */
export interface ParsedStatement {
  readonly statement: StatementText;
  readonly read: ReadStatement;
}

/** Takes one statement in; one that does not parse is reported. */
export function takeStatement(
  session: Session,
  migration: Migration,
  { statement, read }: ParsedStatement,
): Verdict {
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
