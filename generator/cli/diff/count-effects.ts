import type { Effect } from "#model/schema/change.ts";

/** How many changes there are of each meaning. */
export function countEffects(
  changes: readonly { readonly effect: Effect }[],
): Readonly<Record<Effect, number>> {
  const count = (effect: Effect) => changes.filter((each) => each.effect === effect).length;
  return {
    breaking: count("breaking"),
    compatible: count("compatible"),
    unclassified: count("unclassified"),
    spelling: count("spelling"),
  };
}
