import type { Nodes } from "mdast";
import { walk } from "../prose/walk.ts";
import { isDangerous } from "./elements.ts";
import { readTags, type Tag } from "./tags.ts";

/** An element that no page shows, and where its tag stands in the text. */
interface DroppedTag {
  readonly name: string;
  readonly offset: number;
}

/** Whether a text may hold such an element; cheap. */
export const mayDrop = (text: string): boolean =>
  [...text.matchAll(/<([a-z]+)[\s/>]/gi)].some(([, name = ""]) => isDangerous(name.toLowerCase()));

/** The opening tags of what is left out, each once for all that it holds. */
export function droppedTags(tree: Nodes, text: string): readonly DroppedTag[] {
  const dropped: DroppedTag[] = [];
  let inside: string | undefined;
  walk(tree, (node) => {
    if (node.type !== "html") return;
    for (const tag of readTags(node.value)) {
      if (inside !== undefined) {
        if (tag.closing && tag.name === inside) inside = undefined;
      } else if (!tag.closing && isDangerous(tag.name)) {
        dropped.push({ name: tag.name, offset: offsetOf(tag, node, text) });
        if (!withoutEnd.has(tag.name)) inside = tag.name;
      }
    }
  });
  return dropped;
}

const withoutEnd: ReadonlySet<string> = new Set(["embed", "frame"]);

/** The prefixes of quotes and lists are not in the value of a node, so the tag is looked for. */
function offsetOf({ name, start }: Tag, node: Nodes, text: string): number {
  const offset = node.position?.start.offset ?? 0;
  const found = text.toLowerCase().indexOf(`<${name}`, offset + start);
  return found < 0 ? offset : found;
}
