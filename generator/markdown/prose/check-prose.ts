import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Nodes } from "mdast";
import type { Prose } from "#model/pages/prose.ts";
import { isSafeUrl } from "../escape/index.ts";
import { droppedTags, mayDrop } from "../html/dropped.ts";
import { isPlain } from "./is-plain.ts";
import { isUntouched } from "./rewrite/is-untouched.ts";
import { parseBounded, parseWithHtml } from "./parse-prose.ts";
import { placeIn } from "./place.ts";
import { walk } from "./walk.ts";

/** What of somebody's text is not shown as it was written. */
export function checkProse(prose: Prose): readonly Diagnostic[] {
  if (isPlain(prose) || isUntouched(prose.text.trim())) return [];
  const { tree, tooDeepAt } = parseBounded(prose.text);
  if (tooDeepAt !== undefined) {
    return [diagnose("markdown/nested-too-deep", {}, { location: placeIn(prose, tooDeepAt) })];
  }
  const found: Diagnostic[] = [];
  walk(tree, (node) => {
    found.push(...checkUrl(node, prose));
  });
  return [...found, ...checkHtml(prose)];
}

/** A link that is not led anywhere: its scheme is none that a page may follow. */
function checkUrl(node: Nodes, prose: Prose): readonly Diagnostic[] {
  if (!("url" in node) || isSafeUrl(node.url)) return [];
  const location = placeIn(prose, node.position?.start.offset ?? 0);
  return [diagnose("markdown/unsafe-link", { url: node.url }, { location, target: node.url })];
}

/** Elements that are left out with what is in them. */
function checkHtml(prose: Prose): readonly Diagnostic[] {
  const { text } = prose;
  if (!mayDrop(text)) return [];
  return droppedTags(parseWithHtml(text), text).map(({ name, offset }) =>
    diagnose("markdown/dropped-element", { name }, { location: placeIn(prose, offset) }),
  );
}
