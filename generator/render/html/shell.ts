import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import Handlebars from "handlebars";
import type { ShellVersion, VersionNotice } from "./beside/versions.ts";
import type { ShellSource } from "./sources.ts";

/** What the shell template places around a page. */
export interface ShellData {
  readonly language: string;
  /** The page's title with the site's, for the window. */
  readonly title: string;
  /** The page's title alone. */
  readonly pageTitle: string;
  readonly siteTitle: string;
  /** In the site. */
  readonly path: string;
  /** The way from the page to the root of the site: empty or ending in `/`. */
  readonly root: string;
  readonly homeHref: string;
  /** Absolute, when the site's address is known; else empty. */
  readonly canonical: string;
  /** `pt_BR`, as Open Graph writes it. */
  readonly locale: string;
  /** What the page begins with, in plain text; empty when the site has no address to be shared. */
  readonly description: string;
  /** When the newest of its sources was changed; empty when nobody knows. */
  readonly modified: string;
  /** The page's Markdown. */
  readonly markdownHref: string;
  /** Of a page with news: its feed; else empty. */
  readonly feedHref: string;
  /** The same page in every language that has it, this one included. */
  readonly editions: readonly {
    readonly language: string;
    /** As Open Graph writes it. */
    readonly locale: string;
    readonly name: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly projects: readonly (ShellLink & { readonly isCurrent: boolean })[];
  readonly breadcrumbs: readonly ShellLink[];
  readonly navigation: Html;
  readonly body: Html;
  /** Nothing where there is one version alone. */
  readonly versions: readonly ShellVersion[];
  readonly notice: VersionNotice | null;
  /** The headings of the page; `isDeep` below the first level. */
  readonly outline: readonly {
    readonly href: string;
    readonly text: string;
    readonly isDeep: boolean;
  }[];
  readonly hasNeighbours: boolean;
  readonly previous: ShellLink | null;
  readonly next: ShellLink | null;
  /** Where the page comes from. */
  readonly sources: readonly ShellSource[];
  readonly moreSources: string;
  /** The words of the shell, by their key without `site.`. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ShellLink {
  readonly title: string;
  readonly href: string;
}

/** HTML that was made from Markdown or by the layout, and is printed as it is. */
export type Html = Handlebars.SafeString;
export const html = (text: string): Html => new Handlebars.SafeString(text);

export type Shell = (data: ShellData) => string;

const file = "templates/site/page.html.hbs";

/** Compiles the HTML around every page; all other text in it is escaped. */
export function compileShell(text: string): Outcome<Shell | undefined> {
  try {
    // Parsed now, so that a mistake in the template is told once and not for every page.
    Handlebars.parse(text);
  } catch (error) {
    return outcome(undefined, [shellProblem(error)]);
  }
  return outcome(Handlebars.compile<ShellData>(text, { strict: true, knownHelpersOnly: true }));
}

/** What Handlebars says when a template is wrong, or asks for what is not there. */
export const shellProblem = (error: unknown) => {
  const reason = (error as Error).message.split("\n")[0] ?? "";
  return diagnose("render/template-syntax", { reason }, { location: { file } });
};
