import { type Fact, itemFact, tallyFact } from "#model/fact.ts";
import type { Forge } from "#model/history.ts";
import { itemId } from "#model/item.ts";
import type { Assignment } from "./assign-releases.ts";
import { commitFacts, releaseFact, shortHash } from "./commit-facts.ts";
import { proposeTags } from "./propose-tag.ts";
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

/** The facts of one history: the repository, its releases and its commits, and how many were understood. */
export async function historyFacts(history: History): Promise<readonly Fact[]> {
  const { log, assignment, inScope, aside, repository } = history;
  const { releases, tagOf } = assignment;
  const location = { file: repository.path };
  const commits = inScope ? log.filter(({ record }) => inScope.has(record.hash)) : log;
  if (commits.length === 0) return [];
  // A release that brings nothing to the chosen part of the repository is not one of that part.
  const used = new Set(commits.map(({ record }) => tagOf.get(record.hash)));
  const shown = releases.filter(
    ({ tag, sameAs, foldedInto }) => !inScope || used.has(foldedInto ?? sameAs ?? tag),
  );
  const reverts = resolveReverts(commits, tagOf);
  return [
    repositoryFact(history, commits, await proposeTags(shown, commits, tagOf)),
    ...shown.map((release) => releaseFact(release, location)),
    ...commits.flatMap((commit) => {
      const { hash } = commit.record;
      const state = { ...reverts.get(hash), ...(aside.has(hash) && { aside: true as const }) };
      return commitFacts(commit, { state, release: tagOf.get(hash), location });
    }),
    tallyFact(tallyCommits(commits, repository.path)),
  ];
}

function repositoryFact(
  { assignment: { otherTags }, repository }: History,
  commits: readonly ReadCommit[],
  proposed: Awaited<ReturnType<typeof proposeTags>>,
): Fact {
  const { path, shallow, forge } = repository;
  const newest = commits[0]?.record;
  return itemFact({
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
  });
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
