/** Text from elsewhere as Markdown that shows it and does nothing else, by the place it stands in. */
import { destination } from "./destination.ts";
import { escapeAttribute, escapeComment, escapeHtml } from "./html.ts";
import { codeSpan } from "./code.ts";
import { type TextContext, escapeText } from "./text.ts";

export { codeSpan, fence } from "./code.ts";
export { destination, isSafeUrl } from "./destination.ts";
export { trimmedLine } from "./normalise.ts";
export { hasBareLink } from "./text.ts";

/** The places a value can stand in, apart from fences. */
export type MarkdownContext =
  | TextContext
  | "code"
  | "cell-code"
  | "destination"
  | "attribute"
  | "html"
  | "comment"
  | "front-matter";

const escapers: Readonly<Record<MarkdownContext, (value: string, closed?: boolean) => string>> = {
  text: (value, closed) => escapeText(value, "text", closed),
  line: (value, closed) => escapeText(value, "line", closed),
  cell: (value, closed) => escapeText(value, "cell", closed),
  heading: (value, closed) => escapeText(value, "heading", closed),
  "link-text": (value, closed) => escapeText(value, "link-text", closed),
  code: (value) => codeSpan(value),
  "cell-code": (value) => codeSpan(value, true),
  destination,
  attribute: escapeAttribute,
  html: escapeHtml,
  comment: escapeComment,
  "front-matter": (value) => JSON.stringify(value),
};

/**
 * The value as Markdown that reads as the value and does nothing else in this place. With `closed`
 * what follows it directly is no letter, digit, `#`, `;` or `[`, so that its end needs no care.
 */
export const escapeMarkdown = (value: string, context: MarkdownContext, closed = false): string =>
  escapers[context](value, closed);
