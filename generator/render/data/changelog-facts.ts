import { type History, itemsOf } from "#model/graph.ts";
import { type SortedRelease, sortCommits } from "../views/changelog/entries.ts";
import {
  type CommitItem,
  findGroups,
  groupByRelease,
  predecessors,
  type ReleaseGroup,
} from "../views/changelog/history.ts";

/**
 * A history for programs, as `schemas/changelog.schema.json` has it: every release, or the one that
 * is wanted, with every commit and what became of it. Nothing when there is no such release.
 */
export function changelogFacts(history: History, wanted?: string): ChangelogFacts | undefined {
  const groups = groupByRelease(history);
  const told = findGroups(groups, wanted);
  if (told === undefined) return undefined;
  const before = predecessors(groups);
  return {
    repositories: itemsOf(history, "repository").map(({ title, attributes }) => ({
      path: title,
      ...attributes,
    })),
    releases: told.map((group) => releaseFacts(group, before.get(group))),
  };
}

/** What a program learns of a history. */
export interface ChangelogFacts {
  readonly repositories: readonly object[];
  readonly releases: readonly object[];
}

function releaseFacts(group: ReleaseGroup, since: string | undefined): object {
  const { release, month, alsoTagged, prereleases, path } = group;
  const sorted = sortCommits(group);
  return {
    ...(release ? omit(release.attributes, ["position", "sameAs", "foldedInto"]) : { tag: null }),
    ...(month !== undefined && { month }),
    ...(since !== undefined && { since }),
    page: path,
    alsoTagged: alsoTagged.map(({ attributes }) => attributes.tag),
    prereleases: prereleases.map(({ attributes: { tag, date, commit } }) => ({
      tag,
      date,
      commit,
    })),
    commits: fates.flatMap((fate) => sorted[fate].map((commit) => commitFacts(commit, fate))),
  };
}

const fates = ["listed", "cancelled", "merges", "aside"] as const satisfies (keyof SortedRelease)[];

/** Said by the release or by `fate`; the body of a message is left to git, for the hash is here. */
const saidElsewhere = ["body", "position", "release", "cancelled", "aside"] as const;

const commitFacts = ({ attributes }: CommitItem, fate: keyof SortedRelease): object => ({
  fate,
  ...omit(attributes, saidElsewhere),
});

const omit = (value: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
