import type { Nodes } from "mdast";

/** Meets each node of a tree, parents first. */
export function walk(node: Nodes, meet: (node: Nodes) => void): void {
  meet(node);
  if ("children" in node) for (const child of node.children) walk(child, meet);
}
