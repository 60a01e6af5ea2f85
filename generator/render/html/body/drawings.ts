import type { Figure } from "#model/pages/page.ts";

/** The SVG that the site shows instead of a fence, by what stands in the fence. */
export type Drawings = ReadonlyMap<string, string>;

/** Draws a page's figures, their links leading to the pages of the site. */
export const drawingsOf = (figures: readonly Figure[], link: (href: string) => string): Drawings =>
  new Map(figures.map(({ mermaid, svg }) => [mermaid.trimEnd(), svg(link)]));
