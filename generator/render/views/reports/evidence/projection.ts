import type { Scenario, ScenarioResource } from "#model/programme/plan.ts";
import type { Series } from "./series.ts";

/** Growth by the same rate each year from the first, in which the measured need holds. */
export function projectionOf(
  base: Series,
  { factor, growth }: ScenarioResource,
  { from, until = from }: Scenario,
): ReadonlyMap<number, number> {
  if (growth === undefined || from === undefined || until === undefined) return new Map();
  const first = base.last.attributes.value * factor;
  const years = Math.min(100, until - from + 1);
  return new Map(
    Array.from({ length: Math.max(0, years) }, (_, index) => [
      from + index,
      first * (1 + growth / 100) ** index,
    ]),
  );
}
