import type { Tally } from "#model/fact.ts";
import type { Migration } from "../catalogue/entry.ts";
import { isInclude } from "../input/find-includes.ts";
import { docCommentAbove } from "../parser/doc-comment.ts";
import { locate } from "../parser/source-text.ts";
import type { Reader, Statement } from "../parser/read-ahead.ts";
import type { StatementRange } from "../parser/split-statements.ts";
import { suppressionsAbove } from "../parser/suppressions.ts";
import type { Token } from "../parser/token.ts";
import type { Session, StatementText, Verdict } from "./context.ts";
import { notesOn } from "./operations/notes.ts";
import { removeNamespace, removeRelation } from "./remove.ts";
import { temporarySchema } from "./require.ts";
import { takeStatement } from "./take-statement.ts";

export type Counts = Pick<Tally, "read" | "modelled" | "passedOver" | "notUnderstood">;

/** What became of the statements of a file, and of each that it includes. */
type FileCounts = ReadonlyMap<Migration, Counts>;

/** Takes the statements of a file in, one after the other, and counts what became of each. */
export function replayFile(session: Session, migration: Migration, reader: Reader): FileCounts {
  session.searchPath = migration.searchPath;
  const counts = new Map<Migration, Counts>();
  replayText({ session, reader, counts }, migration);
  if (session.hasTemporary) removeTemporary(session);
  return counts;
}

function removeTemporary(session: Session): void {
  for (const relation of [...session.catalogue.relations.values()]) {
    if (relation.temporary) removeRelation(session.catalogue, relation);
  }
  removeNamespace(session.catalogue, temporarySchema);
  session.hasTemporary = false;
}

interface Replaying {
  readonly session: Session;
  readonly reader: Reader;
  readonly counts: Map<Migration, Counts>;
}

/** What a file includes runs in the same session, at the place of the command. */
function replayText(replaying: Replaying, migration: Migration): void {
  const { session, reader, counts } = replaying;
  const verdicts: Verdict[] = [];
  counts.set(migration, countOf(verdicts));
  for (const step of reader.stepsOf(migration)) {
    if ("range" in step) {
      noteSuppressions(session, migration, step.range);
      const statement = statementText(migration, step);
      verdicts.push(takeStatement(session, migration, { statement, read: reader.take(step) }));
      continue;
    }
    const included = migration.includes.get(step.start);
    if (included !== undefined) replayText(replaying, included);
    verdicts.push(verdictOn(step, migration));
  }
  counts.set(migration, countOf(verdicts));
}

function noteSuppressions(session: Session, migration: Migration, range: StatementRange): void {
  if (range.comments.length === 0) return;
  const { source } = migration;
  const place = (offset: number) => locate(source, offset);
  const found = suppressionsAbove({ text: source.text, place }, range);
  if (found.length > 0) notesOn(session.notes, migration).suppressions.push(...found);
}

/** An include that leads to no file is reported where the files are read. */
function verdictOn({ start, end }: Token, { source, includes }: Migration): Verdict {
  const command = source.text.slice(start, end).trim();
  if (!isInclude(command)) return "passed over";
  return includes.get(start) === undefined ? "not understood" : "modelled";
}

function countOf(verdicts: readonly Verdict[]): Counts {
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  return {
    read: verdicts.length,
    modelled: count("modelled"),
    passedOver: count("passed over"),
    notUnderstood: count("not understood"),
  };
}

function statementText({ source }: Migration, { range, text }: Statement): StatementText {
  const place = (offset: number) => locate(source, offset);
  const description = docCommentAbove({ text: source.text, place }, range.comments, range.start);
  return {
    text,
    place: (offset) => place(range.start + offset),
    conditional: false,
    ...(description && { description }),
  };
}
