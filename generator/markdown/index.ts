/** Markdown, read and written: pages by the native engine, what people write by unified and remark. */
export { checkEngine } from "./engine.ts";
export {
  codeSpan,
  destination,
  escapeMarkdown,
  fence,
  hasBareLink,
  isSafeUrl,
  trimmedLine,
  type MarkdownContext,
} from "./escape/index.ts";
export type { Place, Places } from "./locate.ts";
export { parsePage, type ParsedPage, type ParseOptions } from "./parse-page.ts";
export type { ProseOptions } from "./prose/context.ts";
export { checkProse } from "./prose/check-prose.ts";
export { joinLinks } from "./prose/join-links.ts";
export { readProse } from "./prose/read-prose.ts";
export type { ProseTarget } from "./prose/targets.ts";
export { writeProse } from "./prose/write-prose.ts";

export { type AuthoredPage, headingAnchors, readPage } from "./read-page.ts";
export type { HtmlHeading, HtmlLink } from "./scan-html.ts";
export { findRegions } from "./regions.ts";
