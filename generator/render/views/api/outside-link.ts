import type { LinkText } from "../../view.ts";

/** A link to an address in a document, or its text alone when it is not one that may be followed. */
export const outsideLink = (url: string, text = url): LinkText =>
  /^(https?:\/\/|mailto:)/i.test(url) ? { text, href: url } : { text };
