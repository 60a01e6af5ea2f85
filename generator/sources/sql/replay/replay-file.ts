import type { Tally } from "#model/fact.ts";
import type { Migration } from "../catalogue/entry.ts";
import { docCommentAbove } from "../parser/doc-comment.ts";
import { locate } from "../parser/source-text.ts";
import {
  type SplitText,
  splitStatements,
  type StatementRange,
} from "../parser/split-statements.ts";
import type { Token } from "../parser/token.ts";
import { contextOf, report, type Session, type StatementText, type Verdict } from "./context.ts";
import { removeRelation } from "./remove.ts";
import { takeStatement } from "./take-statement.ts";

export type Counts = Pick<Tally, "read" | "modelled" | "passedOver" | "notUnderstood">;

/** Takes the statements of a file in, one after the other, and counts what became of each. */
export function replayFile(session: Session, migration: Migration): Counts {
  session.searchPath = ["public"];
  const split = splitStatements(migration.source.text);
  const verdicts = [
    ...split.statements.map((range) =>
      takeStatement(session, migration, statementText(migration, range)),
    ),
    ...takeMetas(session, migration, split),
  ];
  for (const relation of [...session.catalogue.relations.values()]) {
    if (relation.temporary) removeRelation(session.catalogue, relation);
  }
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  return {
    read: verdicts.length,
    modelled: count("modelled"),
    passedOver: count("passed over"),
    notUnderstood: count("not understood"),
  };
}

function statementText({ source }: Migration, range: StatementRange): StatementText {
  const place = (offset: number) => locate(source, offset);
  const description = docCommentAbove({ text: source.text, place }, range.comments, range.start);
  return {
    text: blank(source.text.slice(range.start, range.end), range),
    place: (offset) => place(range.start + offset),
    conditional: false,
    ...(description && { description }),
  };
}

/** Commands of psql inside a statement become spaces, so that offsets stay right. */
function blank(text: string, { start, metas }: StatementRange): string {
  return metas.reduce(
    (rest, meta) =>
      rest.slice(0, meta.start - start) +
      " ".repeat(meta.end - meta.start) +
      rest.slice(meta.end - start),
    text,
  );
}

/** Commands of psql on lines of their own: an include is a file that is not read. */
function takeMetas(
  session: Session,
  migration: Migration,
  { metas }: SplitText,
): readonly Verdict[] {
  const { source } = migration;
  return metas.map((meta: Token) => {
    const command = source.text.slice(meta.start, meta.end).trim();
    if (!/^\\(?:i|ir|include|include_relative)\s/.test(command)) return "passed over";
    const range = { ...meta, comments: [], metas: [] };
    report(contextOf(session, migration, statementText(migration, range)), "sources/sql-include", {
      command,
    });
    return "not understood";
  });
}
