import { type History, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { Words } from "../../view.ts";

export type CommitItem = Item<"commit">;

/** A release with what it brought, or everything that no release holds yet. */
export interface ReleaseGroup {
  /** Absent for what is not released. */
  readonly release?: Item<"release">;
  /** `2026-08`, where no tag divides a long history. */
  readonly month?: string;
  /** Other tags of the same commit. */
  readonly alsoTagged: readonly Item<"release">[];
  /** What was tried before it, newest first. */
  readonly prereleases: readonly Item<"release">[];
  /** Newest first. */
  readonly commits: readonly CommitItem[];
  /** Of its page, within language and project. */
  readonly path: string;
}

/** The history in the order in which people read it: unreleased first, then the newest release. */
export function groupByRelease(graph: History): readonly ReleaseGroup[] {
  const commits = itemsOf(graph, "commit").toSorted(newestFirst);
  const byTag = Map.groupBy(commits, ({ attributes }) => attributes.release);
  const releases = itemsOf(graph, "release").toSorted(newestFirst);
  const own = releases.filter(({ attributes }) => attributes.foldedInto === undefined);
  const folded = Map.groupBy(releases, ({ attributes }) => attributes.foldedInto);
  const twins = Map.groupBy(own, ({ attributes }) => attributes.sameAs);
  const files = fileNames(releases.map(({ attributes }) => attributes.tag).reverse());
  const pathOf = (name: string): string => `changelog/releases/${files.get(name) ?? name}.md`;
  return [
    ...unreleasedGroups(byTag.get(undefined) ?? [], releases.length > 0),
    ...(twins.get(undefined) ?? []).map((release) => ({
      release,
      alsoTagged: twins.get(release.attributes.tag) ?? [],
      prereleases: folded.get(release.attributes.tag) ?? [],
      commits: byTag.get(release.attributes.tag) ?? [],
      path: pathOf(release.attributes.tag),
    })),
  ];
}

/**
 * The groups that are asked for: a tag, `latest` or `unreleased`, all when nothing is named. A tag
 * wins over a word; a pre-release is told by the version that took its commits.
 */
export function findGroups(
  groups: readonly ReleaseGroup[],
  wanted: string | undefined,
): readonly ReleaseGroup[] | undefined {
  if (wanted === undefined) return groups;
  const named = groups.find(({ release, alsoTagged, prereleases }) =>
    [release, ...alsoTagged, ...prereleases].some((each) => each?.attributes.tag === wanted),
  );
  if (named) return [named];
  if (wanted === "unreleased") return groups.filter(({ release }) => release === undefined);
  return wanted === "latest"
    ? groups.filter(({ release }) => release !== undefined).slice(0, 1)
    : undefined;
}

/** Without tags, more commits than these are a page for each month. */
const longPage = 200;

function unreleasedGroups(
  commits: readonly CommitItem[],
  hasReleases: boolean,
): readonly ReleaseGroup[] {
  if (commits.length === 0) return [];
  const none = { alsoTagged: [], prereleases: [] };
  if (hasReleases || commits.length <= longPage) {
    return [{ ...none, commits, path: "changelog/releases/unreleased.md" }];
  }
  const months = Map.groupBy(commits, ({ attributes }) => attributes.committed.slice(0, 7));
  return [...months.keys()]
    .sort()
    .reverse()
    .map((month) => ({
      ...none,
      month,
      commits: months.get(month) ?? [],
      path: `changelog/months/${month}.md`,
    }));
}

const newestFirst = (
  a: { readonly id: string; readonly attributes: { readonly position: number } },
  b: { readonly id: string; readonly attributes: { readonly position: number } },
): number => b.attributes.position - a.attributes.position || (a.id < b.id ? -1 : 1);

/**
 * A tag may hold almost any character, and two tags may differ in their case alone: each gets a
 * name that every file system keeps apart. The oldest come first, so that a new tag renames none.
 */
function fileNames(tags: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>(["unreleased"]);
  const files = new Map<string, string>();
  for (const tag of tags) {
    const stem = safeName(tag);
    let file = stem;
    for (let next = 2; taken.has(file.toLowerCase()); next++) file = `${stem}-${next}`;
    taken.add(file.toLowerCase());
    files.set(tag, file);
  }
  return files;
}

const safeName = (tag: string): string =>
  tag
    .replace(/[^0-9A-Za-z._-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80) || "tag";

/** What people call it: its tag, its month, or that it waits for one. */
export function nameOf({ release, month }: ReleaseGroup, words: Words): string {
  if (release) return release.attributes.tag;
  if (month === undefined) return words("changelog.unreleased");
  return words(`changelog.month-${month.slice(5)}`, { year: month.slice(0, 4) });
}

/** Merges bring what other commits say: they are counted, and listed apart. */
export const isMerge = ({ attributes }: CommitItem): boolean => attributes.parents.length > 1;

/**
 * The tag before each release: of the same package, where packages have versions of their own;
 * before what is not released, the newest of all.
 */
export function predecessors(groups: readonly ReleaseGroup[]): ReadonlyMap<ReleaseGroup, string> {
  const last = new Map<string, string>();
  let newest: string | undefined;
  const found = new Map<ReleaseGroup, string>();
  for (const group of groups.toReversed()) {
    const { tag, package: owner = "" } = group.release?.attributes ?? {};
    const before = group.release ? last.get(owner) : newest;
    if (before !== undefined) found.set(group, before);
    for (const { attributes } of group.alsoTagged) {
      last.set(attributes.package ?? "", attributes.tag);
    }
    if (tag !== undefined) last.set(owner, tag);
    newest = tag;
  }
  return found;
}
