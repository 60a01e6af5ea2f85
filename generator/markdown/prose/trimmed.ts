import type { PhrasingContent } from "mdast";

const isBlank = (node: PhrasingContent | undefined): boolean =>
  node?.type === "text" && node.value.trim() === "";

/** Words without the blanks that removed markup has left at their ends. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const from = nodes.findIndex((node) => !isBlank(node));
  const kept = from < 0 ? [] : nodes.slice(from, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  return kept.map((node, index) => {
    if (node.type !== "text") return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? value.trimEnd() : value };
  });
}
