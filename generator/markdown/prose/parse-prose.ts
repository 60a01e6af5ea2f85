import type { Root } from "mdast";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import { engine } from "../engine.ts";

/** Reads and writes what has to be taken apart: whatever goes through it comes out well-formed. */
export const processor = remark()
  .use(remarkFrontmatter)
  .use(remarkGfm, { tablePipeAlign: false })
  .data("settings", {
    bullet: "-",
    bulletOther: "*",
    emphasis: "_",
    fences: true,
    incrementListMarker: true,
    listItemIndent: "one",
    resourceLink: true,
    rule: "-",
  })
  .freeze();

/** What was parsed lately: a text is read for its links, and written soon after. */
const remembered = new Map<string, Root>();
const mostCharacters = 200_000;
let characters = 0;

/**
 * The tree of what somebody wrote, with positions, by the native engine: it is remark's tree, made
 * many times faster. It is shared: whoever changes it takes a copy.
 */
export function parseProse(text: string): Root {
  const known = remembered.get(text);
  if (known) return known;
  const tree = engine().markdownToMdast(text) as Root;
  characters += text.length;
  if (characters > mostCharacters) {
    remembered.clear();
    characters = text.length;
  }
  remembered.set(text, tree);
  return tree;
}
