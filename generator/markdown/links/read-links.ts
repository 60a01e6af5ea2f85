import { anchorMaker, type Dialect } from "./dialects.ts";
import {
  type Collecting,
  collecting,
  type LinkInText,
  type PageLinks,
  type PlaceInText,
} from "./page-links.ts";
import { fields, kinds, markdownNodes, type PageNodes } from "./page-nodes.ts";
import { addressSpan, bareAddressPlace } from "./places.ts";
import { mdxPage, takeJsx, unmasked } from "./read-jsx.ts";
import { placer, placerIn, takeTags } from "./read-tags.ts";
import { mayHoldReferences, takeText } from "./read-text.ts";

interface Reading {
  readonly page: Collecting;
  readonly nodes: PageNodes;
  readonly anchorOf: ReturnType<typeof anchorMaker>;
}

type Taker = (reading: Reading, node: number) => void;

/** One parse of a page with the native engine, for its links, anchors and labels. */
export function readMarkdownLinks(
  markdown: string,
  dialect: Dialect,
  syntax: "markdown" | "mdx" = "markdown",
): PageLinks {
  const source = inLines(markdown).replaceAll("\u0000", "\ufffd");
  const nodes = syntax === "mdx" ? mdxPage(source) : markdownNodes(source);
  const page = collecting(source);
  const reading = { page, nodes, anchorOf: anchorMaker(dialect) };
  const hasReferences = mayHoldReferences(source);
  nodes.walk((node, kind) => {
    if (kind !== kinds.text || hasReferences) takers[kind]?.(reading, node);
  });
  if (dialect.isSite) takeAttributeLists(page);
  return withLabels(withoutPlaceholders(page));
}

/** `{: #id }` at a paragraph, and `(label)=` above one: sites have places with names of their own. */
const attributeList = /\{:?\s*#([\w.:/-]+)[^{}\n]*\}|^\(([\w.:/-]+)\)=[ \t]*$/gm;

function takeAttributeLists({ source, anchors }: Collecting): void {
  const known = new Set(anchors.map(({ id }) => id));
  for (const [, id = "", label = id] of source.matchAll(attributeList)) {
    if (!known.has(label)) anchors.push({ id: label, from: "html", line: 1, column: 1 });
    known.add(label);
  }
}

/** The list of all-contributors names what somebody did as a link to nowhere, by agreement. */
function withoutPlaceholders(page: Collecting): Collecting {
  const start = page.source.indexOf("<!-- ALL-CONTRIBUTORS-LIST:START");
  if (start < 0) return page;
  const end = page.source.indexOf("<!-- ALL-CONTRIBUTORS-LIST:END", start);
  const lineAt = (offset: number): number => page.source.slice(0, offset).split("\n").length;
  const [first, last] = [lineAt(start), lineAt(end < 0 ? page.source.length : end)];
  const isPlaceholder = ({ url, line }: LinkInText): boolean =>
    url.startsWith("#") && line >= first && line <= last;
  return { ...page, links: page.links.filter((link) => !isPlaceholder(link)) };
}

/** A carriage return alone ends a line as well; offsets stay what they were. */
const inLines = (text: string): string =>
  text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;

/** The links and anchors of an HTML page. */
export function readHtmlLinks(html: string): PageLinks {
  const source = inLines(html);
  const page = collecting(source);
  takeTags(page, source, placer(source));
  return page;
}

/** The mentions of what is defined are links already, whatever looked like text. */
function withLabels(page: Collecting): PageLinks {
  const { undefinedNotes, undefinedReferences } = page;
  if (undefinedNotes.length + undefinedReferences.length === 0) return page;
  const notes = new Set(page.notes.map(({ label }) => normalised(label)));
  const defined = new Set(page.definitions.map(({ label }) => normalised(label)));
  return {
    ...page,
    undefinedNotes: undefinedNotes.filter(({ label }) => !notes.has(normalised(label))),
    undefinedReferences: undefinedReferences.filter(({ label }) => !defined.has(normalised(label))),
  };
}

/** Labels are compared without regard to case and white space. */
export const normalised = (label: string): string =>
  label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();

const takers: { readonly [Kind in number]?: Taker } = {
  [kinds.link]: (reading, node) => takeLink(reading, node, "link"),
  [kinds.image]: (reading, node) => {
    takeLink(reading, node, "image");
    const { page, nodes } = reading;
    if (nodes.text(node, fields.alt) !== "") return;
    page.imagesWithoutText.push({ label: nodes.text(node, fields.url), ...startOf(nodes, node) });
  },
  [kinds.definition]: takeDefinition,
  [kinds.linkReference]: ({ page, nodes }, node) =>
    void page.references.add(normalised(labelOf(nodes, node))),
  [kinds.imageReference]: ({ page, nodes }, node) => {
    const label = labelOf(nodes, node);
    page.references.add(normalised(label));
    if (nodes.text(node, fields.referenceAlt) !== "") return;
    page.imagesWithoutText.push({ label, ...startOf(nodes, node) });
  },
  [kinds.footnoteReference]: ({ page, nodes }, node) =>
    void page.noteReferences.add(normalised(labelOf(nodes, node))),
  [kinds.footnoteDefinition]: ({ page, nodes }, node) =>
    void page.notes.push({ label: labelOf(nodes, node), ...startOf(nodes, node) }),
  [kinds.html]: takeHtml,
  [kinds.text]: takeWords,
  [kinds.yaml]: takeFrontMatter,
  [kinds.toml]: takeFrontMatter,
  [kinds.heading]: takeHeading,
  [kinds.jsxBlock]: takeElement,
  [kinds.jsxInline]: takeElement,
};

const labelOf = (nodes: PageNodes, node: number): string =>
  nodes.text(node, fields.label) || nodes.text(node, fields.identifier);

function startOf(nodes: PageNodes, node: number): PlaceInText {
  const start = nodes.position(node)?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** `[//]: # (…)` is how comments are written. */
const isComment = (label: string): boolean => /^(?:\/\/|comment$|#|<?!?--)/i.test(label);

function takeDefinition(reading: Reading, node: number): void {
  const { page, nodes } = reading;
  const label =
    nodes.text(node, fields.definitionLabel) || nodes.text(node, fields.definitionIdentifier);
  if (isComment(label)) return;
  takeLink(reading, node, "definition");
  page.definitions.push({ label, ...startOf(nodes, node) });
}

function takeFrontMatter({ page, nodes }: Reading, node: number): void {
  page.frontMatter = nodes.text(node, fields.value);
}

function takeHtml({ page, nodes }: Reading, node: number): void {
  const html = nodes.text(node, fields.value);
  // Without attributes there are neither addresses nor anchors: most tags are line breaks.
  if (html.includes("=") || html.startsWith("<img")) {
    takeTags(page, html, placerIn(page, html, startOf(nodes, node)));
  }
}

function takeWords({ page, nodes }: Reading, node: number): void {
  const position = nodes.position(node);
  if (!position) return;
  const { line, column, offset } = position.start;
  takeText(page, { text: page.source.slice(offset, position.end.offset), line, column });
}

function takeElement({ page, nodes }: Reading, node: number): void {
  takeJsx(page, nodes.jsx(node), startOf(nodes, node));
}

function takeLink({ page, nodes }: Reading, node: number, kind: LinkInText["kind"]): void {
  const url = nodes.text(node, fields.url);
  const position = nodes.position(node);
  if (!position) {
    page.links.push({ url, kind, ...bareAddressPlace(page, nodes, node) });
    return;
  }
  const { line, column } = position.start;
  // `[](){#id}` of Python-Markdown is a place to link to.
  if (url === "" && page.source.startsWith("{", position.end.offset)) return;
  const span = () => addressSpan(page.source, url, position);
  page.links.push({ url, kind, line, column, span });
}

/** `## Words {#own-id}`: sites take the id, forges the words with it; either can be meant. */
const ownId =
  /\s*\{:?\s*(?:#|id=["']?)([^\s{}"']+)[^{}]*\}\s*$|\s*\{\/\*\s*#(\S+)\s*\*\/\}\s*$|\s:id=(\S+)\s*$/;

function takeHeading({ page, nodes, anchorOf }: Reading, node: number): void {
  // Not trimmed: a picture at the end leaves the space before it, and forges count that.
  const words = unmasked(wordsOf(nodes, node));
  const place = startOf(nodes, node);
  const own = /[{:]/.test(words) ? ownId.exec(words) : null;
  const id = own?.[1] ?? own?.[2] ?? own?.[3];
  if (id !== undefined) page.anchors.push({ id, from: "heading", ...place });
  const made = anchorOf(words);
  const from = made.isRepeated ? "repeated" : "heading";
  if (made.id !== "") page.anchors.push({ id: made.id, from, ...place });
}

/** What a heading shows; pictures have no words. */
function wordsOf(nodes: PageNodes, node: number): string {
  const kind = nodes.kind(node);
  if (kind === kinds.text || kind === kinds.inlineCode) return nodes.text(node, fields.value);
  let words = "";
  for (const child of nodes.children(node)) words += wordsOf(nodes, child);
  return words;
}
