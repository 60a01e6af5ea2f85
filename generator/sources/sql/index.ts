import { diagnose, type Diagnostic, outcome } from "#diagnostics/index.ts";
import { type Fact, itemFact, tallyFact } from "#model/fact.ts";
import { listFiles, readText, type SourceFile } from "../files.ts";
import type { Source, SourceRequest } from "../source.ts";
import { emptyCatalogue } from "./catalogue/catalogue.ts";
import type { Migration } from "./catalogue/entry.ts";
import { catalogueFacts } from "./facts/catalogue-facts.ts";
import { migrationId } from "./facts/identify.ts";
import { compareMigrations } from "./order-migrations.ts";
import { loadParser } from "./parser/load-parser.ts";
import { sourceText } from "./parser/source-text.ts";
import type { Session } from "./replay/context.ts";
import { type Counts, replayFile } from "./replay/replay-file.ts";
import { replayNode } from "./replay/replay-node.ts";

/**
 * Reads SQL migrations in the order they are applied, folds every statement into a catalogue as
 * PostgreSQL would, and reports what is there at the end: each object with the line that made it.
 */
export const readSql: Source = async (request) => {
  const listed = await listFiles(request, "**/*.sql");
  const { files, undone } = orderFiles(listed.value, request);
  const session: Session = {
    catalogue: emptyCatalogue(),
    parser: await loadParser(),
    replay: replayNode,
    diagnostics: [...listed.diagnostics, ...undone],
    searchPath: [],
  };
  const facts = files.flatMap((file, order) => {
    const migration = readMigration(file, { order, root: request.root, session });
    return migration ? migrationFacts(migration, replayFile(session, migration)) : [];
  });
  return outcome([...facts, ...catalogueFacts(session.catalogue)], session.diagnostics);
};

const undoes = /(?:^|\/)(?:down|[^/]*[._]down|[^/]*\.undo|U\d[^/]*__[^/]*)\.sql$/;

/** In the order of the settings, then of the paths; files that undo others stay apart. */
function orderFiles(
  files: readonly SourceFile[],
  { entries }: SourceRequest,
): { readonly files: readonly SourceFile[]; readonly undone: readonly Diagnostic[] } {
  const rank = new Map(entries.map((entry, at) => [entry, at]));
  const byOrder = (a: SourceFile, b: SourceFile) =>
    (rank.get(a.entry) ?? 0) - (rank.get(b.entry) ?? 0) || compareMigrations(a.path, b.path);
  const isUndo = ({ path, entry }: SourceFile) => undoes.test(path) && entry.path !== path;
  const undoing = files.filter(isUndo);
  const [first] = undoing;
  const undone = first
    ? [
        diagnose(
          "sources/sql-down-migration",
          { count: undoing.length },
          { location: { file: first.path } },
        ),
      ]
    : [];
  return { files: files.filter((file) => !isUndo(file)).sort(byOrder), undone };
}

interface Reading {
  readonly order: number;
  readonly root: string;
  readonly session: Session;
}

function readMigration(
  { path, entry }: SourceFile,
  { order, root, session }: Reading,
): Migration | undefined {
  const { value: text, diagnostics } = readText(root, path);
  session.diagnostics.push(...diagnostics);
  if (text === undefined) return undefined;
  const name = path.replace(/\.[^./]+$/, "");
  return { name, order, foreign: entry.foreign, source: sourceText(path, text) };
}

function migrationFacts(migration: Migration, counts: Counts): readonly Fact[] {
  const { name, order, source } = migration;
  const { read: statements, ...rest } = counts;
  const item = itemFact({
    kind: "migration",
    id: migrationId(migration),
    title: titleOf(name),
    location: { file: source.file, line: 1 },
    attributes: { order, statements, ...rest },
  });
  const tally = { source: "sql", file: source.file, unit: "statements", ...counts };
  return [item, tallyFact(tally)];
}

/** The file, or its folder where every file has the same name (`20240101_init/migration.sql`). */
function titleOf(name: string): string {
  const [file = name, folder] = name.split("/").toReversed();
  return folder !== undefined && /^(?:migration|up)$/.test(file) ? folder : file;
}
