import type { Outcome } from "#diagnostics/index.ts";
import type { LinkRole } from "#model/links/link-role.ts";

/** One item as a file of another tool has it. */
export interface WrittenItem {
  /** What others write to refer to it, without a revision: `REQ-1`, `dsn~login`. */
  readonly name: string;
  readonly type?: string;
  readonly rev?: number;
  readonly title: string;
  readonly statement: string;
  /** As the file says it; empty when it says none. */
  readonly status: string;
  readonly line: number;
  /** The types that have to cover it. */
  readonly needs?: readonly string[];
  /** What else the file says of it, by the names of the fields. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly links: readonly WrittenLink[];
}

/** One item names another. */
export interface WrittenLink {
  readonly role: LinkRole;
  /** A name of an item, without its revision. */
  readonly to: string;
  readonly line: number;
  readonly rev?: number;
  /** The other one would write it: a parent that names its child. */
  readonly isBackwards?: boolean;
}

/** What a file holds, and how much of it became something. */
export interface ParsedFile {
  readonly items: readonly WrittenItem[];
  /** Parts of the file that are knowingly no items: texts, sections, settings. */
  readonly passedOver: number;
  readonly notUnderstood: number;
}

/** Reads the text of one file; it never throws for what stands in it. */
export type ParseFile = (text: string, file: string) => Outcome<ParsedFile>;

export const nothingParsed: ParsedFile = { items: [], passedOver: 0, notUnderstood: 0 };

const rolesOfWords: readonly (readonly [RegExp, LinkRole])[] = [
  [/implement|realiz|satisf/i, "implements"],
  [/verif|valid|test/i, "verifies"],
  [/depend|block/i, "depends-on"],
  [/part|contain|compos/i, "part-of"],
];

/** The role that another tool's name for a kind of link comes nearest to; `covers` when none does. */
export const roleOf = (word: string): LinkRole =>
  rolesOfWords.find(([pattern]) => pattern.test(word))?.[1] ?? "covers";

/** The first line of a text, for an item without a title. */
export const firstLine = (text: string): string => text.trim().split(/\r?\n/, 1)[0] ?? "";
