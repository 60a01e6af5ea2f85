import { parsePage, type ParsedPage } from "#markdown/index.ts";
import type { Language, Page } from "#model/page.ts";
import { siteLinks } from "./site-paths.ts";

/** A page with what one parse of its Markdown gave: for the check, and for the site. */
export interface ReadyPage {
  readonly page: Page;
  readonly parsed: ParsedPage;
}

/** Parses every page once; the links of its HTML lead to the HTML of the other pages. */
export function parsePages(
  pages: readonly Page[],
  words: Readonly<Record<Language, Readonly<Record<string, string>>>>,
): readonly ReadyPage[] {
  const linksOf = siteLinks(new Set(pages.map(({ path }) => path)));
  return pages.map((page) => {
    const { "site.footnotes": label = "", "site.footnote-back": back = "" } = words[page.language];
    const options = { rewrite: linksOf(page.path), footnotes: { label, back } };
    return { page, parsed: parsePage(page.markdown, options) };
  });
}
