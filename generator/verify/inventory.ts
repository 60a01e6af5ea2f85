import type { OutputFile } from "#model/page.ts";

/** Everything in the documentation that can be linked to. */
export interface Inventory {
  readonly links: { readonly internal: number; readonly external: number };
  readonly pages: readonly {
    /** In `out/md/`. */
    readonly path: string;
    readonly title: string;
    readonly anchors: readonly string[];
  }[];
}

/** `inventory.json`: one page a line, so that versions compare well. */
export function inventoryFile({ links, pages }: Inventory): OutputFile {
  const lines = pages
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((page) => `    ${JSON.stringify(page)}`);
  const content = `{\n  "version": 1,\n  "links": ${JSON.stringify(links)},\n  "pages": [\n${lines.join(",\n")}\n  ]\n}\n`;
  return { path: "data/inventory.json", target: "data", content };
}
