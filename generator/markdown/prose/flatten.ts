import type { Code, Nodes, PhrasingContent, Root, Text } from "mdast";

const text = (value: string): PhrasingContent => ({
  type: "text",
  value: value.replace(/\s+/g, " "),
});

type Flattener = (node: never) => readonly PhrasingContent[];

/** One line for each kind of node that is not the same in one line of text. */
const flatteners: Readonly<Partial<Record<Nodes["type"], Flattener>>> = {
  text: ({ value }: Text) => [text(value)],
  break: () => [text(" ")],
  code: ({ value }: Code) => [{ type: "inlineCode", value: value.replace(/\s+/g, " ") }],
  thematicBreak: () => [],
  footnoteDefinition: () => [],
  footnoteReference: () => [],
  paragraph: ({ children }: Parent) => children.flatMap(phrasingOf),
  heading: ({ children }: Parent) => children.flatMap(phrasingOf),
};

interface Parent {
  readonly children: readonly Nodes[];
}

const phrasing = new Set(["emphasis", "strong", "delete", "link"]);

/** Blocks as one row of words: what a text says, on one line. */
export function phrasingOf(node: Nodes): readonly PhrasingContent[] {
  const flatten = flatteners[node.type];
  if (flatten) return flatten(node as never);
  if (!("children" in node)) return [node as PhrasingContent];
  if (!phrasing.has(node.type)) return joined(node.children);
  return [{ ...node, children: node.children.flatMap(phrasingOf) } as PhrasingContent];
}

const joined = (nodes: readonly Nodes[]): readonly PhrasingContent[] =>
  nodes
    .map(phrasingOf)
    .filter((words) => words.length > 0)
    .flatMap((words, index) => (index === 0 ? words : [text(" "), ...words]));

/** The tree with all its words in one paragraph. */
export const flatten = (tree: Root): Root => ({
  type: "root",
  children: [{ type: "paragraph", children: [...joined(tree.children)] }],
});
