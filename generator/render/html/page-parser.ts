import { parsePage, type ParsedPage } from "#markdown/index.ts";
import type { Language, Page } from "#model/pages/page.ts";
import { siteLinks } from "./site-paths.ts";

/** What one parse of a page's Markdown gives: for the check, and for the site. */
export type PageParser = (page: Page) => ParsedPage;

/** Parses pages of the site: the links of their HTML lead to the HTML of the other pages. */
export function pageParser(
  pages: readonly Page[],
  words: Readonly<Record<Language, Readonly<Record<string, string>>>>,
): PageParser {
  const linksOf = siteLinks(new Set(pages.map(({ path }) => path)));
  return ({ path, markdown, language }) => {
    const { "site.footnotes": label = "", "site.footnote-back": back = "" } = words[language];
    return parsePage(markdown, { rewrite: linksOf(path), footnotes: { label, back } });
  };
}
