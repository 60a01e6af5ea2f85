import type { ApiChange } from "./api-change.ts";
import type { SchemaChange } from "./schema-change.ts";

/** Items that come from git. */
export interface HistoryItems {
  /** What one source entry saw of the history. */
  repository: Repository;
  commit: Commit;
  release: Release;
}

export interface Repository {
  /** Short name of the newest commit. */
  readonly newest: string;
  /** When the newest commit was committed, ISO 8601 with its own offset. */
  readonly date: string;
  readonly commits: number;
  /** Only the newest part of the history is here: what is older cannot be known. */
  readonly shallow: boolean;
  /** Tags that name no commit of this history. */
  readonly otherTags: number;
  /** The tag that the conventions propose for what is not released yet; absent when they say nothing. */
  readonly nextTag?: string;
}

/** A tag; its commits are those not reachable from an older finished version. */
export interface Release {
  readonly tag: string;
  /** Full name of the commit it names. */
  readonly commit: string;
  /** When that commit was committed. */
  readonly date: string;
  /** Place of that commit in the history, see `Commit`. */
  readonly position: number;
  /** Another tag of the same commit, under which its commits are listed. */
  readonly sameAs?: string;
  /** Of a pre-release: the finished version after it, under which its commits are listed. */
  readonly foldedInto?: string;
  /**
   * What became of the schema since the release before; absent when its migrations did not change,
   * or nobody knows.
   */
  readonly schemaChanges?: readonly SchemaChange[];
  /** What became of the API since the release before; absent likewise. */
  readonly apiChanges?: readonly ApiChange[];
}

export interface Commit {
  /** Full object name. */
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** Author date, ISO 8601 with its own offset. */
  readonly date: string;
  /** Committer date, ISO 8601 with its own offset. */
  readonly committed: string;
  /** Place in the history, 0 for the oldest; a parent always stands before its children. */
  readonly position: number;
  readonly subject: string;
  readonly body: string;
  readonly trailers: readonly Trailer[];
  /** What the conventional-commits parser understood; absent when the subject is not conventional. */
  readonly conventional?: ConventionalSubject;
  /** What breaks, in the words of the commit; empty when nothing does. */
  readonly breaking: readonly string[];
  /** Object name of the commit that this one takes back, as its message says it. */
  readonly reverts?: string;
  /** The tag that first holds the commit; absent while unreleased. */
  readonly release?: string;
}

export interface Trailer {
  readonly key: string;
  readonly value: string;
}

export interface ConventionalSubject {
  /** As written. */
  readonly type: string;
  /** The type that stands for it in the conventions: `feat` for `feature`; absent for one they do not know. */
  readonly section?: CommitSection;
  readonly scope?: string;
  readonly description: string;
}

/** The types of the conventional-commits preset, in the order in which people want to read them. */
export const commitSections = [
  "feat",
  "fix",
  "perf",
  "revert",
  "refactor",
  "docs",
  "style",
  "test",
  "build",
  "ci",
  "chore",
] as const;
export type CommitSection = (typeof commitSections)[number];
