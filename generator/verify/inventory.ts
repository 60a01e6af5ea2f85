import type { OutputFile } from "#model/pages/page.ts";
import type { Redirect } from "#model/links/redirect.ts";

/** Everything in the documentation that can be linked to. */
export interface Inventory {
  readonly links: { readonly internal: number; readonly external: number };
  readonly pages: readonly ListedPage[];
}

/** A page as the inventory lists it. */
export interface ListedPage {
  /** In `out/md/`. */
  readonly path: string;
  readonly title: string;
  readonly language?: string;
  /** The item that it is about, by which it is known again wherever it moves. */
  readonly subject?: string;
  /** The first file that a person edits when it is wrong. */
  readonly source?: string;
  readonly anchors: readonly string[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/** `inventory.json`: one page and one redirect a line, so that versions compare well. */
export function inventoryFile(
  { links, pages }: Inventory,
  redirects: readonly Redirect[],
): OutputFile {
  const listed = linesOf(pages.toSorted((a, b) => compare(a.path, b.path)));
  const led = linesOf(redirects.toSorted((a, b) => compare(a.from, b.from)));
  const content = `{\n  "version": 1,\n  "links": ${JSON.stringify(links)},\n  "redirects": ${led},\n  "pages": ${listed}\n}\n`;
  return { path: "data/inventory.json", target: "data", content };
}

const linesOf = (values: readonly object[]): string =>
  values.length === 0
    ? "[]"
    : `[\n${values.map((each) => `    ${JSON.stringify(each)}`).join(",\n")}\n  ]`;
