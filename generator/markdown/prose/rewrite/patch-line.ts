import type { Nodes, Paragraph, Root } from "mdast";
import type { ProseContext } from "../context.ts";
import { patchProse } from "./patch-prose.ts";
import { walk } from "../walk.ts";

/**
 * A text mended and put on one line: its paragraphs, those of lists and quotes among them, one
 * behind the other. Nothing when it holds anything else, or when they could not stay apart.
 */
export function patchLine(tree: Root, context: ProseContext): string | undefined {
  const found = paragraphsIn(tree, 0);
  if (found === undefined) return undefined;
  if (found.length > 1 && found.some(({ node }) => mayJoin(node, context))) return undefined;
  const lines = found.flatMap((each) => lineOf(each, context) ?? []);
  return lines.length < found.length ? undefined : lines.join(" ");
}

interface Found {
  readonly node: Paragraph;
  /** Quotes that it stands in. */
  readonly quotes: number;
}

/** In a quote each line may begin with its mark; where that could be words, nobody knows. */
function lineOf({ node, quotes }: Found, context: ProseContext): string | undefined {
  const text = patchProse(node, context, true);
  if (text === undefined) return undefined;
  const marks = new RegExp(`\\n(?: {0,3}> ?){0,${String(quotes)}}`, "g");
  const bare = text.replace(marks, "\n");
  return quotes > 0 && /\n[ \t]*>/.test(bare)
    ? undefined
    : bare.trim().replace(/[ \t]*\n[ \t]*/g, " ");
}

function paragraphsIn(node: Nodes, quotes: number): readonly Found[] | undefined {
  if (node.type === "paragraph") return [{ node, quotes }];
  const isTask = node.type === "listItem" && typeof node.checked === "boolean";
  if (isTask || !("children" in node) || !holdsParagraphs.has(node.type)) return undefined;
  const inside = node.type === "blockquote" ? quotes + 1 : quotes;
  const parts = node.children.map((each) => paragraphsIn(each, inside));
  return parts.includes(undefined) ? undefined : parts.flatMap((each) => each ?? []);
}

const holdsParagraphs: ReadonlySet<Nodes["type"]> = new Set([
  "root",
  "blockquote",
  "list",
  "listItem",
]);

/** Whether marks that mean nothing in one paragraph could pair with those of another. */
function mayJoin(paragraph: Paragraph, { source }: ProseContext): boolean {
  let found = false;
  walk(paragraph, (node) => {
    if (node.type !== "text") return;
    const { start, end } = node.position ?? {};
    found ||= pairing.test(source.slice(start?.offset, end?.offset));
  });
  return found;
}

const pairing = /(?<!\\)[*`~<]|(?<![\p{L}\p{N}\\])_|(?<!\\)_(?![\p{L}\p{N}])|\]\s*[([:]/u;
