import { type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { ParsedPage } from "#markdown/index.ts";
import type { OutputFile, Page } from "#model/pages/page.ts";
import { checkPart, sitePath } from "./check-links.ts";
import type { Document } from "./document.ts";
import type { Inventory, ListedPage } from "./inventory.ts";
import { htmlReader } from "./read-pieces.ts";
import { reportOrphans } from "./report-orphans.ts";
import { reportBroken } from "./report-broken.ts";
import {
  reportDisagreement,
  reportDuplicateAnchors,
  reportEmptyCheck,
  reportSamePaths,
} from "./report-pages.ts";

/** A page with what was parsed of it. */
export interface CheckedPage {
  readonly page: Page;
  readonly parsed: Pick<ParsedPage, "links" | "anchors" | "places">;
}

/**
 * Checks every link of the emitted Markdown and, from its bytes, of the emitted HTML; both must
 * lead to the same places. `files` is everything that will be in `out/`, `beside` what lies around it
 * and is made by other runs, from the same root.
 *
 * @trace P2
 */
export function verify(
  pages: readonly CheckedPage[],
  files: readonly OutputFile[],
  beside: ReadonlySet<string> = new Set(),
): Outcome<Inventory> {
  const paths = files.map(({ path }) => path);
  const markdown = checkPart("md/", markdownDocuments(pages), { paths });
  const html = checkPart("site/", htmlDocuments(pages, files), { paths, beside });
  const wrong = new Set(markdown.broken.map(({ document }) => sitePath(document.path)));
  const diagnostics: readonly Diagnostic[] = [
    ...reportSamePaths(markdown.documents),
    ...markdown.broken.map(reportBroken),
    // What is wrong in the Markdown is wrong in its HTML as well, and said once.
    ...html.broken.filter(({ document }) => !wrong.has(document.path)).map(reportBroken),
    ...reportDisagreement(markdown, html),
    ...reportDuplicateAnchors(html),
    ...reportOrphans(markdown, html),
    ...reportEmptyCheck(markdown),
    ...reportEmptyCheck(html),
  ];
  const inventory: Inventory = {
    links: { internal: markdown.internal, external: markdown.external },
    pages: pages.map(listed),
  };
  return outcome(inventory, diagnostics);
}

function listed({ page, parsed: { anchors } }: CheckedPage): ListedPage {
  const { path, title, language, subject, origins } = page;
  const [origin] = origins;
  return {
    ...{ path, title, language },
    ...(subject !== undefined && { subject }),
    ...(origin && { source: origin.file }),
    anchors,
  };
}

const markdownDocuments = (pages: readonly CheckedPage[]): readonly Document[] =>
  pages.map(({ page, parsed }) => ({
    path: `md/${page.path}`,
    title: page.title,
    parts: [parsed],
    anchors: parsed.anchors,
    origins: page.origins,
    lineOf: (link) =>
      parsed.places().links[parsed.links.findIndex((each) => each === link)]?.line ?? 1,
  }));

function htmlDocuments(
  pages: readonly CheckedPage[],
  files: readonly OutputFile[],
): readonly Document[] {
  const made = new Map(pages.map(({ page }) => [sitePath(`md/${page.path}`), page]));
  const read = htmlReader();
  return files.flatMap(({ path, content }): readonly Document[] => {
    const page = made.get(path);
    // HTML that is no page is somebody's download.
    return page ? [{ path, title: page.title, origins: page.origins, ...read(content) }] : [];
  });
}
