import type { Location } from "#model/location.ts";

/** A link as it stands in an emitted page. */
export interface WrittenLink {
  /** Character references decoded. */
  readonly url: string;
}

/** What stands in a document, or in a piece of it that its neighbours share. */
export interface Part {
  readonly links: readonly WrittenLink[];
  /** In order; one that is there twice is listed twice. */
  readonly anchors: readonly string[];
}

/** An emitted page, Markdown or HTML, as far as links are concerned. */
export interface Document {
  /** In `out/`, with `/`: `md/README.md`. */
  readonly path: string;
  readonly title: string;
  readonly parts: readonly Part[];
  /** Those of all parts. */
  readonly anchors: readonly string[];
  /** The lines a person edits when the page is wrong. */
  readonly origins: readonly Location[];
  /** The line of a link; counted only when there is something to say. */
  readonly lineOf: (link: WrittenLink) => number;
}

/** A place that links lead to; there is one object for each, so that places compare by identity. */
export interface Destination {
  readonly path: string;
  /** Decoded; empty for the page as a whole. */
  readonly fragment: string;
}

/** Every way a link of an emitted page can be wrong. */
export type LinkDefect =
  | "verify/empty-link"
  | "verify/refused-scheme"
  | "verify/malformed-encoding"
  | "verify/leaves-output"
  | "verify/wrong-case"
  | "verify/other-unicode-form"
  | "verify/missing-target"
  | "verify/missing-anchor"
  | "verify/wrong-case-anchor";

/** A link that is wrong. */
export interface BrokenLink {
  readonly document: Document;
  readonly link: WrittenLink;
  readonly defect: LinkDefect;
  /** What the link could be instead, best first. */
  readonly suggestions: readonly string[];
}
