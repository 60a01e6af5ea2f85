import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { blocks } from "./blocks.ts";
import { phrasing } from "./phrasing.ts";
import { buildElements, type Part } from "./tree.ts";

const rowsOfWords = new Set([
  "delete",
  "emphasis",
  "heading",
  "link",
  "linkReference",
  "paragraph",
  "strong",
  "tableCell",
]);

/** These hold one kind of node only, and no HTML. */
const frames = new Set(["list", "table", "tableRow"]);

/**
 * The tree with its raw HTML as what Markdown has for it. The HTML that is left is of our own
 * making: folds, line breaks, keys, high and low letters, and anchors.
 */
export const withoutHtml = (tree: Root, source: string): Root => rewrite(tree, source) as Root;

function rewrite(node: Nodes, source: string): Nodes {
  if (!("children" in node)) return node;
  const inside = node.children.map((child) => rewrite(child, source));
  const children = frames.has(node.type) ? inside : replaced(node, inside, source);
  return { ...node, children } as Nodes;
}

function replaced(
  node: Nodes,
  inside: readonly Nodes[],
  source: string,
): readonly (RootContent | PhrasingContent | Part)[] {
  if (!inside.some(({ type }) => type === "html")) return inside;
  const parts = buildElements(inside, source);
  return rowsOfWords.has(node.type) ? phrasing(parts) : blocks(parts);
}
