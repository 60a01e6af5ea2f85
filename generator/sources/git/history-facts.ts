import { type Fact, itemFact, referenceFact, tallyFact } from "#model/fact.ts";
import type { Forge } from "#model/history.ts";
import { type Item, itemId } from "#model/item.ts";
import type { Assignment } from "./tags/assign-releases.ts";
import { commitItem, commitReferences, releaseItem, shortHash } from "./commit-facts.ts";
import { proposeTags } from "./tags/propose-tag.ts";
import type { ReadCommit } from "./read-log.ts";
import { resolveReverts } from "./resolve-reverts.ts";

/** A history as git tells it. */
export interface History {
  readonly log: readonly ReadCommit[];
  readonly assignment: Assignment;
  /** The commits that the settings ask for; all of them when absent. */
  readonly inScope: ReadonlySet<string> | undefined;
  /** The commits that touch nothing but what is kept out of the changelog. */
  readonly aside: ReadonlySet<string>;
  readonly repository: {
    readonly path: string;
    readonly shallow: boolean;
    readonly forge?: Forge;
  };
}

/** The repository, its releases and its commits. */
export async function historyItems(history: History): Promise<readonly Item[]> {
  const { assignment, aside, repository } = history;
  const { releases, tagOf } = assignment;
  const location = { file: repository.path };
  const commits = commitsIn(history);
  if (commits.length === 0) return [];
  // A release that brings nothing to the chosen part of the repository is not one of that part.
  const used = new Set(commits.map(({ record }) => tagOf.get(record.hash)));
  const shown = releases.filter(
    ({ tag, sameAs, foldedInto }) => !history.inScope || used.has(foldedInto ?? sameAs ?? tag),
  );
  const reverts = resolveReverts(commits, tagOf);
  return [
    repositoryItem(history, commits, await proposeTags(shown, commits, tagOf)),
    ...shown.map((release) => releaseItem(release, location)),
    ...commits.map((commit) => {
      const { hash } = commit.record;
      const state = { ...reverts.get(hash), ...(aside.has(hash) && { aside: true as const }) };
      return commitItem(commit, { state, release: tagOf.get(hash), location });
    }),
  ];
}

/** The facts of one history: its items, what they name, and how many commits were understood. */
export async function historyFacts(history: History): Promise<readonly Fact[]> {
  const items = await historyItems(history);
  if (items.length === 0) return [];
  return [
    ...items.flatMap((item) =>
      item.kind === "commit"
        ? [itemFact(item), ...commitReferences(item).map(referenceFact)]
        : itemFact(item),
    ),
    tallyFact(tallyCommits(commitsIn(history), history.repository.path)),
  ];
}

const commitsIn = ({ log, inScope }: History): readonly ReadCommit[] =>
  inScope ? log.filter(({ record }) => inScope.has(record.hash)) : log;

function repositoryItem(
  { assignment: { otherTags }, repository }: History,
  commits: readonly ReadCommit[],
  proposed: Awaited<ReturnType<typeof proposeTags>>,
): Item<"repository"> {
  const { path, shallow, forge } = repository;
  const newest = commits[0]?.record;
  return {
    kind: "repository",
    id: itemId("repository", path),
    title: path,
    location: { file: path },
    attributes: {
      newest: shortHash(newest?.hash ?? ""),
      date: newest?.committed ?? "",
      commits: commits.length,
      shallow,
      otherTags,
      ...proposed,
      ...(forge && { forge }),
    },
  };
}

function tallyCommits(commits: readonly ReadCommit[], file: string) {
  const merges = commits.filter(({ record }) => record.parents.length > 1);
  const modelled = commits.filter(
    ({ record, parsed }) => record.parents.length < 2 && parsed.conventional,
  );
  return {
    source: "git",
    file,
    unit: "commits",
    read: commits.length,
    modelled: modelled.length,
    passedOver: merges.length,
    notUnderstood: commits.length - merges.length - modelled.length,
  };
}
