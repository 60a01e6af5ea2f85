import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";

export type CommitItem = Item<"commit">;

/** A release with what it brought, or everything that no release holds yet. */
export interface ReleaseGroup {
  /** Absent for what is not released. */
  readonly release?: Item<"release">;
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
export function groupByRelease(graph: Graph): readonly ReleaseGroup[] {
  const commits = itemsOf(graph, "commit").toSorted(newestFirst);
  const byTag = Map.groupBy(commits, ({ attributes }) => attributes.release);
  const releases = itemsOf(graph, "release").toSorted(newestFirst);
  const own = releases.filter(({ attributes }) => attributes.foldedInto === undefined);
  const folded = Map.groupBy(releases, ({ attributes }) => attributes.foldedInto);
  const twins = Map.groupBy(own, ({ attributes }) => attributes.sameAs);
  const files = fileNames(releases.map(({ attributes }) => attributes.tag).reverse());
  const pathOf = (name: string): string => `changelog/releases/${files.get(name) ?? name}.md`;
  const unreleased = byTag.get(undefined) ?? [];
  const waiting = {
    alsoTagged: [],
    prereleases: [],
    commits: unreleased,
    path: "changelog/releases/unreleased.md",
  };
  return [
    ...(unreleased.length > 0 ? [waiting] : []),
    ...(twins.get(undefined) ?? []).map((release) => ({
      release,
      alsoTagged: twins.get(release.attributes.tag) ?? [],
      prereleases: folded.get(release.attributes.tag) ?? [],
      commits: byTag.get(release.attributes.tag) ?? [],
      path: pathOf(release.attributes.tag),
    })),
  ];
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

/** Merges bring what other commits say: they are counted, and listed apart. */
export const isMerge = ({ attributes }: CommitItem): boolean => attributes.parents.length > 1;
