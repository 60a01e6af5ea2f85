/** A link to the web, and where it stands. */
export interface OutsideLink {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly url: string;
}

/** What became of an address on the web. */
export interface UrlState {
  /** Of the last answer; absent when there was none. */
  readonly status?: number;
  /** Why there was none. */
  readonly reason?: string;
  /** Where it led for good. */
  readonly movedTo?: string;
  /** The fragments that the page offers, when it is HTML and somebody asked. */
  readonly anchors?: readonly string[];
}
