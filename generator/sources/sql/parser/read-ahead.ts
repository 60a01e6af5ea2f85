import type { Migration } from "../catalogue/entry.ts";
import type { Parser } from "./load-parser.ts";
import { type ReadStatement, readStatement } from "./read-statement.ts";
import { splitStatements, type StatementRange } from "./split-statements.ts";
import { blankMetas, stepsOf } from "./steps.ts";
import type { Token } from "./token.ts";

/** A statement of a file; what the parser made of it is there for a while only. */
export interface Statement {
  readonly range: StatementRange;
  readonly text: string;
  read?: ReadStatement;
}

/** Files in the order of their replay, parsed some way ahead of it. */
export interface Reader {
  /** Statements of a file, and its commands of psql; to be asked once for each file. */
  readonly stepsOf: (migration: Migration) => readonly (Statement | Token)[];
  /** Hands over what the parser makes of a statement, which then forgets it. */
  readonly take: (statement: Statement) => ReadStatement;
}

/**
 * How many characters are parsed in one go. Parser and replay push each other out of the
 * processor's caches: to take turns with each statement costs a tenth of the whole time. More than
 * this saves no more, and trees are large.
 */
const runLength = 32_768;

/** A reader of files, and of those that they include. */
export function readAhead(parser: Parser, migrations: readonly Migration[]): Reader {
  const opened = new Map<Migration, readonly (Statement | Token)[]>();
  const upcoming = statementsOf(migrations, opened);
  return {
    stepsOf: (migration) => {
      while (!opened.has(migration)) if (!parseRun(parser, upcoming)) break;
      const steps = opened.get(migration) ?? [];
      opened.delete(migration);
      return steps;
    },
    take: (statement) => {
      while (statement.read === undefined) parseRun(parser, upcoming);
      const { read } = statement;
      delete statement.read;
      return read;
    },
  };
}

/** Parses the statements that come next; false at the end of all files. */
function parseRun(parser: Parser, upcoming: Iterator<Statement, void>): boolean {
  for (let length = 0; length < runLength;) {
    const { value: statement } = upcoming.next();
    if (statement === undefined) return length > 0;
    statement.read = readStatement(parser, statement.text);
    length += statement.text.length;
  }
  return true;
}

/** The statements of files in the order of their replay: those of an include at its place. */
function* statementsOf(
  migrations: readonly Migration[],
  opened: Map<Migration, readonly (Statement | Token)[]>,
): Generator<Statement, void> {
  for (const migration of migrations) {
    const { text } = migration.source;
    const steps = stepsOf(splitStatements(text)).map((step) =>
      "comments" in step ? { range: step, text: blankMetas(text, step) } : step,
    );
    opened.set(migration, steps);
    for (const step of steps) {
      if ("range" in step) yield step;
      else {
        const included = migration.includes.get(step.start);
        if (included !== undefined) yield* statementsOf([included], opened);
      }
    }
  }
}
