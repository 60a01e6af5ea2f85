import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { type Fact, itemFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";

/** What a report counts: how many there are, and how many were run. */
const counters = [
  { metric: "coverage.lines", found: "LF", hit: "LH" },
  { metric: "coverage.functions", found: "FNF", hit: "FNH" },
  { metric: "coverage.branches", found: "BRF", hit: "BRH" },
] as const;

/**
 * Reads the totals of an LCOV tracefile as measurements in per cent. Nobody recorded how the run was
 * made, so they are declared, not measured; of nothing there is no measurement.
 */
export function readLcov(text: string, file: string): Outcome<readonly Fact[]> {
  const sums = new Map<string, number>();
  let files = 0;
  for (const line of text.split(/\r?\n/)) {
    const [, key, count] = /^(LF|LH|FNF|FNH|BRF|BRH):(\d+)$/.exec(line) ?? [];
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + Number(count));
    if (line === "end_of_record") files++;
  }
  if (files === 0) {
    const reason = "no `end_of_record` in it";
    return outcome([], [diagnose("sources/tests-unreadable", { reason }, { location: { file } })]);
  }
  return outcome(
    counters.flatMap(({ metric, found, hit }) => {
      const all = sums.get(found) ?? 0;
      if (all === 0) return [];
      const value = Math.round(((sums.get(hit) ?? 0) / all) * 10_000) / 100;
      return [measurementFact(metric, value, file)];
    }),
  );
}

const measurementFact = (metric: string, value: number, file: string): Fact =>
  itemFact({
    kind: "measurement",
    id: itemId("measurement", `${file}:${metric}`),
    title: metric,
    location: { file, line: 1 },
    attributes: { metric, value, unit: "%", grade: "declared", source: file },
  });
