import type { Html, Nodes, PhrasingContent, RootContent } from "mdast";
import { decodeEntities } from "../entities.ts";
import { escapeHtml } from "../escape/html.ts";
import { type Tag, readTags } from "../html-tags.ts";
import type { ProseContext } from "./context.ts";
import {
  anchorNode,
  htmlNode,
  rewriteImage,
  rewriteLink,
  textNode,
  trimmed,
} from "./rewrite-text.ts";

type Rewrite = (
  nodes: readonly PhrasingContent[],
  context: ProseContext,
) => readonly PhrasingContent[];

const harmless = new Set(["sub", "sup", "kbd"]);
const folding = new Set(["details", "summary"]);
const swallowed =
  /<(script|style|template|iframe|object|noscript|svg|math|textarea|title|xmp)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const attributeOf = (tag: Tag, name: string): string | undefined =>
  tag.attributes.find((attribute) => attribute.name === name)?.value;

const tagOf = (node: PhrasingContent | undefined): Tag | undefined =>
  node?.type === "html" ? readTags(node.value)[0] : undefined;

/** The index of the tag that closes the one at `from`, or -1. */
function closingOf(nodes: readonly PhrasingContent[], from: number, name: string): number {
  let depth = 0;
  for (let index = from; index < nodes.length; index += 1) {
    const tag = tagOf(nodes[index]);
    if (tag?.name !== name) continue;
    depth += tag.closing ? -1 : 1;
    if (depth === 0) return index;
  }
  return -1;
}

function rewriteAnchor(
  tag: Tag,
  words: readonly PhrasingContent[],
  context: ProseContext,
): readonly PhrasingContent[] {
  const id = attributeOf(tag, "id") ?? attributeOf(tag, "name");
  const href = attributeOf(tag, "href");
  const anchor = id === undefined ? [] : [anchorNode(id, context)];
  return [...anchor, ...(href === undefined ? words : rewriteLink({ url: href }, words, context))];
}

/** What an opening tag becomes, with what stands up to its closing tag. */
function rewriteTag(
  tag: Tag,
  inner: readonly PhrasingContent[],
  context: ProseContext & { readonly rewrite: Rewrite },
): readonly PhrasingContent[] {
  if (swallowedTag(tag.name)) return [];
  const inLink = context.inLink || (tag.name === "a" && attributeOf(tag, "href") !== undefined);
  const words = context.rewrite(inner, { ...context, inLink });
  if (tag.name === "a") return rewriteAnchor(tag, words, context);
  if (!harmless.has(tag.name)) return words;
  return [htmlNode(`<${tag.name}>`), ...words, htmlNode(`</${tag.name}>`)];
}

const swallowedTag = (name: string): boolean => new RegExp(swallowed.source, "i").test(`<${name}>`);

/** A tag that stands alone. */
function rewriteVoid(tag: Tag, context: ProseContext): readonly PhrasingContent[] {
  if (tag.closing) return [];
  if (tag.name === "br") return [htmlNode("<br>")];
  if (tag.name === "a") return rewriteAnchor(tag, [], context);
  if (tag.name !== "img") return [];
  const url = attributeOf(tag, "src") ?? "";
  return rewriteImage({ url, alt: attributeOf(tag, "alt") ?? "" }, context);
}

/**
 * Raw HTML among words: the harmless tags stay, without attributes; links and images become those
 * of Markdown; other tags go, and their words stay.
 */
export function rewriteInlineHtml(
  nodes: readonly PhrasingContent[],
  context: ProseContext & { readonly rewrite: Rewrite },
): readonly PhrasingContent[] {
  const output: PhrasingContent[] = [];
  let plain: PhrasingContent[] = [];
  const flush = (): void => {
    output.push(...context.rewrite(plain, context));
    plain = [];
  };
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node?.type !== "html") {
      if (node) plain.push(node);
      continue;
    }
    flush();
    const tag = tagOf(node);
    if (!tag) continue;
    const closing = tag.closing ? -1 : closingOf(nodes, index, tag.name);
    if (closing < 0) output.push(...rewriteVoid(tag, context));
    else {
      output.push(...rewriteTag(tag, nodes.slice(index + 1, closing), context));
      index = closing;
    }
  }
  flush();
  return output;
}

/** Raw HTML as a row of texts and tags. */
function split(html: string): readonly PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  const text = (end: number): void => {
    const words = html.slice(done, end).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
    if (words !== "") parts.push(textNode(decodeEntities(words).replace(/\s+/g, " ")));
  };
  for (const tag of readTags(html)) {
    text(tag.start);
    parts.push(htmlNode(html.slice(tag.start, tag.end)));
    done = tag.end;
  }
  text(html.length);
  return parts;
}

/** The tags that fold a part of the page, with their words; nothing where a block begins otherwise. */
function foldOf(node: Nodes): string {
  if (node.type !== "html") return "";
  const fold = split(node.value.replace(swallowed, ""))
    .map((part) => {
      if (part.type !== "html") return part.type === "text" ? escapeHtml(part.value) : "";
      const tag = tagOf(part);
      return tag && folding.has(tag.name) ? `<${tag.closing ? "/" : ""}${tag.name}>` : "";
    })
    .join("")
    .trim();
  return fold.startsWith("<") ? fold : "";
}

/** A block of raw HTML as the tags that fold a part of the page, or as a paragraph of its words. */
export function rewriteBlockHtml(
  node: Html,
  context: ProseContext & { readonly rewrite: Rewrite },
): readonly RootContent[] {
  const fold = context.folds ? foldOf(node) : "";
  if (fold !== "") return [htmlNode(fold)];
  const words = rewriteInlineHtml(split(node.value.replace(swallowed, "")), context);
  const children = trimmed(words);
  return children.length > 0 ? [{ type: "paragraph", children }] : [];
}

/** Folding tags that do not close, each after its own, would swallow the rest of the page. */
export function hasBalancedFolds(nodes: readonly Nodes[]): boolean {
  const open: string[] = [];
  for (const [, slash, name = ""] of nodes
    .map(foldOf)
    .join("")
    .matchAll(/<(\/?)(details|summary)>/g)) {
    if (slash === "/" && open.pop() !== name) return false;
    if (slash === "") open.push(name);
  }
  return open.length === 0;
}
