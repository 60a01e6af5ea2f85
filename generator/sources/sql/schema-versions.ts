import { diagnose, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { SchemaObject } from "#model/schema/change.ts";
import type { SourceRequest } from "../source.ts";
import type { Migration } from "./catalogue/entry.ts";
import { schemaObjects } from "./facts/schema-objects.ts";
import { readMigrations } from "./input/read-migrations.ts";
import { migrationTitle } from "./migration-title.ts";
import { readAhead } from "./parser/read-ahead.ts";
import { replayFile } from "./replay/replay-file.ts";
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

/** What a written name means in the project, without applying anything. */
export async function findMigration(
  request: SourceRequest,
  written: string,
): Promise<MigrationChoice> {
  const { value: migrations } = await readMigrations(request);
  return chooseMigration(migrations, written);
}
