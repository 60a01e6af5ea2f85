import type { ItemId } from "../item.ts";
import type { Location } from "../location.ts";

export const languages = ["pt-BR", "en"] as const;
export type Language = (typeof languages)[number];

/** The parts of the output that `rastro gen <target…>` can make alone. */
export const targets = [
  "api",
  "schema",
  "changelog",
  "code",
  "reports",
  "matrices",
  "pages",
  "site",
] as const;
export type Target = (typeof targets)[number];

/** A drawing on a page: source that a forge draws, and the same for the site. */
export interface Figure {
  /** What stands in the page's `mermaid` fence. */
  readonly mermaid: string;
  /** The SVG element; the links of its boxes, relative to the page's Markdown, pass `link`. */
  readonly svg: (link: (href: string) => string) => string;
}

/** An item on a page, as a search finds it. */
export interface ShownItem {
  readonly kind: string;
  readonly title: string;
  /** What people call it, when its title is another. */
  readonly name?: string;
  /** Where it is; the page as a whole is about it when absent. */
  readonly anchor?: string;
  readonly stage?: string;
  readonly status?: string;
  readonly owner?: string;
}

/** One page of Markdown, before it is written. */
export interface Page {
  /** In `out/md/`, with `/`: `en/villa-canabrava/api/catalogo.md`. */
  readonly path: string;
  readonly project: string;
  readonly language: Language;
  readonly target: Target;
  /** The template that made it. */
  readonly view: string;
  readonly title: string;
  readonly markdown: string;
  /** The fences of the Markdown that the site shows as drawings. */
  readonly figures?: readonly Figure[];
  /** The lines a person edits when the page is wrong. */
  readonly origins: readonly Location[];
  /** The item that the page is about. */
  readonly subject?: ItemId;
  readonly shown?: readonly ShownItem[];
  /** Where the items come from that stand under anchors of their own. */
  readonly places?: readonly { readonly anchor: string; readonly location: Location }[];
  readonly news?: News;
}

/** What a page tells programs that ask for what is new. */
export interface News {
  /** ISO 8601 with its offset. */
  readonly updated: string;
  /** One line of plain text. */
  readonly summary: string;
}

/** One file of the output, before it is written. */
export interface OutputFile {
  /** In `out/`, with `/`: `site/index.html`. */
  readonly path: string;
  readonly target: Target | "data";
  /** Text may come in pieces: what many pages have in common is one string then, made once. */
  readonly content: string | readonly string[] | Uint8Array;
}

/** The content of a file of text, in one piece. */
export const textOf = (content: OutputFile["content"]): string => {
  if (typeof content === "string") return content;
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : content.join("");
};
