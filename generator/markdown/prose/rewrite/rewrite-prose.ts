import type {
  Blockquote,
  Definition,
  Heading,
  Html,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { toString } from "mdast-util-to-string";
import type { ProseContext } from "../context.ts";
import type { OwnHtml } from "../../html/phrasing.ts";
import {
  anchorNode,
  htmlNode,
  rewriteImage,
  rewriteLink,
  rewriteText,
  textNode,
} from "./rewrite-text.ts";
import { trimmed } from "../trimmed.ts";
import { findWikiLinks } from "../wiki-links.ts";

const definitionOf = (identifier: string, context: ProseContext): Definition | undefined =>
  context.definitions.get(identifier.toLowerCase());

const phrasing = (nodes: readonly PhrasingContent[], context: ProseContext) =>
  nodes.flatMap((node) => rewriteNode(node, context)) as PhrasingContent[];

/** HTML of our own: an anchor that its author wrote stays where nobody has written it before. */
function rewriteHtml(node: Html, context: ProseContext): readonly Nodes[] {
  const { anchor } = (node as OwnHtml).data ?? {};
  if (anchor === undefined) return [node];
  return context.isNewAnchor(anchor) ? [anchorNode(anchor, context)] : [];
}

/** A heading whose words come from the graph keeps the anchor that its written words have. */
function rewriteHeading(node: Heading, context: ProseContext): Heading {
  const written = toString(node, { includeHtml: false });
  const slug = context.slug(written);
  const anchor = findWikiLinks(written).length > 0 ? [anchorNode(slug, context)] : [];
  const depth = Math.min(6, Math.max(1, node.depth + context.shift)) as Heading["depth"];
  return { ...node, depth, children: [...anchor, ...trimmed(phrasing(node.children, context))] };
}

const alertMark = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?=\n|$)/i;

/** The mark of a note stays as it is: escaped it would be read as text. */
function keepMark([first, ...others]: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const text = first?.type === "text" ? first.value : "";
  const mark = alertMark.exec(text)?.[0];
  if (mark === undefined || (mark === text && others.length > 0)) return undefined;
  const rest = mark === text ? [] : [textNode(text.slice(mark.length))];
  return [htmlNode(mark.trim()), ...rest, ...others];
}

function rewriteQuote(node: Blockquote, context: ProseContext): Blockquote {
  const children = rewriteBlocks(node.children, context) as Blockquote["children"];
  const [first, ...others] = children;
  const marked = first?.type === "paragraph" ? keepMark(first.children) : undefined;
  if (marked === undefined) return { ...node, children };
  return { ...node, children: [{ type: "paragraph", children: marked }, ...others] };
}

type Rewriters = {
  readonly [Type in Nodes["type"]]?: (
    node: Extract<Nodes, { type: Type }>,
    context: ProseContext,
  ) => readonly Nodes[];
};

/** One line for each kind of node that does not stay as it is. */
const rewriters: Rewriters = {
  yaml: () => [],
  definition: () => [],
  text: rewriteText,
  paragraph: (node, context) => {
    const children = trimmed(phrasing(node.children, context));
    return children.length > 0 ? [{ ...node, children }] : [];
  },
  html: rewriteHtml,
  blockquote: (node, context) => [rewriteQuote(node, context)],
  heading: (node, context) => [rewriteHeading(node, context)],
  image: (node, context) => rewriteImage(node, context),
  link: (node, context) =>
    rewriteLink(node, phrasing(node.children, { ...context, inLink: true }), context),
  linkReference: (node, context) => {
    const words = phrasing(node.children, { ...context, inLink: true });
    const definition = definitionOf(node.identifier, context);
    return definition ? rewriteLink(definition, words, context) : words;
  },
  imageReference: (node, context) => {
    const definition = definitionOf(node.identifier, context);
    const alt = node.alt ?? "";
    return definition ? rewriteImage({ ...definition, alt }, context) : [textNode(alt)];
  },
  footnoteReference: (node, { notePrefix }) => [
    { ...node, identifier: notePrefix + node.identifier, label: notePrefix + node.identifier },
  ],
  footnoteDefinition: (node, context) => [
    {
      ...node,
      identifier: context.notePrefix + node.identifier,
      label: context.notePrefix + node.identifier,
      children: rewriteBlocks(node.children, context) as typeof node.children,
    },
  ],
};

const wordy = new Set(["emphasis", "strong", "delete", "tableCell"]);

function rewriteNode(node: Nodes, context: ProseContext): readonly Nodes[] {
  const rewriter = rewriters[node.type] as
    ((node: Nodes, context: ProseContext) => readonly Nodes[]) | undefined;
  if (rewriter) return rewriter(node, context);
  if (!("children" in node)) return [node];
  const children = wordy.has(node.type)
    ? phrasing(node.children as PhrasingContent[], context)
    : rewriteBlocks(node.children as RootContent[], context);
  return [{ ...node, children } as Nodes];
}

function rewriteBlocks(nodes: readonly RootContent[], context: ProseContext): RootContent[] {
  return nodes.flatMap((node) => rewriteNode(node, context)) as RootContent[];
}

/** A new tree in which only harmless markup is left and links lead where the page wants them. */
export const rewriteTree = (tree: Root, context: ProseContext): Root => ({
  type: "root",
  children: rewriteBlocks(tree.children, context),
});
