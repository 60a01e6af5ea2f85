/** Text from elsewhere as Markdown that shows it and does nothing else, by the place it stands in. */
import { destination } from "./destination.ts";
import { escapeAttribute, escapeComment, escapeHtml } from "./html.ts";
import { codeSpan } from "./code.ts";
import { type TextContext, escapeText } from "./text.ts";

export { codeSpan, fence } from "./code.ts";
export { destination, isSafeUrl } from "./destination.ts";
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

const escapers: Readonly<Record<MarkdownContext, (value: string) => string>> = {
  text: (value) => escapeText(value, "text"),
  line: (value) => escapeText(value, "line"),
  cell: (value) => escapeText(value, "cell"),
  heading: (value) => escapeText(value, "heading"),
  "link-text": (value) => escapeText(value, "link-text"),
  code: (value) => codeSpan(value),
  "cell-code": (value) => codeSpan(value, true),
  destination,
  attribute: escapeAttribute,
  html: escapeHtml,
  comment: escapeComment,
  "front-matter": (value) => JSON.stringify(value),
};

/** The value as Markdown that reads as the value and does nothing else in this place. */
export const escapeMarkdown = (value: string, context: MarkdownContext): string =>
  escapers[context](value);
