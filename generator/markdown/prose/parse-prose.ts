import type { Root } from "mdast";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";

const processor = remark()
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

const remembered = new Map<string, Root>();
const memory = 2000;

/** The tree of what somebody wrote, with positions. It is shared: whoever changes it takes a copy. */
export function parseProse(text: string): Root {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= memory) remembered.clear();
  const tree = processor.parse(text);
  remembered.set(text, tree);
  return tree;
}

/** The tree as Markdown, without a line break at its end. */
export const stringifyProse = (tree: Root): string => processor.stringify(tree).replace(/\n+$/, "");
