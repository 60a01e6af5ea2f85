import type { Break, Code, Heading, Image, Link, Nodes, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import { destination, escapeMarkdown } from "../../escape/index.ts";
import type { ProseContext } from "../context.ts";
import { anchorNode, hrefOf, isShownAlone } from "./rewrite-text.ts";
import { isAbsolute } from "../targets.ts";
import { findWikiLinks } from "../wiki-links.ts";

/** A piece of a text, and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Patch extends ProseContext {
  readonly inCell: boolean;
  /** The text becomes one line: what breaks a line is no more than its end. */
  readonly inLine: boolean;
}

/** The edits that make a node safe and lead its links; nothing when it must be taken apart. */
type Edits = readonly Edit[] | undefined;

type Span = readonly [start: number, end: number];

const spanOf = (node: Nodes | undefined): Span => [
  node?.position?.start.offset ?? 0,
  node?.position?.end.offset ?? 0,
];

const spanBetween = (nodes: readonly Nodes[]): Span => [
  spanOf(nodes[0])[0],
  spanOf(nodes.at(-1))[1],
];

const sourceOf = (node: Nodes, { source }: Patch): string => source.slice(...spanOf(node));

const escapeWords = (words: string, { inCell }: Patch): string =>
  escapeMarkdown(words, inCell ? "cell" : "line");

const bracketed = (words: string, { inCell }: Patch): string =>
  `[${escapeMarkdown(words, inCell ? "cell" : "link-text")}]`;

/** Beside these, words cannot become a part of a tag, an entity or a link. */
const apart = /^[\s.,;:()|]?$/;
/** Nor beside these, where no tag can begin. */
const apartWithoutTags = /^[\s.,;:()|"']?$/;

function standsApart([start, end]: Span, { source, mayOpenTag }: Patch): boolean {
  const beside = mayOpenTag ? apart : apartWithoutTags;
  const before = source.slice(Math.max(0, start - 1), start);
  return beside.test(before) && beside.test(source.slice(end, end + 1));
}

/** Words instead of what stood there; nothing when they could join what is beside them. */
const replaceByWords = (words: string, span: Span, patch: Patch): Edits =>
  standsApart(span, patch)
    ? [{ start: span[0], end: span[1], text: escapeWords(words, patch) }]
    : undefined;

/** A link instead of what stood there; behind a `!` it would be an image. */
function replaceByLink(link: string, [start, end]: Span, { source }: Patch): Edits {
  return source[start - 1] === "!" ? undefined : [{ start, end, text: link }];
}

function editText(node: Text, patch: Patch): Edits {
  const [offset] = spanOf(node);
  return join(
    findWikiLinks(sourceOf(node, patch)).map(({ name, text, start, end }) => {
      const found = patch.link({ kind: "name", to: name });
      const words = text ?? found?.text ?? name;
      const href = patch.inLink ? undefined : found?.href;
      const span: Span = [offset + start, offset + end];
      return href === undefined
        ? replaceByWords(words, span, patch)
        : replaceByLink(`${bracketed(words, patch)}(${destination(href)})`, span, patch);
    }),
  );
}

/** All of them, or nothing when one is missing. */
const join = (parts: readonly Edits[]): Edits =>
  parts.includes(undefined) ? undefined : parts.flatMap((edits) => edits ?? []);

/** ` "title"`, or nothing when it would have to be escaped. */
function titleOf(title: string | null | undefined): string | undefined {
  if (!title) return "";
  return /["\\|&\n`]/.test(title) ? undefined : ` "${title}"`;
}

/** Words that begin nothing when they stand alone at the start of a line. */
const harmlessStart = /^(?:[\p{L}("']|`(?!`))/u;

/** The words of a link alone. */
function unlink([start, end]: Span, [from, to]: Span, patch: Patch): Edits {
  const isHarmless = harmlessStart.test(patch.source.slice(from, to));
  if (!isHarmless || !standsApart([start, end], patch)) return undefined;
  return [
    { start, end: from, text: "" },
    { start: to, end, text: "" },
  ];
}

/** The same words, with another destination behind them. */
function relink({ title, ...node }: Link, href: string, inner: Span): Edits {
  const written = titleOf(title);
  if (written === undefined) return undefined;
  return [{ start: inner[1], end: spanOf(node)[1], text: `](${destination(href)}${written})` }];
}

function editLink(node: Link, patch: Patch): Edits {
  const href = hrefOf(node.url, "link", patch);
  const isLiteral = !sourceOf(node, patch).startsWith("[");
  if (isLiteral || isShownAlone(node.url)) return href === undefined ? undefined : [];
  const words = editChildren(node.children, { ...patch, inLink: true });
  if (!words || node.children.length === 0) return undefined;
  if (href === node.url) return words;
  const inner = spanBetween(node.children);
  const own = href === undefined ? unlink(spanOf(node), inner, patch) : relink(node, href, inner);
  return own && [...own, ...words];
}

function editImage(node: Image, patch: Patch): Edits {
  const href = hrefOf(node.url, "image", patch);
  const title = titleOf(node.title);
  const words = node.alt ?? "";
  if (title === undefined || words === "" || !sourceOf(node, patch).startsWith("![")) {
    return undefined;
  }
  const span = spanOf(node);
  if (href === undefined) return replaceByWords(words, span, patch);
  const link = `${bracketed(words, patch)}(${destination(href)}`;
  if (!isAbsolute(href)) return replaceByLink(`!${link}${title})`, span, patch);
  return patch.inLink ? replaceByWords(words, span, patch) : replaceByLink(`${link})`, span, patch);
}

function editHeading(node: Heading, patch: Patch): Edits {
  const [start] = spanOf(node);
  const [first] = node.children;
  const marks = /^#{1,6}(?=[ \t\n]|$)/.exec(sourceOf(node, patch))?.[0];
  const words = editChildren(node.children, patch);
  if (marks === undefined || !words) return undefined;
  const depth = Math.min(6, Math.max(1, node.depth + patch.shift));
  const written = toString(node, { includeHtml: false });
  const slug = patch.slug(written);
  const named = first && findWikiLinks(written).length > 0;
  const at = named ? spanOf(first)[0] : 0;
  const anchor = named ? [{ start: at, end: at, text: anchorNode(slug, patch).value }] : [];
  return [{ start, end: start + marks.length, text: "#".repeat(depth) }, ...anchor, ...words];
}

/** A fence that its author did not close would take in what follows the text. */
function editCode(node: Code, patch: Patch): Edits {
  const source = sourceOf(node, patch);
  const opening = /^(`{3,}|~{3,})/.exec(source)?.[0];
  if (opening === undefined) return [];
  const closing = /\n[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(source)?.[1] ?? "";
  return closing.startsWith(opening) ? [] : undefined;
}

const editChildren = (nodes: readonly Nodes[], patch: Patch): Edits =>
  join(nodes.map((node) => editNode(node, patch)));

type Editor = (node: never, patch: Patch) => Edits;

const asIs: Editor = () => [];
const inside: Editor = (node: { readonly children: readonly Nodes[] }, patch) =>
  editChildren(node.children, patch);

/** The nodes that can be mended where they stand; any other kind is taken apart. */
const editors: Readonly<Partial<Record<Nodes["type"], Editor>>> = {
  root: inside,
  paragraph: inside,
  blockquote: inside,
  list: inside,
  listItem: inside,
  table: inside,
  tableRow: inside,
  tableCell: (node: { readonly children: readonly Nodes[] }, patch) =>
    editChildren(node.children, { ...patch, inCell: true }),
  emphasis: inside,
  strong: inside,
  delete: inside,
  heading: editHeading,
  text: editText,
  link: editLink,
  image: editImage,
  code: editCode,
  inlineCode: asIs,
  break: (node: Break, { inLine }) => {
    const [start, end] = spanOf(node);
    return inLine ? [{ start, end, text: "\n" }] : [];
  },
  thematicBreak: asIs,
};

const editNode = (node: Nodes, patch: Patch): Edits => editors[node.type]?.(node as never, patch);

/**
 * A text, or a part of it, as its author wrote it, with its links led elsewhere and its headings
 * moved; nothing when it holds raw HTML, references or notes, or leaves something open.
 */
export function patchProse(node: Nodes, context: ProseContext, inLine = false): string | undefined {
  const { source } = context;
  if (source.includes("\u0000")) return undefined;
  const edits = editNode(node, { ...context, inCell: false, inLine });
  if (!edits) return undefined;
  const [begin, finish] = node.type === "root" ? [0, source.length] : spanOf(node);
  let output = "";
  let done = begin;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    output += source.slice(done, start) + text;
    done = end;
  }
  const patched = output + source.slice(done, finish);
  return inLine ? patched : patched.replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, "");
}
