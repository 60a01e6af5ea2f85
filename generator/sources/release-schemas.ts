import type { Fact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import type { SchemaChange, SchemaObject } from "#model/schema-change.ts";
import type { ProjectSettings, SourceEntry } from "#model/settings.ts";
import rastro from "../../package.json" with { type: "json" };
import { openCache } from "./cache.ts";
import { extractFiles, listBlobs } from "./git/extract-files.ts";

/** What became of every object between two versions of a schema. */
export type CompareSchemas = (
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
) => readonly SchemaChange[];

/** What each release changed, by its tag. */
type ReleaseChanges = Readonly<Record<string, readonly SchemaChange[]>>;

type Release = Item<"release">;

/**
 * The facts, with what each release changed in the schema of a project that has migrations. They
 * are applied as each tag has them, one tag after the other and only where they differ; tags do not
 * move, so the answer is remembered.
 */
export async function withReleaseSchemas(
  root: string,
  { sources }: ProjectSettings,
  { facts, compare }: { readonly facts: readonly Fact[]; readonly compare: CompareSchemas },
): Promise<readonly Fact[]> {
  const releases = sources.sql.length === 0 ? [] : releasesOf(facts);
  if (releases.length === 0) return facts;
  const tags = releases.map(({ attributes: { tag, commit } }) => `${tag} ${commit}`);
  const question = [rastro.version, JSON.stringify(sources.sql), ...tags];
  const cache = openCache<ReleaseChanges>(root, "release-schemas", question);
  const changes =
    cache.read() ?? (await readChanges({ root, entries: sources.sql }, releases, compare));
  cache.write(changes, []);
  return facts.map((fact) =>
    fact.fact === "item" && fact.item.kind === "release" ? withChanges(fact.item, changes) : fact,
  );
}

/** From the oldest on; none of a history whose older part is not here. */
function releasesOf(facts: readonly Fact[]): readonly Release[] {
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const isShallow = items.some((item) => item.kind === "repository" && item.attributes.shallow);
  if (isShallow) return [];
  return items
    .filter((item) => item.kind === "release")
    .filter(({ attributes: { sameAs, foldedInto } }) => (sameAs ?? foldedInto) === undefined)
    .sort((a, b) => a.attributes.position - b.attributes.position);
}

function withChanges(release: Release, changes: ReleaseChanges): Fact {
  const own = changes[release.attributes.tag] ?? [];
  if (own.length === 0) return { fact: "item", item: release };
  const attributes = { ...release.attributes, schemaChanges: own };
  return { fact: "item", item: { ...release, attributes } };
}

interface Migrations {
  readonly root: string;
  readonly entries: readonly SourceEntry[];
}

/** Two versions are in memory at a time. A revision that git cannot read has no changes to show. */
async function readChanges(
  migrations: Migrations,
  releases: readonly Release[],
  compare: CompareSchemas,
): Promise<ReleaseChanges> {
  const changes: Record<string, readonly SchemaChange[]> = {};
  let before: readonly SchemaObject[] = [];
  let seen = "";
  for (const { attributes } of releases) {
    const content = await contentOf(migrations, attributes.commit);
    if (content === undefined || content === seen) continue;
    seen = content;
    const after = await readAt(migrations, attributes.commit);
    if (after === undefined) continue;
    changes[attributes.tag] = compare(before, after).filter((each) => each.with === undefined);
    before = after;
  }
  return changes;
}

const isSql = (path: string): boolean => /\.(?:p?sql|pgsql|ddl)$/i.test(path);

/** What tells two versions of the SQL apart; undefined when git does not answer. */
async function contentOf({ root }: Migrations, commit: string): Promise<string | undefined> {
  try {
    const blobs = (await listBlobs(root, commit)).filter(({ path }) => isSql(path));
    return blobs.map(({ path, id }) => `${id} ${path}`).join("\n");
  } catch {
    return undefined;
  }
}

async function readAt(
  { root, entries }: Migrations,
  commit: string,
): Promise<readonly SchemaObject[] | undefined> {
  const { readSchema } = await import("./sql/schema-versions.ts");
  try {
    const files = await extractFiles(root, commit, isSql);
    try {
      return (await readSchema({ root: files.folder, entries })).value;
    } finally {
      files.dispose();
    }
  } catch (error) {
    if (isGitFailure(error)) return undefined;
    throw error;
  }
}

/** A partial clone lacks files, and git is not asked to fetch them. */
const isGitFailure = (error: unknown): boolean =>
  error instanceof Error && error.constructor.name.startsWith("Git");
