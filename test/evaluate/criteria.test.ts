import { evaluate } from "#evaluate/index.ts";
import type { CriterionResult } from "#model/evaluation.ts";
import type { Item } from "#model/item.ts";
import type { Criterion, Measurement } from "#model/programme/items.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../support/graph.ts";

const ask: Partial<Criterion> = { of: "OPT1", metric: "q1", op: "<=", threshold: -10, unit: "%" };

/** How a criterion of OPT1 comes out with these measurements and other items. */
function judge(
  criterion: Partial<Criterion>,
  measurements: readonly Partial<Measurement>[] = [],
  others: readonly Item[] = [],
): CriterionResult | undefined {
  const graph = aGraph()
    .with(item("work-item", "OPT1"), item("work-item", "OPT2"), ...others)
    .with(item("criterion", "C1", { of: "OPT1", ...criterion }))
    .with(...measurements.map((each, index) => item("measurement", `M${index}`, each)))
    .build();
  return evaluate(graph, {}).value.criteria.get("criterion:C1");
}

const q1 = (value: number, more: Partial<Measurement> = {}): Partial<Measurement> => ({
  metric: "q1",
  value,
  unit: "%",
  ...more,
});

describe("a criterion with measurements", () => {
  test("is met when a measured value satisfies the threshold", () => {
    expect(judge(ask, [q1(-15)])).toEqual({
      result: "met",
      grade: "measured",
      evidence: "measurement:M0",
      observed: { value: -15, unit: "%" },
      reason: "threshold-met",
    });
  });

  test("is not met by -8 % against a target of -10 %", () => {
    expect(judge(ask, [q1(-8)])).toMatchObject({ result: "not met", reason: "threshold-missed" });
  });

  test.each([
    { op: "<", value: 5, result: "not met" },
    { op: "<=", value: 5, result: "met" },
    { op: ">", value: 5, result: "not met" },
    { op: ">=", value: 5, result: "met" },
    { op: "==", value: 5, result: "met" },
    { op: "==", value: 4, result: "not met" },
  ] as const)("with $op 5 is $result at the value $value", ({ op, value, result }) => {
    expect(judge({ ...ask, op, threshold: 5 }, [q1(value)])?.result).toBe(result);
  });

  test.each(["simulated", "declared", "missing", "stale"] as const)(
    "stays undetermined when all it has is %s",
    (grade) => {
      expect(judge(ask, [q1(-15, { grade })])).toMatchObject({
        result: "undetermined",
        grade,
        reason: "grade-not-accepted",
        evidence: "measurement:M0",
      });
    },
  );

  test("tells when a value that does not count would miss the threshold", () => {
    expect(judge(ask, [q1(-8, { grade: "declared" })])).toMatchObject({
      result: "undetermined",
      reason: "grade-not-accepted-and-missed",
    });
  });

  test("is met by a simulation when it says that it accepts one", () => {
    const accepting = { ...ask, accepts: ["measured", "simulated"] as const };
    expect(judge(accepting, [q1(-15, { grade: "simulated" })])).toMatchObject({
      result: "met",
      grade: "simulated",
    });
  });

  test.each(["missing", "stale"] as const)(
    "is never met by what is %s, even if accepted",
    (grade) => {
      expect(judge({ ...ask, accepts: [grade] }, [q1(-15, { grade })])?.result).toBe(
        "undetermined",
      );
    },
  );

  test.each([NaN, Infinity])("stays undetermined with the value %d", (value) => {
    expect(judge(ask, [q1(value)])).toMatchObject({
      result: "undetermined",
      reason: "not-a-number",
    });
  });

  test("stays undetermined when the units differ", () => {
    expect(judge(ask, [q1(-15, { unit: "ms" })])).toMatchObject({
      result: "undetermined",
      reason: "unit-mismatch",
    });
  });

  test("stays undetermined without a threshold", () => {
    expect(judge({ of: "OPT1", metric: "q1" }, [q1(-15)])?.reason).toBe("no-threshold");
  });

  test("is decided by the last run, whatever the order in the file", () => {
    const early = q1(-15, { time: "2026-02-07T10:00:00Z" });
    const late = q1(-8, { time: "2026-02-07T08:00:00-03:00" });
    expect(judge(ask, [early, late])?.result).toBe("not met");
    expect(judge(ask, [late, early])?.result).toBe("not met");
  });

  test("is decided by the worse of two runs that cannot be told apart", () => {
    expect(judge(ask, [q1(-15), q1(-8)])?.result).toBe("not met");
  });

  test("is not decided by a measurement of another work item", () => {
    expect(judge(ask, [q1(-15, { subject: "OPT2" })])?.reason).toBe("no-measurement");
    expect(judge(ask, [q1(-15, { subject: "OPT1" })])?.result).toBe("met");
  });

  test("a measured value decides beside a simulation that says otherwise", () => {
    expect(judge(ask, [q1(-30, { grade: "simulated" }), q1(-8)])?.result).toBe("not met");
  });
});

describe("a criterion without measurements", () => {
  test("stays undetermined", () => {
    expect(judge(ask)).toEqual({
      result: "undetermined",
      grade: "missing",
      reason: "no-measurement",
    });
  });

  test("a ticked box is a declaration and meets nothing", () => {
    expect(judge({ claimed: true })).toEqual({
      result: "undetermined",
      grade: "declared",
      reason: "only-claimed",
    });
  });

  test("a ticked box counts where declarations are accepted", () => {
    expect(judge({ claimed: true, accepts: ["declared"] })).toEqual({
      result: "met",
      grade: "declared",
      reason: "claim-accepted",
    });
  });

  test("an empty box is not a failure, but nothing", () => {
    expect(judge({ claimed: false, accepts: ["declared"] })?.reason).toBe("manual");
  });

  test("of a metric is told to its author, with the line", () => {
    const criterion = item("criterion", "C1", { ...ask });
    const graph = aGraph().with(item("work-item", "OPT1"), criterion).build();
    expect(evaluate(graph, {}).diagnostics).toMatchObject([
      {
        code: "evaluate/metric-without-measurement",
        severity: "info",
        args: { criterion: "C1", metric: "q1" },
        ...criterion.location,
      },
    ]);
  });
});

test("differing units are told to the author of the criterion", () => {
  const graph = aGraph()
    .with(item("work-item", "OPT1"), item("criterion", "C1", { ...ask }))
    .with(item("measurement", "M1", { metric: "q1", value: -15, unit: "ms" }))
    .build();
  expect(evaluate(graph, {}).diagnostics).toMatchObject([
    { code: "evaluate/unit-mismatch", args: { criterion: "C1", expected: "%", found: "ms" } },
  ]);
});

describe("a metric that the graph answers", () => {
  const axesMet: Partial<Criterion> = { of: "G", metric: "axes.met", op: ">=", threshold: 2 };
  const stage = [item("stage", "S"), item("gate", "G", { stage: "S" })];
  const axis = (name: string, value?: number): readonly Item[] => [
    item("axis", name, { stage: "S" }),
    item("criterion", `${name}-C`, { of: name, metric: name, op: ">=", threshold: 1 }),
    ...(value === undefined ? [] : [item("measurement", `${name}-M`, { metric: name, value })]),
  ];

  test("counts the axes whose criteria are all met", () => {
    const axes = [...axis("A", 1), ...axis("B", 2), ...axis("D", 0)];
    expect(judge(axesMet, [], [...stage, ...axes])).toMatchObject({
      result: "met",
      observed: { value: 2 },
    });
  });

  test("is not met once too many axes have failed", () => {
    expect(judge(axesMet, [], [...stage, ...axis("A", 0), ...axis("B")])?.result).toBe("not met");
  });

  test("stays undetermined while an axis can still decide it", () => {
    expect(judge(axesMet, [], [...stage, ...axis("A", 1), ...axis("B")])).toMatchObject({
      result: "undetermined",
      reason: "not-all-known",
    });
  });

  test("of no axes is not measurable", () => {
    expect(judge(axesMet, [], stage)).toEqual({
      result: "undetermined",
      grade: "missing",
      reason: "nothing-to-count",
    });
  });

  test("counts the deliverables that exist", () => {
    const all = { of: "S", metric: "deliverables.existing", op: ">=", threshold: 2 } as const;
    const deliverables = [
      item("deliverable", "D1", { stage: "S", state: "exists" }),
      item("deliverable", "D2", { stage: "S", state: "empty" }),
    ];
    expect(judge(all, [], [...stage, ...deliverables])).toMatchObject({
      result: "not met",
      observed: { value: 1 },
    });
  });

  test("counts open blockers of the stage that nothing mitigates", () => {
    const none = { of: "G", metric: "blockers.open", op: "==", threshold: 0 } as const;
    const blocked = aGraph()
      .with(...stage, item("criterion", "C1", none), item("blocker", "B1"), item("blocker", "B2"))
      .with(item("action", "A1"))
      .linking("blocker:B1", "blocks", "S")
      .linking("blocker:B2", "blocks", "S")
      .linking("action:A1", "mitigates", "B2");
    const result = evaluate(blocked.build(), {}).value;
    expect(result.criteria.get("criterion:C1")).toMatchObject({
      result: "not met",
      observed: { value: 1 },
    });
    expect(result.gates.get("gate:G")?.blockers).toEqual(["blocker:B1"]);
  });

  test("without a threshold or with another accepted grade decides nothing", () => {
    const axes = [...stage, ...axis("A", 1)];
    expect(judge({ of: "G", metric: "axes.met" }, [], axes)?.reason).toBe("no-threshold");
    expect(judge({ ...axesMet, accepts: ["declared"] }, [], axes)?.reason).toBe(
      "grade-not-accepted",
    );
  });
});
