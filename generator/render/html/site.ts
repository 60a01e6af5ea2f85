import type { FileChange } from "#model/location.ts";
import type { Language } from "#model/pages/page.ts";
import type { Shelf, SitePage } from "./sections.ts";

/** Everything besides the pages that the site is made of. */
export interface SiteInput {
  readonly title: string;
  /** The first lies at the root. */
  readonly languages: readonly Language[];
  readonly projects: readonly { readonly name: string; readonly title: string }[];
  readonly siteUrl?: string;
  /** The versions that are kept beside this one, when this is the current one. */
  readonly versions?: readonly { readonly label: string }[];
  /** What this version is called, when it is kept beside the current one. */
  readonly versionLabel?: string;
  /** Where the sources can be seen and edited, without a trailing `/`. */
  readonly repositoryUrl?: string;
  /** Which commit changed each file last, as far as it is known. */
  readonly changes?: ReadonlyMap<string, FileChange>;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** The files of `templates/site/`: the shell, and what is copied beside the pages. */
  readonly site: readonly { readonly path: string; readonly content: string }[];
}

/** The whole site, as far as a page must know it. */
export interface Site {
  readonly input: SiteInput;
  /** Where a language lies: empty or ending in `/`. */
  readonly editionFolder: (language: Language) => string;
  readonly shelves: readonly Shelf[];
  readonly paths: ReadonlyMap<string, SitePage>;
}
