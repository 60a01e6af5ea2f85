import type { Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const reader = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

export const readMarkdown = (markdown: string): Root => reader.parse(markdown);

const words = new Set(["text", "inlineCode"]);

/** The shape of a tree: its kinds of nodes, where runs of text and code count as `words`. */
export function outline(node: Nodes): string {
  if (words.has(node.type)) return "words";
  if (!("children" in node)) return node.type;
  const children = (node.children as Nodes[]).map(outline);
  const shape = children.filter(
    (each, index) => each !== "words" || children[index - 1] !== "words",
  );
  return shape.length === 0 ? node.type : `${node.type}(${shape.join(" ")})`;
}

/** What stands in the first node of this kind. */
export function wordsIn(tree: Nodes, type: Nodes["type"]): string | undefined {
  if (tree.type === type) return toString(tree);
  if (!("children" in tree)) return undefined;
  for (const child of tree.children as Nodes[]) {
    const found = wordsIn(child, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
