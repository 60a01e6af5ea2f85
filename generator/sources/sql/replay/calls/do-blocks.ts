import type { DoStmt } from "libpg-query";
import { readBody } from "../../analysis/analyse-body.ts";
import { splitStatements } from "../../parser/split-statements.ts";
import { bodyText } from "../body-text.ts";
import {
  type Context,
  type Handlers,
  report,
  reportedAt,
  type StatementText,
  type Verdict,
} from "../context.ts";
import { changesData } from "../routines/effects.ts";
import { takeStatement } from "../take-statement.ts";

/**
 * Takes the statements of a block in as if each ran: a guard around them (`IF NOT EXISTS`) asks
 * for something that is not known here.
 */
function doBlock(_: DoStmt, context: Context): Verdict {
  const { session, migration } = context;
  const result = readBody(session.parser, context.text);
  if ("reason" in result) {
    report(context, "sources/sql-body-not-analysed", { name: "DO", reason: result.reason });
    return "not understood";
  }
  const { body } = result;
  const placed = bodyText(context);
  for (const each of body.dynamic.filter(({ text }) => !changesData(text))) {
    const location = placed.statement(each).place(0);
    report(reportedAt(context, location), "sources/sql-dynamic", { statement: "EXECUTE" });
  }
  const verdicts = body.statements
    .flatMap((each) => separate(placed.statement(each)))
    .map((statement) => takeStatement(session, migration, statement));
  if (verdicts.includes("not understood") || body.dynamic.length > 0) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

/** The text of one EXECUTE may hold several statements. */
const separate = (statement: StatementText): readonly StatementText[] =>
  splitStatements(statement.text).statements.map(({ start, end }) => ({
    ...statement,
    text: statement.text.slice(start, end),
    place: (offset) => statement.place(start + offset),
  }));

export const doHandlers: Handlers = { DoStmt: doBlock };
