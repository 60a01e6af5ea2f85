import { type Fact, itemFact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import rastro from "../../../package.json" with { type: "json" };
import { openCache } from "../cache/open-cache.ts";
import { type CommittedFiles, openCommittedFiles } from "../git/objects/extract-files.ts";

/** What is followed from one release to the next. */
export interface Followed<Version, Change> {
  readonly root: string;
  readonly entries: readonly SourceEntry[];
  /** Names what is remembered: tags do not move. */
  readonly name: string;
  /** Whether a file of a release belongs to it. */
  readonly isPart: (path: string) => boolean;
  /** Reads one version; undefined when git lacks a part of it. */
  readonly read: (files: CommittedFiles, commit: string) => Promise<readonly Version[] | undefined>;
  readonly compare: (before: readonly Version[], after: readonly Version[]) => readonly Change[];
  /** How many of the newest releases are compared; all of them when absent. */
  readonly atMost?: number;
}

/** What a release changed, and since which: the last before it whose files git has. */
interface Step<Change> {
  /** Full name of a commit; empty for the first release. */
  readonly since: string;
  /** Absent when git lacks its files. */
  readonly changes?: readonly Change[];
  /** It leads to a commit that no release names: soon nobody asks for it again. */
  readonly isUnreleased?: true;
}

/** Steps by the commits that they lead to, which never change. */
type Steps<Change> = Readonly<Record<string, Step<Change>>>;

/**
 * The facts, with what each release changed under `field`, and under that of the repository what the
 * newest commit changed since. Versions are read as each tag has them,
 * one tag after the other and only where they differ; what is known of a step is remembered, so that
 * a new tag costs one step.
 */
export async function followReleases<Version, Change>(
  facts: readonly Fact[],
  field: "schemaChanges" | "apiChanges" | "symbolChanges",
  followed: Followed<Version, Change>,
): Promise<readonly Fact[]> {
  const { root, entries, name } = followed;
  const all = entries.length === 0 ? [] : stopsOf(facts);
  if (all.length === 0) return facts;
  // The oldest that is looked at is only what the next is compared with.
  const stops = all.slice(-(followed.atMost ?? all.length) - 1);
  const older = stops.length < all.length ? all.slice(0, 1 - stops.length) : [];
  const leftOut = new Set<string | undefined>(older.map(({ commit }) => commit));
  const question = [rastro.version, JSON.stringify(entries)];
  const cache = openCache<Steps<Change>>(root, name, question);
  const known = cache.read() ?? {};
  const save = (steps: Steps<Change>): void => cache.write({ ...released(known), ...steps }, []);
  const steps = await followSteps(stops, { known, save }, followed);
  const unreleased = stops.find(({ isUnreleased }) => isUnreleased);
  return facts.map((fact) => {
    if (fact.fact !== "item") return fact;
    const { item } = fact;
    const commit = item.kind === "repository" ? unreleased?.commit : commitOf(item);
    if (leftOut.has(commit)) return withoutComparison(item);
    const own = steps[commit ?? ""]?.changes ?? [];
    if (own.length === 0) return fact;
    return itemFact({ ...item, attributes: { ...item.attributes, [field]: own } } as Item);
  });
}

/** Its page says that nobody has looked. */
const withoutComparison = (item: Item): Fact =>
  itemFact({ ...item, attributes: { ...item.attributes, notCompared: true } } as Item);

const released = <Change>(steps: Steps<Change>): Steps<Change> =>
  Object.fromEntries(Object.entries(steps).filter(([, step]) => step.isUnreleased !== true));

/** The commit of a release that has changes of its own. */
function commitOf(item: Item): string | undefined {
  if (item.kind !== "release") return undefined;
  const { commit, sameAs, foldedInto } = item.attributes;
  return (sameAs ?? foldedInto) === undefined ? commit : undefined;
}

/** A version that is read. */
interface Stop {
  readonly commit: string;
  readonly isUnreleased: boolean;
}

/** From the oldest release to the newest commit; none of a history whose older part is not here. */
function stopsOf(facts: readonly Fact[]): readonly Stop[] {
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const repositories = items.filter((item) => item.kind === "repository");
  if (repositories.some(({ attributes }) => attributes.shallow)) return [];
  const releases = items
    .filter((item) => item.kind === "release")
    .filter((item) => commitOf(item) !== undefined)
    .sort((a, b) => a.attributes.position - b.attributes.position)
    .map(({ attributes: { commit } }) => ({ commit, isUnreleased: false }));
  const [repository] = repositories;
  if (releases.length === 0 || repository === undefined) return releases;
  const newest = items.find(
    (item) =>
      item.kind === "commit" && item.attributes.hash.startsWith(repository.attributes.newest),
  );
  const commit = newest?.kind === "commit" ? newest.attributes.hash : undefined;
  const isReleased = commit === undefined || releases.some((each) => each.commit === commit);
  return isReleased ? releases : [...releases, { commit, isUnreleased: true }];
}

/** What is remembered, and how more of it is. */
interface Memory<Change> {
  readonly known: Steps<Change>;
  readonly save: (steps: Steps<Change>) => void;
}

/** So many new steps are lost at most when somebody does not wait for the end. */
const savedTogether = 25;

async function followSteps<Version, Change>(
  stops: readonly Stop[],
  { known, save }: Memory<Change>,
  followed: Followed<Version, Change>,
): Promise<Steps<Change>> {
  const steps: Record<string, Step<Change>> = {};
  const reader = openReader(followed);
  let since = "";
  let unsaved = 0;
  try {
    for (const { commit, isUnreleased } of stops) {
      const before = known[commit];
      const isKnown = before?.since === since;
      const step = isKnown ? before : { since, ...(await reader.changes(since, commit)) };
      steps[commit] = isUnreleased ? { ...step, isUnreleased } : plain(step);
      if (step.changes !== undefined) since = commit;
      unsaved += isKnown ? 0 : 1;
      if (unsaved < savedTogether) continue;
      save(steps);
      unsaved = 0;
    }
    if (unsaved > 0) save(steps);
  } finally {
    reader.close();
  }
  return steps;
}

/** What was the newest commit may be a release by now. */
const plain = <Change>({ isUnreleased: _, ...step }: Step<Change>): Step<Change> => step;

interface Reader<Change> {
  readonly changes: (before: string, after: string) => Promise<Pick<Step<Change>, "changes">>;
  readonly close: () => void;
}

/** Two versions are in memory at a time; git is started for the first that is not remembered. */
function openReader<Version, Change>({
  root,
  isPart,
  read,
  compare,
}: Followed<Version, Change>): Reader<Change> {
  let files: CommittedFiles | undefined;
  let held: { readonly content: string; readonly version: readonly Version[] } | undefined;
  const contentOf = async (commit: string): Promise<string | undefined> => {
    if (commit === "") return "";
    files ??= openCommittedFiles(root, isPart);
    return (await files.list(commit))?.map(({ path, id }) => `${id} ${path}`).join("\n");
  };
  const versionOf = async (commit: string, content: string) => {
    if (content === "") return [];
    if (held?.content === content) return held.version;
    return files && (await read(files, commit));
  };
  const changes: Reader<Change>["changes"] = async (since, commit) => {
    const [old, content] = [await contentOf(since), await contentOf(commit)];
    if (old === undefined || content === undefined) return {};
    if (old === content) return { changes: [] };
    const before = await versionOf(since, old);
    const after = await versionOf(commit, content);
    if (before === undefined || after === undefined) return {};
    held = { content, version: after };
    return { changes: compare(before, after) };
  };
  return { changes, close: () => files?.close() };
}

/** Reads a version from a folder with its files, for readers that know nothing of git. */
export const fromFolder =
  <Version>(
    read: (root: string) => Promise<readonly Version[]>,
  ): Followed<Version, never>["read"] =>
  async (files, commit) => {
    const folder = await files.checkOut(commit);
    return folder === undefined ? undefined : read(folder);
  };
