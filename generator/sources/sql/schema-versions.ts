import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { SchemaObject } from "#model/schema-change.ts";
import type { SourceRequest } from "../source.ts";
import { emptyCatalogue } from "./catalogue/catalogue.ts";
import type { Migration } from "./catalogue/entry.ts";
import { schemaObjects } from "./facts/schema-objects.ts";
import { readMigrations } from "./input/read-migrations.ts";
import { migrationTitle } from "./migration-title.ts";
import { loadParser } from "./parser/load-parser.ts";
import type { Session } from "./replay/context.ts";
import { replayFile } from "./replay/replay-file.ts";
import { replayNode } from "./replay/replay-node.ts";

/** Which migration a written name means. */
export type MigrationChoice =
  | { readonly status: "found"; readonly name: string; readonly title: string }
  | { readonly status: "unknown"; readonly titles: readonly string[] }
  | { readonly status: "ambiguous"; readonly titles: readonly string[] };

/** The migration that has the name, or whose name alone starts like it. */
export async function chooseMigration(
  request: SourceRequest,
  written: string,
): Promise<MigrationChoice> {
  const { value: migrations } = await readMigrations(request);
  const named = migrations.map(({ name }) => ({ name, title: migrationTitle(name) }));
  const asked = written.replace(/\.sql$/, "");
  const exact = named.filter(({ name, title }) => name === asked || title === asked);
  const near = named.filter(({ title }) => title.startsWith(asked));
  const [first, second] = exact.length > 0 ? exact : near;
  if (first === undefined) return { status: "unknown", titles: named.map(({ title }) => title) };
  if (second === undefined) return { status: "found", ...first };
  return { status: "ambiguous", titles: near.map(({ title }) => title) };
}

/** What the migrations make, all of them or up to the one that is named, it included. */
export async function readSchema(
  request: SourceRequest,
  until?: string,
): Promise<Outcome<readonly SchemaObject[]>> {
  const { value: migrations, diagnostics } = await readMigrations(request);
  const session: Session = {
    catalogue: emptyCatalogue(),
    parser: await loadParser(),
    replay: replayNode,
    diagnostics: [...diagnostics],
    notes: new Map(),
    searchPath: [],
  };
  for (const migration of upTo(migrations, until)) replayFile(session, migration);
  return outcome(schemaObjects(session.catalogue), session.diagnostics);
}

/** The migrations that are applied by the time the named one is; all of them without a name. */
function upTo(migrations: readonly Migration[], until: string | undefined): readonly Migration[] {
  const at = until === undefined ? -1 : migrations.findIndex(({ name }) => name === until);
  return at < 0 ? migrations : migrations.slice(0, at + 1);
}
