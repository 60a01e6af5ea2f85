import type { Heading, Nodes, Root, Yaml } from "mdast";
import { toString } from "mdast-util-to-string";
import type { OwnHtml } from "./html/phrasing.ts";
import { parseProse } from "./prose/parse-prose.ts";
import { walk } from "./prose/walk.ts";
import { pageSlugs } from "./slug.ts";

/** A page that somebody wrote, taken apart; lines count from 1 in the whole text. */
export interface AuthoredPage {
  /** YAML between `---` lines at the very top. */
  readonly frontMatter?: { readonly text: string; readonly line: number };
  /** The words of the first heading, when it opens the page and is of depth 1. */
  readonly title?: string;
  /** The Markdown of that heading, when it holds more than words: a link would be lost with it. */
  readonly heading?: { readonly text: string; readonly line: number; readonly column: number };
  /** The words of the first heading that has any. */
  readonly firstHeading?: string;
  /** What follows front matter and title. */
  readonly body: { readonly text: string; readonly line: number };
  /** Fragments that can be linked to, in order. */
  readonly anchors: readonly string[];
}

/**
 * Anchors of headings, as GitHub makes them, and of `id` and `name` in raw HTML, in order. Of the
 * heading `plain` a page shows the words alone.
 */
function anchorsOf(tree: Root, plain?: Heading): readonly string[] {
  const slug = pageSlugs();
  const anchors = new Set<string>();
  walk(tree, (node) => {
    if (node === plain) anchors.add(slug(wordsOf(node)));
    else if (node.type === "heading") anchors.add(slug(allWordsOf(node)));
    if (node.type === "html") anchors.add((node as OwnHtml).data?.anchor ?? "");
  });
  anchors.delete("");
  return [...anchors];
}

/** The anchors of a Markdown text. */
export const headingAnchors = (markdown: string): readonly string[] =>
  anchorsOf(parseProse(markdown));

/** What stands before the body of a page. */
function openingOf([first, second]: Root["children"]): { yaml?: Yaml; heading?: Heading } {
  const yaml = first?.type === "yaml" ? { yaml: first } : {};
  const opening = first?.type === "yaml" ? second : first;
  const isTitle = opening?.type === "heading" && opening.depth === 1;
  return isTitle ? { ...yaml, heading: opening } : yaml;
}

/** What follows a node of the text, from its first line that is not blank. */
function bodyAfter(text: string, last: Nodes | undefined): AuthoredPage["body"] {
  const offset = last?.position?.end.offset ?? 0;
  const line = text.slice(0, offset).split("\n").length;
  const rest = text.slice(offset);
  const gap = /^(?:[ \t]*\r?\n)*/.exec(rest)?.[0] ?? "";
  return { text: rest.slice(gap.length), line: line + gap.split("\n").length - 1 };
}

/** Not trimmed: a picture leaves the blank beside it, and forges count that. */
const allWordsOf = (node: Nodes): string =>
  toString(node, { includeHtml: false, includeImageAlt: false });

const wordsOf = (node: Nodes): string => allWordsOf(node).trim();

const isLink = (node: Nodes): boolean =>
  node.type === "link" || (node.type === "text" && node.value.includes("[["));

function holdsLink(heading: Heading): boolean {
  let found = false;
  walk(heading, (node) => {
    found = found || isLink(node);
  });
  return found;
}

/** The source of a heading that links. */
function linkingHeading(text: string, heading: Heading): AuthoredPage["heading"] {
  const [first] = heading.children;
  const start = first?.position?.start;
  if (start?.offset === undefined || !holdsLink(heading)) return undefined;
  const end = heading.children.at(-1)?.position?.end.offset;
  return { text: text.slice(start.offset, end), line: start.line, column: start.column };
}

function firstHeadingOf(tree: Root): string {
  let words = "";
  walk(tree, (node) => {
    if (node.type === "heading" && words === "") words = wordsOf(node);
  });
  return words;
}

const frontMatterOf = ({ value, position }: Yaml) => ({
  text: value,
  line: (position?.start.line ?? 1) + 1,
});

/** Takes an authored page apart: front matter, title, body, anchors. */
export function readPage(text: string): AuthoredPage {
  const tree = parseProse(text);
  const { yaml, heading } = openingOf(tree.children);
  const title = heading ? wordsOf(heading) : "";
  const firstHeading = firstHeadingOf(tree);
  const linking = heading && linkingHeading(text, heading);
  return {
    ...(yaml && { frontMatter: frontMatterOf(yaml) }),
    ...(title !== "" && { title }),
    ...(linking && { heading: linking }),
    ...(firstHeading !== "" && { firstHeading }),
    body: bodyAfter(text, heading ?? yaml),
    anchors: anchorsOf(tree, linking ? undefined : heading),
  };
}
