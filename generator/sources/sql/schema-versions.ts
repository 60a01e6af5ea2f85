import { diagnose, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { SchemaObject } from "#model/schema/change.ts";
import type { SourceRequest } from "../source.ts";
import type { Migration } from "./catalogue/entry.ts";
import { schemaObjects } from "./facts/schema-objects.ts";
import { readMigrations } from "./input/read-migrations.ts";
import { migrationTitle } from "./migration-title.ts";
import { readAhead } from "./parser/read-ahead.ts";
import { replayFile } from "./replay/replay-file.ts";
import type { Session } from "./replay/context.ts";
import { startSession } from "./replay/start-session.ts";

/** Which migration a written name means. */
export type MigrationChoice =
  | { readonly status: "found"; readonly migration: Migration; readonly title: string }
  | { readonly status: "unknown" | "ambiguous"; readonly titles: readonly string[] };

/** The migration that has the name, or whose name alone starts like it. */
function chooseMigration(migrations: readonly Migration[], written: string): MigrationChoice {
  const named = migrations.map((migration) => ({
    migration,
    title: migrationTitle(migration.name),
  }));
  const asked = written.replace(/\.sql$/, "");
  const exact = named.filter(({ migration, title }) => migration.name === asked || title === asked);
  const near = named.filter(({ title }) => title.startsWith(asked));
  const [first, second] = exact.length > 0 ? exact : near;
  if (first === undefined) return { status: "unknown", titles: named.map(({ title }) => title) };
  if (second === undefined) return { status: "found", ...first };
  return { status: "ambiguous", titles: near.map(({ title }) => title) };
}

/** The migrations that are applied by the time the named one is; all of them without a name. */
export function chooseUntil(
  migrations: readonly Migration[],
  until: string | undefined,
): Outcome<readonly Migration[]> {
  if (until === undefined) return outcome(migrations);
  const choice = chooseMigration(migrations, until);
  if (choice.status === "found") {
    return outcome(migrations.slice(0, migrations.indexOf(choice.migration) + 1));
  }
  const near = choice.status === "ambiguous" ? choice.titles : suggest(until, choice.titles);
  const suggestions = near.slice(0, 3);
  return outcome([], [diagnose("sources/sql-unknown-migration", { name: until }, { suggestions })]);
}

/** What the migrations make, all of them or up to the one that the request names, it included. */
export async function readSchema(
  request: SourceRequest,
): Promise<Outcome<readonly SchemaObject[]>> {
  const read = await readMigrations(request);
  const { value: migrations, diagnostics } = chooseUntil(read.value, request.until);
  const session = await startSession([...read.diagnostics, ...diagnostics]);
  const reader = readAhead(session.parser, migrations);
  for (const migration of migrations) replayFile(session, migration, reader);
  return outcome(schemaObjects(session.catalogue), session.diagnostics);
}

/** Reads one version of a schema after the other. */
export type SchemaReader = (request: SourceRequest) => Promise<readonly SchemaObject[]>;

/**
 * Versions mostly differ by migrations at their end: where one begins as the version before it did,
 * the replay goes on from there.
 */
export function schemaReader(): SchemaReader {
  let session: Session | undefined;
  let applied: readonly Migration[] = [];
  return async (request) => {
    const { value: migrations } = await readMigrations(request);
    if (session === undefined || !beginsWith(migrations, applied)) {
      session = await startSession([]);
      applied = [];
    }
    const more = migrations.slice(applied.length);
    const reader = readAhead(session.parser, more);
    for (const migration of more) replayFile(session, migration, reader);
    applied = migrations;
    // The replay changes its objects in place; a version stays what it was.
    return structuredClone(schemaObjects(session.catalogue));
  };
}

const beginsWith = (migrations: readonly Migration[], applied: readonly Migration[]): boolean =>
  applied.every((each, at) => {
    const other = migrations[at];
    return other !== undefined && isSame(each, other);
  });

/** A file and all that it includes. */
function isSame(a: Migration, b: Migration): boolean {
  const [inA, inB] = [[...a.includes.values()], [...b.includes.values()]];
  return (
    a.name === b.name &&
    a.source.text === b.source.text &&
    inA.length === inB.length &&
    inA.every((each, at) => isSameInclude(each, inB[at]))
  );
}

const isSameInclude = (a: Migration | undefined, b: Migration | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isSame(a, b);

/** What a written name means in the project, without applying anything. */
export async function findMigration(
  request: SourceRequest,
  written: string,
): Promise<MigrationChoice> {
  const { value: migrations } = await readMigrations(request);
  return chooseMigration(migrations, written);
}
