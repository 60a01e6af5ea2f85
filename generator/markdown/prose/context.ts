import type { Definition } from "mdast";
import type { ProseTarget } from "./targets.ts";

/** What `writeProse` is told by the page that shows a text. */
export interface ProseOptions {
  /** Where a target is on this page; nothing, or no `href`, leaves the words alone. */
  readonly link: (
    target: ProseTarget,
  ) => { readonly text?: string; readonly href?: string } | undefined;
  /** Of the text's highest heading. */
  readonly depth: number;
  /** Before the ids of the text, where several texts share a page. */
  readonly idPrefix?: string;
  /** One line of text, without blocks. */
  readonly inline?: boolean;
}

/** What the rewriting of one text knows. */
export interface ProseContext {
  readonly link: ProseOptions["link"];
  readonly file: string;
  /** The text itself, where escapes can be seen. */
  readonly source: string;
  readonly idPrefix: string;
  /** Keeps the footnotes of several texts on a page apart. */
  readonly notePrefix: string;
  /** By how much headings move. */
  readonly shift: number;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Words of the text hold a `<`, with which other words could make a tag. */
  readonly mayOpenTag: boolean;
  readonly slug: (text: string) => string;
  /** Whether an id that its author wrote is there for the first time. */
  readonly isNewAnchor: (id: string) => boolean;
  /** A link cannot hold another. */
  readonly inLink: boolean;
}
