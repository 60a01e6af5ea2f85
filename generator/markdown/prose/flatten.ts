import type { Nodes, PhrasingContent, Root } from "mdast";

const asWords = (value: string): string => value.replace(/\s+/g, " ");

/** Blocks as one paragraph: what a text says, on one line. */
function wordsOf(node: Nodes): readonly PhrasingContent[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return node.children.flatMap(wordsOf);
    case "code":
      return [{ type: "inlineCode", value: asWords(node.value) }];
    case "break":
      return [{ type: "text", value: " " }];
    case "text":
      return [{ type: "text", value: asWords(node.value) }];
    case "thematicBreak":
    case "footnoteDefinition":
    case "footnoteReference":
      return [];
    default:
      return "children" in node && !isPhrasing(node)
        ? joined(node.children)
        : [node as PhrasingContent];
  }
}

const phrasing = new Set(["emphasis", "strong", "delete", "link"]);
const isPhrasing = (node: Nodes): boolean => phrasing.has(node.type);

const joined = (nodes: readonly Nodes[]): readonly PhrasingContent[] =>
  nodes
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .flatMap((words, index) =>
      index === 0 ? words : [{ type: "text", value: " " } as const, ...words],
    );

/** The tree with all its words in one paragraph. */
export const flatten = (tree: Root): Root => ({
  type: "root",
  children: [{ type: "paragraph", children: [...joined(tree.children)] }],
});
