import type { Diagnostic } from "#diagnostics/index.ts";
import {
  type AnchorInText,
  type Dialect,
  type LinkInText,
  readHtmlLinks,
  readMarkdownLinks,
} from "#markdown/links/index.ts";
import { reportLabels } from "./reports/report-labels.ts";

/** A page of a folder, as far as links are concerned. */
export interface FolderPage {
  readonly path: string;
  readonly isHtml: boolean;
  readonly isDraft: boolean;
  /** Whether a program of its own adds to it in the browser. */
  readonly isDynamic: boolean;
  readonly links: readonly LinkInText[];
  readonly anchors: ReadonlyMap<string, AnchorInText["from"]>;
  /** What the page alone tells. */
  readonly diagnostics: readonly Diagnostic[];
}

const markdown = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;
const html = /\.(?:html?|xhtml)$/i;

/** Whether links of the file are checked. */
export const isPage = (path: string): boolean => markdown.test(path) || html.test(path);

export const isMarkdown = (path: string): boolean => markdown.test(path);

/** A piece of a text keeps the whole text in memory; a copy of it does not. */
const detached = (piece: string): string => Buffer.from(piece, "utf16le").toString("utf16le");

/** Reads a page; what is kept of it is short, so that many pages can be kept. */
export function readFolderPage(path: string, text: string, dialect: Dialect): FolderPage {
  const isHtml = html.test(path);
  const syntax = /\.mdx$/i.test(path) ? "mdx" : "markdown";
  const read = isHtml ? readHtmlLinks(text) : readMarkdownLinks(text, dialect, syntax);
  const anchors = new Map<string, AnchorInText["from"]>();
  for (const { id, from } of read.anchors) {
    if (!anchors.has(id)) anchors.set(detached(id), from);
  }
  return {
    path,
    isHtml,
    isDraft: read.isDraft,
    isDynamic: /<script\b[^>]*\bsetup\b/.test(text),
    links: read.links.map((link) => ({ ...link, url: detached(link.url) })),
    anchors,
    diagnostics: reportLabels(path, read),
  };
}
