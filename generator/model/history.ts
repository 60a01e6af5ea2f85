import type { ApiChange } from "./api/change.ts";
import type { SchemaChange } from "./schema/change.ts";
import type { SymbolChange } from "./code/change.ts";

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
  /** The same for each package that has tags of its own. */
  readonly packageTags?: readonly string[];
  /** What became of the schema since the newest release, as `Release` says it for the others. */
  readonly schemaChanges?: readonly SchemaChange[];
  /** What became of the API since the newest release. */
  readonly apiChanges?: readonly ApiChange[];
  /** What became of the exported names of the code since the newest release. */
  readonly symbolChanges?: readonly SymbolChange[];
  /** Where its commits, issues and comparisons can be seen; absent when nobody knows. */
  readonly forge?: Forge;
}

/** The kinds of forge whose addresses are known. */
export const forgeKinds = ["github", "gitlab", "gitea", "bitbucket"] as const;
export type ForgeKind = (typeof forgeKinds)[number];

/** The home of a repository on a forge. */
export interface Forge {
  readonly kind: ForgeKind;
  /** Without a trailing `/`, and without credentials: `https://github.com/owner/name`. */
  readonly url: string;
  /** Where the folder of the settings is seen as it is now, without a trailing `/`; absent when nobody knows. */
  readonly files?: string;
}

/** A tag; its commits are those not reachable from an older finished version. */
export interface Release {
  readonly tag: string;
  /** Whose version it is, where packages of one repository are released apart: `pkg` of `pkg@1.2.0`. */
  readonly package?: string;
  /** `1.2.0` of `pkg-v1.2.0`; absent when the tag is no version. */
  readonly version?: string;
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
  /** What became of the exported names of the code since the release before; absent likewise. */
  readonly symbolChanges?: readonly SymbolChange[];
  /** Of a long history: it is older than the releases whose exported names are compared. */
  readonly notCompared?: true;
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
  /** What it brought besides its own subject: the commits that were squashed into it. */
  readonly parts?: readonly ConventionalSubject[];
  /** Of a merge: what was merged, in the words of the request. */
  readonly merged?: string;
  /** Issues and requests of the forge that it names. */
  readonly issues?: readonly IssueReference[];
  /** Names of those who wrote it with the author. */
  readonly coAuthors?: readonly string[];
  /** Object name of the commit that this one takes back: in full when it is here, else as written. */
  readonly reverts?: string;
  /** Object name of the commit that takes this one back. */
  readonly revertedBy?: string;
  /** It and a revert in the same release cancel each other out: nothing of the two was released. */
  readonly cancelled?: true;
  /** It touches nothing but what the settings keep out of the changelog. */
  readonly aside?: true;
  /** The tag that first holds the commit; absent while unreleased. */
  readonly release?: string;
}

export interface Trailer {
  readonly key: string;
  readonly value: string;
}

/** `#12`, `owner/name#12`, `!12`. */
export interface IssueReference {
  /** `!`: a request to merge, where the forge numbers them apart. */
  readonly mark: "#" | "!";
  readonly number: string;
  /** Another repository of the same forge. */
  readonly repository?: string;
  /** The message says that it is done with. */
  readonly closes?: true;
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
