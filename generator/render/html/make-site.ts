import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { ParsedPage } from "#markdown/index.ts";
import type { OutputFile, Page } from "#model/pages/page.ts";
import type { SearchedPage } from "../search/index-pages.ts";
import { layOutSite } from "./lay-out-site.ts";
import { type PageParser, pageParser } from "./page-parser.ts";
import type { SiteInput } from "./site.ts";
import { sitePath } from "./site-paths.ts";

/** A page with what the check of its links needs to know. */
export interface LinkedPage {
  readonly page: Page;
  readonly parsed: Pick<ParsedPage, "links" | "anchors" | "places">;
}

/** The site, and the pages as far as links are concerned. */
export interface MadeSite {
  readonly files: readonly OutputFile[];
  readonly pages: readonly LinkedPage[];
}

/**
 * Parses every page once and lays it out. Of what was parsed only the links stay: HTML and headings
 * of one page are let go before the next, after `search` was told of them.
 *
 * @trace P10
 */
export function makeSite(
  pages: readonly Page[],
  input: SiteInput,
  search: (page: SearchedPage) => void,
): Outcome<MadeSite> {
  const parse = pageParser(pages, input.words);
  const linked = new Map<Page, LinkedPage>();
  const parseOnce: PageParser = (page) => {
    const parsed = parse(page);
    linked.set(page, linksOf(page, parsed));
    return parsed;
  };
  const { value: files, diagnostics } = layOutSite(pages, input, { parse: parseOnce, search });
  // A page that was not laid out is checked all the same.
  const all = pages.map((page) => linked.get(page) ?? linksOf(page, parse(page)));
  return outcome({ files, pages: all }, diagnostics);
}

/**
 * The HTML of some pages among all the others, which need no text for that; the same as in the whole
 * site.
 */
export function previewSite(
  pages: readonly Page[],
  input: SiteInput,
  isWanted: (path: string) => boolean,
): readonly OutputFile[] {
  const wanted = new Set(
    pages.flatMap(({ path }) => (isWanted(path) ? `site/${sitePath(path)}` : [])),
  );
  const parse = pageParser(pages, input.words);
  const { value: files } = layOutSite(pages, input, { parse, search: () => undefined, isWanted });
  return files.filter(({ path }) => wanted.has(path));
}

const linksOf = (page: Page, { links, anchors, places }: ParsedPage): LinkedPage => ({
  page,
  parsed: { links, anchors, places },
});
