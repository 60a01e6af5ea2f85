import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Prose } from "#model/prose.ts";
import { parseBounded } from "./parse-prose.ts";
import { placeIn } from "./place.ts";

/** What of somebody's text is not shown as it was written. */
export function checkProse(prose: Prose): readonly Diagnostic[] {
  const { tooDeepAt } = parseBounded(prose.text);
  return tooDeepAt === undefined
    ? []
    : [diagnose("markdown/nested-too-deep", {}, { location: placeIn(prose, tooDeepAt) })];
}
