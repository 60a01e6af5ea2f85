/** Items that come from git. */
export interface HistoryItems {
  commit: Commit;
  /** A tag; its commits are those not reachable from an older one. */
  release: { readonly tag: string; readonly date: string; readonly commit: string };
}

export interface Commit {
  /** Full object name. */
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** Author date, ISO 8601 with its own offset. */
  readonly date: string;
  readonly subject: string;
  readonly body: string;
  readonly trailers: readonly { readonly key: string; readonly value: string }[];
  /** What the conventional-commits parser understood; absent when the subject is not conventional. */
  readonly conventional?: {
    readonly type: string;
    readonly scope?: string;
    readonly description: string;
    readonly breaking: boolean;
    readonly breakingNotes: readonly string[];
  };
  /** The tag that first holds the commit; absent while unreleased. */
  readonly release?: string;
}
