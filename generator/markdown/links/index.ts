/** What a page of somebody's documentation says about links, in the terms of its renderer. */
export { type Dialect, dialectOf, guessDialect } from "./dialects.ts";
export type { AnchorInText, LabelInText, LinkInText, PageLinks, Span } from "./page-links.ts";
export { readHtmlLinks, readMarkdownLinks } from "./read-links.ts";
export { repeated, reportLabels } from "./report-labels.ts";
