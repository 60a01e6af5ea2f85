/** A place in a file of the project. */
export interface Location {
  /** Relative to the project's root, with `/` on every system. */
  readonly file: string;
  /** From 1; absent when not known, never 0. */
  readonly line?: number;
  /** From 1, in UTF-16 code units; absent when not known, never 0. */
  readonly column?: number;
}

/** The commit that changed a file last. */
export interface FileChange {
  /** Full object name. */
  readonly commit: string;
  /** When it was committed, ISO 8601 with its own offset. */
  readonly date: string;
}
