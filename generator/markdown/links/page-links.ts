/** From 1; columns in UTF-16 code units. */
export interface PlaceInText {
  readonly line: number;
  readonly column: number;
}

/** Where an address stands, all in one line, so that it can be written anew. */
export interface Span extends PlaceInText {
  readonly endColumn: number;
}

/** A link as somebody wrote it. */
export interface LinkInText extends PlaceInText {
  /** Escapes and character references undone. */
  readonly url: string;
  readonly kind: "link" | "image" | "resource" | "definition" | "wiki";
  /** Finds where the address stands, if that is certain: asked of the few that have a fix. */
  readonly span?: () => Span | undefined;
}

/** A part of a page that can be linked to. */
export interface AnchorInText extends PlaceInText {
  readonly id: string;
  readonly from: "heading" | "repeated" | "html";
}

/** A definition, a note, or a mention of one. */
export interface LabelInText extends PlaceInText {
  readonly label: string;
}

/** All that a page says about links. */
export interface PageLinks {
  readonly links: readonly LinkInText[];
  readonly anchors: readonly AnchorInText[];
  readonly definitions: readonly LabelInText[];
  readonly references: ReadonlySet<string>;
  /** `[a][b]` that stayed text. */
  readonly undefinedReferences: readonly LabelInText[];
  readonly notes: readonly LabelInText[];
  readonly noteReferences: ReadonlySet<string>;
  readonly undefinedNotes: readonly LabelInText[];
  readonly imagesWithoutText: readonly LabelInText[];
  /** YAML or TOML above the page; empty when there is none. */
  readonly frontMatter: string;
}

/** A page that is being read. */
export interface Collecting {
  readonly source: string;
  readonly links: LinkInText[];
  readonly anchors: AnchorInText[];
  readonly definitions: LabelInText[];
  readonly references: Set<string>;
  readonly undefinedReferences: LabelInText[];
  readonly notes: LabelInText[];
  readonly noteReferences: Set<string>;
  readonly undefinedNotes: LabelInText[];
  readonly imagesWithoutText: LabelInText[];
  frontMatter: string;
  /** Where the last address without brackets ends. */
  bareEnd: number;
}

export const collecting = (source: string): Collecting => ({
  source,
  links: [],
  anchors: [],
  definitions: [],
  references: new Set(),
  undefinedReferences: [],
  notes: [],
  noteReferences: new Set(),
  undefinedNotes: [],
  imagesWithoutText: [],
  frontMatter: "",
  bareEnd: 0,
});
