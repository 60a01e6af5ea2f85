import type { Nodes, Root } from "mdast";
import { withoutHtml } from "../html/without-html.ts";
import { engine } from "../engine.ts";
import { deepest } from "./is-plain.ts";

/** The tree of a text; one that is nested too deeply to be shown as Markdown is one block of code. */
export interface ParsedProse {
  readonly tree: Root;
  /** It had raw HTML, so that its places are not all those of the text. */
  readonly hadHtml: boolean;
  /** Where the nesting goes too far. */
  readonly tooDeepAt?: number;
}

/** What was parsed lately: a text is read for its links, and written soon after. */
const remembered = new Map<string, ParsedProse>();
const mostCharacters = 200_000;
let characters = 0;

/**
 * The tree of what somebody wrote, with positions, by the native engine: it is remark's tree, made
 * many times faster, and without raw HTML. It is shared: whoever changes it takes a copy.
 */
export const parseProse = (text: string): Root => parseBounded(text).tree;

/** The same, with what is particular about it. */
export function parseBounded(text: string): ParsedProse {
  const known = remembered.get(text);
  if (known) return known;
  const parsed = bounded(parse(text), text);
  characters += text.length;
  if (characters > mostCharacters) {
    remembered.clear();
    characters = text.length;
  }
  remembered.set(text, parsed);
  return parsed;
}

/** The tree with its raw HTML, for whoever asks what was written. */
export const parseWithHtml = (text: string): Root => parse(text);

/** Only YAML is data at the top: what stands between pluses is text, as on every forge. */
const parse = (text: string): Root =>
  engine().markdownToMdast(text, { features: { frontmatter: !text.startsWith("+++") } }) as Root;

function bounded(tree: Root, text: string): ParsedProse {
  const { tooDeep, hadHtml } = survey(tree);
  if (tooDeep !== undefined) {
    const tooDeepAt = tooDeep.position?.start.offset ?? 0;
    return {
      tree: { type: "root", children: [{ type: "code", value: text }] },
      hadHtml,
      tooDeepAt,
    };
  }
  return { tree: hadHtml ? withoutHtml(tree, text) : tree, hadHtml };
}

/** Goes through the tree level by level, since it may be deep. */
function survey(tree: Root): { hadHtml: boolean; tooDeep?: Nodes } {
  let level: readonly Nodes[] = [tree];
  let hadHtml = false;
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((node) => ("children" in node ? node.children : []));
    hadHtml ||= level.some(({ type }) => type === "html");
  }
  const [tooDeep] = level;
  return tooDeep ? { hadHtml, tooDeep } : { hadHtml };
}
