import { decodeEntities } from "./entities.ts";

const blocks =
  /<\/?(?:p|h[1-6]|li|ul|ol|t[dhr]|table|thead|tbody|pre|blockquote|div|br|hr)\b[^>]*>/g;

/** The words of rendered HTML, in one line: what a search index and a summary are made of. */
export const plainText = (html: string): string =>
  decodeEntities(html.replace(blocks, " ").replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
