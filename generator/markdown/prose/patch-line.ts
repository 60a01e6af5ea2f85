import type { Nodes, Paragraph, Root } from "mdast";
import type { ProseContext } from "./context.ts";
import { patchProse } from "./patch-prose.ts";
import { walk } from "./walk.ts";

/**
 * A text mended and put on one line: its paragraphs, those of lists and quotes among them, one
 * behind the other. Nothing when it holds anything else, or when they could not stay apart.
 */
export function patchLine(tree: Root, context: ProseContext): string | undefined {
  const paragraphs = paragraphsIn(tree);
  if (paragraphs === undefined) return undefined;
  if (paragraphs.length > 1 && paragraphs.some((each) => mayJoin(each, context))) return undefined;
  const lines = paragraphs.flatMap((each) => patchProse(each, context, true) ?? []);
  if (lines.length < paragraphs.length) return undefined;
  return lines.map((line) => line.trim().replace(/[ \t]*\n[ \t>]*/g, " ")).join(" ");
}

function paragraphsIn(node: Nodes): readonly Paragraph[] | undefined {
  if (node.type === "paragraph") return [node];
  const isTask = node.type === "listItem" && typeof node.checked === "boolean";
  if (isTask || !("children" in node) || !holdsParagraphs.has(node.type)) return undefined;
  const parts = node.children.map(paragraphsIn);
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
