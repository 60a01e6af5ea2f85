import { evaluate, loadExpressions } from "#evaluate/index.ts";
import type { Criterion, Measurement } from "#model/evidence.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../support/graph.ts";

const both = 'metric("q1", "%") <= -10.0 && metric("q3", "%") <= -10.0';

/** How a condition comes out with these measurements. */
async function judge(expression: string, measurements: readonly Partial<Measurement>[] = []) {
  const criterion: Partial<Criterion> = { of: "G", expression };
  const graph = aGraph()
    .with(item("stage", "S"), item("gate", "G", { stage: "S" }), item("axis", "A", { stage: "S" }))
    .with(item("criterion", "C", criterion))
    .with(...measurements.map((each, index) => item("measurement", `M${index}`, each)))
    .build();
  const expressions = await loadExpressions(graph);
  const { value, diagnostics } = evaluate(graph, { ...(expressions && { expressions }) });
  return { result: value.criteria.get("criterion:C"), diagnostics };
}

const q = (metric: string, value: number, more: Partial<Measurement> = {}) => ({
  metric,
  value,
  unit: "%",
  ...more,
});

describe("a criterion with a condition", () => {
  test.each([
    { q3: -12, result: "met", reason: "expression-true" },
    { q3: -8, result: "not met", reason: "expression-false" },
  ] as const)("follows from all values that it names: $q3 is $result", async ({ q3, ...found }) => {
    expect((await judge(both, [q("q1", -15), q("q3", q3)])).result).toMatchObject({
      ...found,
      grade: "measured",
    });
  });

  test("needs every value that it names, also the one that it could do without", async () => {
    const either = both.replace("&&", "||");
    expect((await judge(either, [q("q1", -15)])).result).toMatchObject({
      result: "undetermined",
      reason: "no-measurement",
    });
  });

  test.each([
    ["simulated", { grade: "simulated" }, "grade-not-accepted"],
    ["in another unit", { unit: "ms" }, "unit-mismatch"],
    ["not a number", { value: NaN }, "not-a-number"],
    ["about files that have changed", { grade: "stale", isOutdated: true }, "subject-changed"],
  ] as const)("is not decided by a value that is %s", async (_, more, reason) => {
    const found = await judge(both, [q("q1", -15), q("q3", -12, more)]);
    expect(found.result).toMatchObject({ result: "undetermined", reason });
  });

  test("is not decided by runs of one moment that contradict each other", async () => {
    const found = await judge('metric("q1", "%") < 0.0', [q("q1", -1), q("q1", -2)]);
    expect(found.result?.reason).toBe("ambiguous");
  });

  test("of a division by nothing is not measurable", async () => {
    const ratio = 'metric("q1", "%") / metric("q3", "%") > 1.0';
    expect((await judge(ratio, [q("q1", 1), q("q3", 0)])).result?.result).toBe("undetermined");
    expect((await judge(ratio, [q("q1", 4), q("q3", 2)])).result?.result).toBe("met");
  });

  test("can count what the graph knows, and waits while that is not all known", async () => {
    expect((await judge('count("blockers.open") == 0.0')).result?.result).toBe("met");
    expect((await judge('count("axes.met") >= 1.0')).result?.reason).toBe("not-all-known");
    expect((await judge('count("deliverables.existing") >= 0.0')).result?.reason).toBe(
      "nothing-to-count",
    );
  });

  test.each([
    "true",
    "1 + 1",
    'metric("q1", "%") <',
    'metric("q1")',
    'metric("q" + "1", "%") < 0.0',
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("(a+)+$")',
    '[1.0, 2.0].exists(x, x > metric("q1", "%"))',
    "process.exit(1)",
    'size("x") > 0',
  ])("is refused, with its line, when it is %s", async (expression) => {
    const { result, diagnostics } = await judge(expression, [q("q1", -15)]);
    expect(result).toMatchObject({ result: "undetermined", reason: "expression-refused" });
    expect(diagnostics).toMatchObject([
      { code: "evaluate/expression-refused", severity: "error", args: { criterion: "C" } },
    ]);
    expect(diagnostics[0]?.line).toBeGreaterThan(0);
  });
});
