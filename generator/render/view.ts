import type { Evaluation } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { Language, Target } from "#model/pages/page.ts";
import type { Prose } from "#model/pages/prose.ts";
import type { ProjectSettings } from "#model/settings.ts";

/**
 * One kind of page: a template, and how the graph fills it. A view decides what is shown and in
 * which order; its template `templates/<template>.md.hbs` only places it.
 */
export interface View {
  readonly template: string;
  readonly target: Target;
  /** The pages there are, before any is made, so that every page can link to every other. */
  readonly plan: (graph: Graph, project: ProjectSettings) => readonly PagePlan[];
}

export interface PagePlan {
  /** Within the folder of language and project: `schema/tables/public.catalogo.md`. */
  readonly path: string;
  /** Plain text. */
  readonly title: (words: Words) => string;
  /** The item that the page is about: links to it lead to the top of the page. */
  readonly subject?: ItemId;
  /** Other items that it shows, each under an anchor that the template writes. */
  readonly shows?: readonly { readonly item: ItemId; readonly anchor: string }[];
  /** The lines a person edits when the page is wrong. */
  readonly origins: readonly Location[];
  /** What feeds tell of it: when it happened, and what it was. */
  readonly news?: { readonly updated: string; readonly summary: (words: Words) => string };
  /**
   * What the template places: plain data, `LinkText` and `Block` values. A `Figure`, or a list of
   * them, is placed by its `mermaid` in a fence of that name.
   */
  readonly data: (context: PageContext) => object;
}

/** Text that a template prints with `{{value}}`, as a link when there is somewhere to go. */
export interface LinkText {
  readonly text: string;
  /** Relative to the page that shows it. */
  readonly href?: string;
}

/** Sanitised Markdown blocks that a template prints with `{{block value}}`. */
export interface Block {
  readonly block: string;
}

/** Sanitised Markdown in one line, without blocks, that a template prints with `{{value}}`. */
export interface Line {
  readonly line: string;
}

/** What a view may ask while it fills one page. */
export interface PageContext {
  readonly graph: Graph;
  readonly evaluation: Evaluation;
  readonly project: ProjectSettings;
  readonly language: Language;
  readonly words: Words;
  /** A link to the item, or its title alone when no page shows it. */
  readonly link: (id: ItemId, text?: string) => LinkText;
  /** What a written name leads to (see `resolveName`), or the name itself when nothing. */
  readonly linkName: (name: string, text?: string) => LinkText;
  /** A link to a page by its path within language and project, or to a place on it. */
  readonly linkPage: (path: string, text: string, anchor?: string) => LinkText;
  /** Somebody's Markdown, sanitised, its links leading to pages, its headings below `depth`. */
  readonly prose: (prose: Prose | undefined, depth?: number) => Block;
  /** The same in one line, for a table or a list; empty when there is nothing. */
  readonly proseLine: (prose: Prose | undefined) => Line;
  /** `file:line`. */
  readonly place: (location: Location) => string;
  readonly format: Format;
  /** The named projects beside the unnamed one, on its pages alone. */
  readonly projects: readonly LinkText[];
  /** Every page of the project, in the order of the views. */
  readonly pages: readonly PageSummary[];
}

/** What an overview says of a page. */
export interface PageSummary {
  /** Within language and project. */
  readonly path: string;
  readonly title: string;
  readonly target: Target;
}

/** The words of one language, by key; `{name}` in a word is replaced by the argument `name`. */
export type Words = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/** How a language writes dates and numbers, without the machine's locale or zone. */
export interface Format {
  /** `2026-02-07` → `7 de fev. de 2026` / `Feb 7, 2026`. */
  readonly date: (iso: string) => string;
  /** With weekday, time and zone, when the text has them: `sáb., 7 de fev. de 2026, 10:00 UTC`. */
  readonly moment: (iso: string) => string;
  readonly number: (value: number) => string;
  /** `5/8`, or the word for "not measurable" when the denominator is 0. */
  readonly ratio: (numerator: number, denominator: number) => string;
}
