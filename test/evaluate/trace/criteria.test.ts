import { evaluate } from "#evaluate/index.ts";
import { type Fact, itemFact } from "#model/fact.ts";
import { buildGraph } from "#graph/index.ts";
import type { Criterion } from "#model/programme/items.ts";
import type { Matrix } from "#model/trace/matrix.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../../support/graph.ts";
import { aLink, aRequirement, aTest, needs } from "../../support/trace.ts";

const waiver = { reason: "r", owner: "o", issuedBy: "i", expires: "2027-01-01" };

const matrix: Matrix = {
  rows: { types: ["req"] },
  layout: "list",
  show: "all",
  columns: [
    {
      title: "Tests",
      via: [{ link: "verified-by" }],
      optional: false,
      location: { file: "m.yaml" },
    },
  ],
  severity: "warning",
};

/** Of three requirements one is verified, one waived, one nothing; a fourth is of another type. */
const facts: readonly Fact[] = [
  ...[
    aRequirement("R1", needs("test")),
    aRequirement("R2", { ...needs("test"), waivers: [waiver] }),
    aRequirement("R3", needs("test")),
    aRequirement("S1", { ...needs("test"), type: "sys" }),
    aTest("T1"),
  ].map(itemFact),
  itemFact({
    kind: "matrix",
    id: "matrix:MX",
    title: "M",
    location: matrix.columns[0]?.location ?? { file: "" },
    attributes: matrix,
  }),
  aLink("test:T1", "R1", { role: "verifies" }),
];

function judge(criterion: Partial<Criterion>, own = facts) {
  const asked = aGraph(own)
    .with(item("stage", "ST"), item("gate", "G", { stage: "ST" }))
    .with(item("criterion", "C", { of: "G", op: ">=", threshold: 1, ...criterion })).facts;
  const { value, diagnostics } = evaluate(buildGraph(asked).value, { asOf: "2026-02-10" });
  const { result, observed, reason } = value.criteria.get("criterion:C") ?? {};
  const missing = diagnostics.filter(({ code }) => code === "evaluate/metric-without-measurement");
  return {
    result,
    observed: observed?.value,
    reason,
    suggestions: missing.flatMap((each) => each.suggestions ?? []),
  };
}

describe("a criterion over what tracing shows", () => {
  test.each([
    { metric: "coverage.strict", observed: 0.25 },
    { metric: "coverage.strict:req", observed: 0.3333 },
    { metric: "coverage.with-waivers:req", observed: 0.6666 },
    { metric: "coverage.shallow:sys", observed: 0 },
    { metric: "matrix.filled:MX", observed: 0.3333 },
  ])("$metric is $observed", ({ metric, observed }) => {
    expect(judge({ metric })).toMatchObject({ result: "not met", observed });
    expect(judge({ metric, threshold: observed })).toMatchObject({ result: "met" });
  });

  test("is in per cent where it says so", () => {
    expect(judge({ metric: "coverage.strict", unit: "%", threshold: 25 })).toMatchObject({
      result: "met",
      observed: 25,
    });
  });

  test("is undetermined where there is nothing to measure, and a name like another is told", () => {
    expect(judge({ metric: "coverage.strict" }, [])).toMatchObject({
      result: "undetermined",
      reason: "nothing-to-count",
    });
    expect(judge({ metric: "coverage.strict", onEmpty: "fail" }, []).result).toBe("not met");
    expect(judge({ metric: "coverage.strict:reqs" })).toMatchObject({
      result: "undetermined",
      suggestions: ["coverage.strict:req", "coverage.strict:sys"],
    });
  });

  test("a stale result counts as no pass, and a criterion that asks for failing tests waits for it", () => {
    const stale = facts.map((fact) =>
      fact.fact === "item" && fact.item.kind === "test"
        ? itemFact({ ...fact.item, attributes: { ...fact.item.attributes, verdict: "stale" } })
        : fact,
    );
    expect(judge({ metric: "coverage.strict:req" }, stale)).toMatchObject({ observed: 0 });
    expect(judge({ metric: "tests.failing", op: "==", threshold: 0 }, stale).result).toBe(
      "undetermined",
    );
    expect(judge({ metric: "tests.stale", op: "==", threshold: 0 }, stale)).toMatchObject({
      result: "not met",
      observed: 1,
    });
    expect(judge({ metric: "links.suspect", op: "==", threshold: 0 })).toMatchObject({
      result: "met",
      observed: 0,
    });
  });
});
