/** Where in a page the template is: what decides how the next value is escaped. */
export interface Place {
  readonly mode:
    | "text"
    | "code"
    | "fence-info"
    | "fence"
    | "tag"
    | "attribute"
    | "comment"
    | "destination"
    | "front-matter";
  /** Nothing but values and container marks (`>`, `-`, `1.`) stands on the line so far. */
  readonly lineStart: boolean;
  /** Nothing at all stands on the line so far. */
  readonly blank: boolean;
  readonly line: "text" | "heading" | "cell";
  /** What ends a code span, fence or attribute. */
  readonly marks: string;
  /** How many brackets of links are open. */
  readonly links: number;
  /** In a block of raw HTML, up to a blank line. */
  readonly html: boolean;
  /** The container marks of this line, as the lines after it repeat them. */
  readonly prefix: string;
}

export const lineStart: Place = {
  mode: "text",
  lineStart: true,
  blank: true,
  line: "text",
  marks: "",
  links: 0,
  html: false,
  prefix: "",
};

/** Where a template begins: front matter opens it, or a line. */
export const startOf = (text: string): Place =>
  /^---\r?\n/.test(text) ? { ...lineStart, mode: "front-matter" } : lineStart;

/** After a line break; a blank line ends what can only stand in one paragraph. */
export const nextLine = (place: Place): Place => ({
  ...lineStart,
  mode: place.mode,
  marks: place.marks,
  html: place.html && !place.blank,
  links: place.blank ? 0 : place.links,
});

const modes: Readonly<Record<Place["mode"], string>> = {
  text: "text",
  code: "a code span",
  "fence-info": "a fence",
  fence: "a fence",
  tag: "an HTML tag",
  attribute: "an HTML attribute",
  comment: "an HTML comment",
  destination: "a link's destination",
  "front-matter": "front matter",
};

const lines: Readonly<Record<Place["line"], string>> = {
  text: "text",
  heading: "a heading",
  cell: "a table row",
};

/** The place in words. */
export function describePlace({ mode, line, links, html }: Place): string {
  if (mode !== "text") return modes[mode];
  if (links > 0) return "a link's text";
  return html ? "HTML" : lines[line];
}

const identity = ({ mode, line, marks, links, html }: Place): string =>
  [mode, line, marks, links, html].join("\n");

/** Whether a value would be escaped alike in both, apart from what begins a line. */
export const isSamePlace = (one: Place, other: Place): boolean => identity(one) === identity(other);

/** After one of two ways: at the start of a line if either may be. */
export const joinPlaces = (one: Place, other: Place): Place => ({
  ...one,
  lineStart: one.lineStart || other.lineStart,
  blank: one.blank && other.blank,
});
