import type { Definition, Image, Link, Nodes } from "mdast";
import { engine } from "../engine.ts";
import { anchorMaker, type Dialect } from "./dialects.ts";
import { type Collecting, collecting, type PageLinks, type Span } from "./page-links.ts";
import { isJsx, mdxTree, takeJsx, unmasked } from "./read-jsx.ts";
import { placer, placerIn, takeTags } from "./read-tags.ts";
import { takeText } from "./read-text.ts";

interface Reading {
  readonly page: Collecting;
  readonly anchorOf: ReturnType<typeof anchorMaker>;
}

type Taker<Node> = (reading: Reading, node: Node) => void;

/** One parse of a page with the native engine, for its links, anchors and labels. */
export function readMarkdownLinks(
  markdown: string,
  dialect: Dialect,
  syntax: "markdown" | "mdx" = "markdown",
): PageLinks {
  const source = inLines(markdown).replaceAll("\u0000", "\ufffd");
  const reading = { page: collecting(source), anchorOf: anchorMaker(dialect) };
  take(reading, syntax === "mdx" ? mdxTree(source) : engine().markdownToMdast(source));
  return withLabels(reading.page);
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
  const notes = new Set(page.notes.map(({ label }) => normalised(label)));
  const defined = new Set(page.definitions.map(({ label }) => normalised(label)));
  return {
    ...page,
    undefinedNotes: page.undefinedNotes.filter(({ label }) => !notes.has(normalised(label))),
    undefinedReferences: page.undefinedReferences.filter(
      ({ label }) => !defined.has(normalised(label)),
    ),
  };
}

/** Labels are compared without regard to case and white space. */
export const normalised = (label: string): string =>
  label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();

const takers: { readonly [Type in Nodes["type"]]?: Taker<Extract<Nodes, { type: Type }>> } = {
  link: ({ page }, node) => takeLink(page, node, "link"),
  image: ({ page }, node) => {
    takeLink(page, node, "image");
    if (!node.alt) page.imagesWithoutText.push({ label: node.url, ...startOf(node) });
  },
  definition: ({ page }, node) => {
    takeLink(page, node, "definition");
    page.definitions.push({ label: node.label ?? node.identifier, ...startOf(node) });
  },
  linkReference: ({ page }, node) => void page.references.add(normalised(labelOf(node))),
  imageReference: ({ page }, node) => {
    page.references.add(normalised(labelOf(node)));
    if (!node.alt) page.imagesWithoutText.push({ label: labelOf(node), ...startOf(node) });
  },
  footnoteReference: ({ page }, node) => void page.noteReferences.add(normalised(labelOf(node))),
  footnoteDefinition: ({ page }, node) =>
    void page.notes.push({ label: labelOf(node), ...startOf(node) }),
  html: ({ page }, node) => takeTags(page, node.value, placerIn(page, node.value, startOf(node))),
  text: ({ page }, node) => {
    if (!node.value.includes("[")) return;
    takeText(page, { text: written(page, node), ...startOf(node) });
  },
  yaml: ({ page }, node) => {
    page.isDraft = /^draft:\s*true\s*$/m.test(node.value);
  },
  heading: takeHeading,
};

function take(reading: Reading, node: Nodes): void {
  const taker = takers[node.type] as Taker<Nodes> | undefined;
  if (isJsx(node)) takeJsx(reading.page, node);
  taker?.(reading, node);
  if ("children" in node) for (const child of node.children) take(reading, child);
}

const labelOf = (node: { label?: string | null | undefined; identifier: string }): string =>
  node.label ?? node.identifier;

function startOf({ position }: Nodes): { line: number; column: number } {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}

const written = ({ source }: Collecting, { position }: Nodes): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

function takeLink(
  page: Collecting,
  node: Link | Image | Definition,
  kind: "link" | "image" | "definition",
): void {
  const span = spanOf(page, node);
  page.links.push({ url: node.url, kind, ...startOf(node), ...(span && { span }) });
}

/** Where the address stands, after all that the link shows. */
function spanOf({ source }: Collecting, node: Link | Image | Definition): Span | undefined {
  const { url, position } = node;
  const end = position?.end;
  if (end?.offset === undefined || url === "") return undefined;
  const from = lastEnd(node) ?? position?.start.offset ?? 0;
  const at = addressIn(source.slice(from, end.offset), url);
  if (at === undefined) return undefined;
  const column = end.column - (end.offset - from - at);
  return { line: end.line, column, endColumn: column + url.length };
}

/** The first place that holds the address as an address, if the rest stands in the same line. */
function addressIn(text: string, url: string): number | undefined {
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
    const rest = text.slice(at + url.length);
    if (rest.includes("\n")) return undefined;
    if (/[(<\s:]/.test(text[at - 1] ?? "") && /^[\s)>]|^$/.test(rest)) return at;
  }
  return undefined;
}

const lastEnd = (node: Nodes): number | undefined =>
  "children" in node ? node.children.at(-1)?.position?.end.offset : undefined;

/** `## Words {#own-id}`: sites take the id, forges the words with it; either can be meant. */
const ownId = /\s*\{:?\s*#([^\s{}]+)[^{}]*\}\s*$|\s*\{\/\*\s*#(\S+)\s*\*\/\}\s*$/;

function takeHeading({ page, anchorOf }: Reading, node: Nodes): void {
  // Not trimmed: a picture at the end leaves the space before it, and forges count that.
  const words = unmasked(wordsOf(node));
  const own = ownId.exec(words);
  if (own) page.anchors.push({ id: own[1] ?? own[2] ?? "", from: "heading", ...startOf(node) });
  const { id, isRepeated } = anchorOf(words);
  const from = isRepeated ? "repeated" : "heading";
  if (id !== "") page.anchors.push({ id, from, ...startOf(node) });
}

/** What a heading shows; pictures have no words. */
function wordsOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}
