import type { Diagnostic } from "#diagnostics/index.ts";
import {
  type Dialect,
  type LinkInText,
  readHtmlLinks,
  readMarkdownLinks,
  reportLabels,
} from "#markdown/links/index.ts";
import { type Anchors, packAnchors } from "./anchors.ts";
import { type FrontMatter, isDraft, isOfSite, readFrontMatter } from "./sites/front-matter.ts";
import { reportParts } from "./reports/report-parts.ts";

/** What is kept of a page of a folder: what others may want to know of it. */
export interface KnownPage {
  readonly path: string;
  readonly isHtml: boolean;
  readonly isDraft: boolean;
  /** Whether a program of its own adds to it in the browser. */
  readonly isDynamic: boolean;
  /** Whether a site renders it, by what stands above it. */
  readonly isOfSite: boolean;
  /** Present where its address is not the name of its file. */
  readonly matter?: FrontMatter;
  readonly anchors: Anchors;
}

/** A page that was just read. */
export interface FolderPage {
  readonly known: KnownPage;
  readonly links: readonly LinkInText[];
  /** What the page alone tells. */
  readonly diagnostics: readonly Diagnostic[];
}

const markdown = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;
const html = /\.(?:html?|xhtml)$/i;

/** Whether links of the file are checked. */
export const isPage = (path: string): boolean => markdown.test(path) || html.test(path);

/** Folders with copies of what others wrote, and with pages that tests want broken. */
const ofOthers =
  /(?:^|\/)(?:vendor|third_party|bower_components|\.?venv|site-packages|(?:__)?fixtures(?:__)?|__tests__|__snapshots__|test-?data)\//;

/** Whether a page is none of the folder's own: links may lead to it, and its own are not checked. */
export const isOfOthers = (path: string): boolean => ofOthers.test(path);

export const isMarkdown = (path: string): boolean => markdown.test(path);

/** How a page is rendered. */
export interface PageManner {
  readonly dialect: Dialect;
  /** Whether programs know labels that the page does not define. */
  readonly hasLabels?: boolean | undefined;
}

/** Reads a page. */
export function readFolderPage(
  path: string,
  text: string,
  { dialect, hasLabels = false }: PageManner,
): FolderPage {
  const isHtml = html.test(path);
  const syntax = path.endsWith(".mdx") ? "mdx" : "markdown";
  const read = isHtml ? readHtmlLinks(text) : readMarkdownLinks(text, dialect, syntax);
  const own = hasLabels ? { ...read, undefinedReferences: [] } : read;
  const { frontMatter, links } = read;
  const matter = readFrontMatter(frontMatter);
  const isDynamic = /<script\b[^>]*\bsetup\b/.test(text);
  return {
    known: {
      path,
      isHtml,
      isDraft: isDraft(frontMatter),
      isDynamic,
      isOfSite: isOfSite(frontMatter),
      ...(matter && { matter }),
      anchors: packAnchors(read.anchors),
    },
    links,
    diagnostics: [...reportLabels(path, own), ...reportParts(path, read)],
  };
}
