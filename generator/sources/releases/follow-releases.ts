import type { Fact } from "#model/fact.ts";
import type { Release } from "#model/history.ts";
import type { Item } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import rastro from "../../../package.json" with { type: "json" };
import { openCache } from "../cache.ts";
import { type CommittedFiles, openCommittedFiles } from "../git/extract-files.ts";

/** What is followed from one release to the next. */
export interface Followed<Version, Change> {
  readonly root: string;
  readonly entries: readonly SourceEntry[];
  /** Names what is remembered: tags do not move. */
  readonly name: string;
  /** Whether a file of a release belongs to it. */
  readonly isPart: (path: string) => boolean;
  /** Reads one version from a folder. */
  readonly read: (root: string) => Promise<readonly Version[]>;
  readonly compare: (before: readonly Version[], after: readonly Version[]) => readonly Change[];
}

/** What each release changed, by its tag. */
type ReleaseChanges<Change> = Readonly<Record<string, readonly Change[]>>;

/**
 * The facts, with what each release changed under `field`. Versions are read as each tag has them,
 * one tag after the other and only where they differ; the answer is remembered.
 */
export async function followReleases<Version, Change>(
  facts: readonly Fact[],
  field: "schemaChanges" | "apiChanges",
  followed: Followed<Version, Change>,
): Promise<readonly Fact[]> {
  const { root, entries, name } = followed;
  const releases = entries.length === 0 ? [] : releasesOf(facts);
  if (releases.length === 0) return facts;
  const tags = releases.map(({ attributes: { tag, commit } }) => `${tag} ${commit}`);
  const question = [rastro.version, JSON.stringify(entries), ...tags];
  const cache = openCache<ReleaseChanges<Change>>(root, name, question);
  const changes = cache.read() ?? (await readChanges(releases, followed));
  cache.write(changes, []);
  return facts.map((fact) => {
    if (fact.fact !== "item" || fact.item.kind !== "release") return fact;
    const own = changes[fact.item.attributes.tag] ?? [];
    if (own.length === 0) return fact;
    const attributes: Release = { ...fact.item.attributes, [field]: own };
    return { fact: "item", item: { ...fact.item, attributes } };
  });
}

/** From the oldest on; none of a history whose older part is not here. */
function releasesOf(facts: readonly Fact[]): readonly Item<"release">[] {
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const isShallow = items.some((item) => item.kind === "repository" && item.attributes.shallow);
  if (isShallow) return [];
  return items
    .filter((item) => item.kind === "release")
    .filter(({ attributes: { sameAs, foldedInto } }) => (sameAs ?? foldedInto) === undefined)
    .sort((a, b) => a.attributes.position - b.attributes.position);
}

/** Two versions are in memory at a time. A revision that git cannot read has no changes to show. */
async function readChanges<Version, Change>(
  releases: readonly Item<"release">[],
  { root, isPart, read, compare }: Followed<Version, Change>,
): Promise<ReleaseChanges<Change>> {
  const files = openCommittedFiles(root, isPart);
  const changes: Record<string, readonly Change[]> = {};
  let before: readonly Version[] = [];
  let seen = "";
  try {
    for (const { attributes } of releases) {
      const content = (await files.list(attributes.commit))
        ?.map(({ path, id }) => `${id} ${path}`)
        .join("\n");
      if (content === undefined || content === seen) continue;
      seen = content;
      const after = await readVersion(files, attributes.commit, read);
      if (after === undefined) continue;
      changes[attributes.tag] = compare(before, after);
      before = after;
    }
  } finally {
    files.close();
  }
  return changes;
}

async function readVersion<Version>(
  files: CommittedFiles,
  commit: string,
  read: (root: string) => Promise<readonly Version[]>,
): Promise<readonly Version[] | undefined> {
  const extracted = await files.extract(commit);
  if (extracted === undefined) return undefined;
  try {
    return await read(extracted.folder);
  } finally {
    extracted.dispose();
  }
}
