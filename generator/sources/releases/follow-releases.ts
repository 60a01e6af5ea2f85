import type { Fact } from "#model/fact.ts";
import type { Release } from "#model/history.ts";
import type { Item } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import rastro from "../../../package.json" with { type: "json" };
import { openCache } from "../cache/open-cache.ts";
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

/** What a release changed, and since which: the last before it whose files git has. */
interface Step<Change> {
  /** Full name of a commit; empty for the first release. */
  readonly since: string;
  /** Absent when git lacks its files. */
  readonly changes?: readonly Change[];
}

/** Steps by the commits of their releases, which never change. */
type Steps<Change> = Readonly<Record<string, Step<Change>>>;

/**
 * The facts, with what each release changed under `field`. Versions are read as each tag has them,
 * one tag after the other and only where they differ; what is known of a step is remembered, so that
 * a new tag costs one step.
 */
export async function followReleases<Version, Change>(
  facts: readonly Fact[],
  field: "schemaChanges" | "apiChanges",
  followed: Followed<Version, Change>,
): Promise<readonly Fact[]> {
  const { root, entries, name } = followed;
  const releases = entries.length === 0 ? [] : releasesOf(facts);
  if (releases.length === 0) return facts;
  const question = [rastro.version, JSON.stringify(entries)];
  const cache = openCache<Steps<Change>>(root, name, question);
  const known = cache.read() ?? {};
  const { steps, isNew } = await followSteps(releases, known, followed);
  if (isNew) cache.write({ ...known, ...steps }, []);
  return facts.map((fact) => {
    if (fact.fact !== "item" || fact.item.kind !== "release") return fact;
    const { commit, sameAs, foldedInto } = fact.item.attributes;
    const own = (sameAs ?? foldedInto) === undefined ? (steps[commit]?.changes ?? []) : [];
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

async function followSteps<Version, Change>(
  releases: readonly Item<"release">[],
  known: Steps<Change>,
  followed: Followed<Version, Change>,
): Promise<{ readonly steps: Steps<Change>; readonly isNew: boolean }> {
  const steps: Record<string, Step<Change>> = {};
  const reader = openReader(followed);
  let since = "";
  let isNew = false;
  try {
    for (const { attributes } of releases) {
      const { commit } = attributes;
      const before = known[commit];
      const isKnown = before?.since === since;
      const step = isKnown ? before : { since, ...(await reader.changes(since, commit)) };
      isNew ||= !isKnown;
      steps[commit] = step;
      if (step.changes !== undefined) since = commit;
    }
  } finally {
    reader.close();
  }
  return { steps, isNew };
}

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
    return files && (await readVersion(files, commit, read));
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
