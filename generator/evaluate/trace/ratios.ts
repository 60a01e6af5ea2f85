import type { ItemCoverage, TraceRatio } from "#model/trace/result.ts";

/**
 * For each type that needs something, how many of its approved items are covered.
 *
 * @trace P4
 */
export function traceRatios(items: Iterable<ItemCoverage>): readonly TraceRatio[] {
  const counted = [...items].filter(isCounted);
  const types = [...Map.groupBy(counted, ({ type }) => type)];
  return types
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([type, all]) => [traceRatio(type, "shallow", all), traceRatio(type, "deep", all)]);
}

/** Whether an item asks for anything, and counts. */
export const isCounted = ({ isActive, clauses }: ItemCoverage): boolean =>
  isActive && clauses.some(({ clause }) => (clause.min ?? 1) > 0);

/** Of nothing it is null: neither all nor none. */
export function traceRatio(
  type: string,
  depth: TraceRatio["depth"],
  items: readonly ItemCoverage[],
): TraceRatio {
  const denominator = items.length;
  const numerator = items.filter((each) => each[depth] === "covered").length;
  const waived = items.filter((each) => each[depth] === "justified").length;
  const ratio = (count: number): number | null => (denominator === 0 ? null : count / denominator);
  const ratioStrict = ratio(numerator);
  const ratioWithWaivers = ratio(numerator + waived);
  return { type, depth, numerator, denominator, waived, ratioStrict, ratioWithWaivers };
}
