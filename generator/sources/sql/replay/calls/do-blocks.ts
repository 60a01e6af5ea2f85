import type { DoStmt } from "libpg-query";
import { readBodyTree } from "../../analysis/analyse-body.ts";
import { liveStatements, type LiveStatement } from "../../analysis/live-statements.ts";
import { readStatement } from "../../parser/read-statement.ts";
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
import { evaluateGuard } from "../guards/evaluate-guard.ts";
import { changesData } from "../routines/effects.ts";
import { takeStatement } from "../take-statement.ts";

/** Takes the statements of a block in as they run; a guard that cannot be decided runs both ways. */
function doBlock(_: DoStmt, context: Context): Verdict {
  const { session } = context;
  const result = readBodyTree(session.parser, context.text);
  if ("reason" in result) {
    report(context, "sources/sql-body-not-analysed", { name: "DO", reason: result.reason });
    return "not understood";
  }
  const placed = bodyText(context);
  const decide = (condition: string) => decideGuard(condition, context);
  const verdicts: Verdict[] = [];
  for (const each of liveStatements(result.tree, { parser: session.parser, decide })) {
    verdicts.push(...takeLive(each, placed.statement(each), context));
  }
  if (verdicts.includes("not understood")) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

function takeLive(
  { text, isDynamic }: LiveStatement,
  statement: StatementText,
  context: Context,
): readonly Verdict[] {
  const { session, migration } = context;
  if (!isDynamic) {
    return separate(statement).map((each) => {
      const read = readStatement(session.parser, each.text);
      return takeStatement(session, migration, { statement: each, read });
    });
  }
  if (!changesData(text)) {
    const placed = reportedAt(context, statement.place(0));
    report(placed, "sources/sql-dynamic", { statement: "EXECUTE" });
  }
  return ["not understood"];
}

/** Which extensions a server offers is for the settings to say; that they did is said. */
function decideGuard(condition: string, context: Context): boolean | undefined {
  const offered = context.migration.extensions;
  const { holds, extensions } = evaluateGuard(condition, context.session, offered);
  for (const name of extensions) {
    report(context, "sources/sql-extension-guard", { name, offered });
  }
  return holds;
}

/** The text of one EXECUTE may hold several statements. */
const separate = (statement: StatementText): readonly StatementText[] =>
  splitStatements(statement.text).statements.map(({ start, end }) => ({
    ...statement,
    text: statement.text.slice(start, end),
    place: (offset) => statement.place(start + offset),
  }));

export const doHandlers: Handlers = { DoStmt: doBlock };
