import type { Nodes, Root } from "mdast";
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

/** Levels that readers can still follow; whatever walks a tree calls itself at each of them. */
const deepest = 100;

/** The tree of a text; one that is nested too deeply to be shown as Markdown is one block of code. */
export interface ParsedProse {
  readonly tree: Root;
  /** Where the nesting goes too far. */
  readonly tooDeepAt?: number;
}

/** What was parsed lately: a text is read for its links, and written soon after. */
const remembered = new Map<string, ParsedProse>();
const mostCharacters = 200_000;
let characters = 0;

/**
 * The tree of what somebody wrote, with positions, by the native engine: it is remark's tree, made
 * many times faster. It is shared: whoever changes it takes a copy.
 */
export const parseProse = (text: string): Root => parseBounded(text).tree;

/** The same, with what is wrong with its depth. */
export function parseBounded(text: string): ParsedProse {
  const known = remembered.get(text);
  if (known) return known;
  const parsed = bounded(engine().markdownToMdast(text) as Root, text);
  characters += text.length;
  if (characters > mostCharacters) {
    remembered.clear();
    characters = text.length;
  }
  remembered.set(text, parsed);
  return parsed;
}

function bounded(tree: Root, value: string): ParsedProse {
  const node = firstBelow(tree, deepest);
  if (node === undefined) return { tree };
  const tooDeepAt = node.position?.start.offset ?? 0;
  return { tree: { type: "root", children: [{ type: "code", value }] }, tooDeepAt };
}

/** The first node that lies deeper than so many levels; level by level, as trees may be deep. */
function firstBelow(tree: Nodes, levels: number): Nodes | undefined {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; depth < levels; depth += 1) {
    level = level.flatMap((node) => ("children" in node ? node.children : []));
    if (level.length === 0) return undefined;
  }
  return level[0];
}
