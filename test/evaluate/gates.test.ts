import { evaluate } from "#evaluate/index.ts";
import type { GateResult } from "#model/evaluation.ts";
import type { Item } from "#model/item.ts";
import type { Comparison, Criterion, EvidenceGrade, Measurement } from "#model/programme/items.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../support/graph.ts";

const atLeastOne = { metric: "m", op: ">=", threshold: 1 } as const;
const gate = item("gate", "G", { stage: "S" });

const verdictOf = (...items: readonly Item[]): GateResult | undefined =>
  evaluate(
    aGraph()
      .with(item("stage", "S"), gate, ...items)
      .build(),
    {},
  ).value.gates.get("gate:G");

const criterion = (name: string, of = "G", more: Partial<Criterion> = {}): Item =>
  item("criterion", name, { of, ...atLeastOne, metric: name, ...more });
const measured = (metric: string, value: number): Item =>
  item("measurement", `M-${metric}`, { metric, value });

describe("the verdict of a gate", () => {
  test("is NO-GO as soon as one criterion is not met", () => {
    const items = [criterion("a"), criterion("b"), measured("a", 0)];
    expect(verdictOf(...items)).toMatchObject({ verdict: "NO-GO", notMet: 1, undetermined: 1 });
  });

  test("is UNDETERMINED while evidence is missing", () => {
    const items = [criterion("a"), criterion("b"), measured("a", 1)];
    expect(verdictOf(...items)).toMatchObject({ verdict: "UNDETERMINED", met: 1 });
  });

  test("is PENDING when all criteria are met, for nobody has signed", () => {
    expect(verdictOf(criterion("a"), measured("a", 1))).toMatchObject({
      verdict: "PENDING",
      met: 1,
    });
  });

  test("follows the criteria of the gate and not those of its stage", () => {
    const items = [criterion("a"), criterion("s", "S"), measured("a", 1), measured("s", 0)];
    expect(verdictOf(...items)).toMatchObject({ verdict: "PENDING", criteria: ["criterion:a"] });
  });

  test("follows the criteria of the stage when the gate has none", () => {
    expect(verdictOf(criterion("s", "S"), measured("s", 0))).toMatchObject({
      verdict: "NO-GO",
      criteria: ["criterion:s"],
    });
  });

  test("without any criteria is UNDETERMINED, and an error", () => {
    const graph = aGraph().with(item("stage", "S"), gate).build();
    const { value, diagnostics } = evaluate(graph, {});
    expect(value.gates.get("gate:G")?.verdict).toBe("UNDETERMINED");
    expect(diagnostics).toMatchObject([
      {
        code: "evaluate/gate-without-criteria",
        severity: "error",
        args: { gate: "G" },
        ...gate.location,
      },
    ]);
  });
});

const grades: readonly EvidenceGrade[] = ["measured", "simulated", "declared", "missing", "stale"];
const comparisons: readonly Comparison[] = ["<", "<=", ">", ">=", "=="];
const metrics = ["a", "b", "axes.met", "deliverables.existing", "blockers.open"];
const anyOf = fc.constantFrom("G", "S", "W", "A");

const criteriaOf = fc.array(
  fc.record<Partial<Criterion>, never>(
    {
      of: anyOf,
      metric: fc.constantFrom(...metrics),
      op: fc.constantFrom(...comparisons),
      threshold: fc.double(),
      unit: fc.constantFrom("", "ms"),
      accepts: fc.subarray([...grades]),
      claimed: fc.boolean(),
    },
    { requiredKeys: [] as never },
  ),
  { maxLength: 6 },
);
const measurementsOf = fc.array(
  fc.record<Measurement>({
    metric: fc.constantFrom("a", "b"),
    value: fc.double(),
    unit: fc.constantFrom("", "ms"),
    subject: fc.constantFrom("W", "A", ""),
    grade: fc.constantFrom(...grades),
    time: fc.constantFrom("", "2026-02-07", "2026-02-08T10:00:00Z", "ontem"),
  }),
  { maxLength: 6 },
);

test("[P5] no gate is ever GO, and no criterion is met by a grade that it does not accept", () => {
  fc.assert(
    fc.property(criteriaOf, measurementsOf, (criteria, measurements) => {
      const graph = aGraph()
        .with(item("stage", "S"), gate, item("work-item", "W", { stage: "S" }))
        .with(item("axis", "A", { stage: "S" }))
        .with(...criteria.map((each, n) => item("criterion", `C${n}`, { of: "G", ...each })))
        .with(...measurements.map((each, n) => item("measurement", `M${n}`, each)))
        .build();
      const { value } = evaluate(graph, { asOf: "2026-02-09" });
      for (const { verdict, notMet, undetermined } of value.gates.values()) {
        expect(["NO-GO", "PENDING", "UNDETERMINED"]).toContain(verdict);
        if (verdict === "PENDING") expect([notMet, undetermined]).toEqual([0, 0]);
      }
      for (const [id, { result, grade }] of value.criteria) {
        const written = graph.items.get(id) as Item<"criterion">;
        const { accepts } = written.attributes;
        if (result === "met") {
          expect(accepts.length > 0 ? accepts : ["measured"]).toContain(grade);
          expect(["missing", "stale"]).not.toContain(grade);
        }
      }
    }),
  );
});
