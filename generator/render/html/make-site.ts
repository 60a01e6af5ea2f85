import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { ParsedPage } from "#markdown/index.ts";
import type { OutputFile, Page } from "#model/page.ts";
import { layOutSite } from "./lay-out-site.ts";
import { parsePages } from "./parse-pages.ts";
import type { SiteInput } from "./site.ts";

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
 * Parses every page once and lays it out. The HTML of the pages alone, as long as the site itself,
 * is let go here.
 */
export function makeSite(pages: readonly Page[], input: SiteInput): Outcome<MadeSite> {
  const ready = parsePages(pages, input.words);
  const { value: files, diagnostics } = layOutSite(ready, input);
  const linked = ready.map(({ page, parsed: { links, anchors, places } }) => ({
    page,
    parsed: { links, anchors, places },
  }));
  return outcome({ files, pages: linked }, diagnostics);
}
