import { outcome } from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact, tallyFact } from "#model/fact.ts";
import type { Removal } from "#model/recorded.ts";
import type { Source } from "../source.ts";
import { readTraceTags } from "../trace-tags.ts";
import type { Migration } from "./catalogue/entry.ts";
import { catalogueFacts } from "./facts/catalogue-facts.ts";
import { migrationId } from "./facts/identify.ts";
import { removedObjects } from "./facts/removed-objects.ts";
import { readMigrations } from "./input/read-migrations.ts";
import { migrationTitle } from "./migration-title.ts";
import { readAhead } from "./parser/read-ahead.ts";
import { checkCatalogue } from "./replay/checks/at-the-end.ts";
import type { Notes } from "./replay/operations/notes.ts";
import { takeRemoved } from "./replay/remove.ts";
import { type Counts, replayFile } from "./replay/replay-file.ts";
import { startSession } from "./replay/start-session.ts";
import { chooseUntil } from "./schema-versions.ts";

/**
 * Reads SQL migrations in the order they are applied, folds every statement into a catalogue as
 * PostgreSQL would, and reports what is there at the end: each object with the line that made it.
 */
export const readSql: Source = async (request) => {
  const found = await readMigrations(request);
  const { value: migrations, diagnostics } = chooseUntil(found.value, request.until);
  const session = await startSession([...found.diagnostics, ...diagnostics]);
  const reader = readAhead(session.parser, migrations);
  const facts = migrations.flatMap((migration) => {
    const counted = [...replayFile(session, migration, reader)];
    const removed = removedObjects(takeRemoved(session.catalogue));
    return counted.flatMap(([file, counts]) => {
      const notes = session.notes.get(file);
      // What it includes runs as a part of it.
      const own = file === migration ? removed : [];
      return migrationFacts(file, counts, { removed: own, ...(notes && { notes }) });
    });
  });
  checkCatalogue(session);
  const exposed = request.entries.flatMap((entry) => entry.exposed ?? []);
  const objects = await catalogueFacts(session.catalogue);
  const shown = objects.value.map((fact) => withExposure(fact, exposed));
  const read = [...facts, ...shown];
  const tags = migrations.flatMap((migration) => tagsOf(migration, read));
  return outcome([...read, ...tags], [...session.diagnostics, ...objects.diagnostics]);
};

const tagsOf = (migration: Migration, facts: readonly Fact[]): readonly Fact[] => {
  const { source, foreign } = migration;
  const whole = migrationId(migration);
  return readTraceTags({ ...source, whole, foreign }, facts).map(referenceFact);
};

/** Which schemas strangers see, when the settings say it. */
function withExposure(fact: Fact, exposed: readonly string[]): Fact {
  if (exposed.length === 0 || fact.fact !== "item" || fact.item.kind !== "namespace") return fact;
  const { item } = fact;
  const attributes = { ...item.attributes, exposed: exposed.includes(item.title) };
  return { ...fact, item: { ...item, attributes } };
}

interface Outcomes {
  readonly notes?: Notes;
  readonly removed: readonly Removal[];
}

function migrationFacts(
  migration: Migration,
  counts: Counts,
  { notes, removed }: Outcomes,
): readonly Fact[] {
  const { name, order, source, foreign } = migration;
  const { read: statements, ...rest } = counts;
  const item = itemFact({
    kind: "migration",
    id: migrationId(migration),
    title: migrationTitle(name),
    location: { file: source.file, line: 1 },
    attributes: {
      order,
      statements,
      ...rest,
      ...(notes && notes.operations.length > 0 && { operations: notes.operations }),
      ...(notes && notes.suppressions.length > 0 && { suppressions: notes.suppressions }),
      ...(removed.length > 0 && { removed }),
      ...(foreign && { foreign }),
    },
  });
  const tally = { source: "sql", file: source.file, unit: "statements", ...counts };
  return [item, tallyFact(tally)];
}
