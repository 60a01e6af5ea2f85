import { evaluate, matrixRows } from "#evaluate/index.ts";
import type { Coverage, CoverageName } from "#model/evaluation.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../support/graph.ts";

const graph = aGraph()
  .with(item("stage", "S"), item("gate", "G", { stage: "S" }), item("member", "DBA"))
  .with(item("artefact", "A1"), item("criterion", "C1", { of: "OPT1", claimed: true }))
  .with(
    item("work-item", "OPT1", {
      stage: "S",
      owner: "DBA",
      needs: ["A1"],
      outputs: ["=1+1", 'a "b", c'],
    }),
  )
  .with(item("requirement", "R1"), item("decision", "D1"))
  .linking("requirement:R1", "implements", "OPT1")
  .linking("decision:D1", "verifies", "OPT1")
  .build();

test("the matrix has a row for each work item, with what is there and what is not", () => {
  const { value } = evaluate(graph, {});
  expect(value.matrix).toEqual(matrixRows(graph, value));
  expect(value.matrix).toEqual([
    {
      item: "work-item:OPT1",
      stage: "stage:S",
      owner: { name: "DBA", item: "member:DBA" },
      needs: [{ name: "A1", item: "artefact:A1" }],
      implementations: ["requirement:R1"],
      tests: ["decision:D1"],
      outputs: [{ name: "=1+1" }, { name: 'a "b", c' }],
      criteria: ["criterion:C1"],
      met: 0,
      notMet: 0,
      undetermined: 1,
      gates: ["gate:G"],
    },
  ]);
});

describe("coverage", () => {
  const ratioOf = (name: CoverageName, built = graph): Omit<Coverage, "name"> | undefined => {
    const found = evaluate(built, {}).value.coverage.find((each) => each.name === name);
    return found && { numerator: found.numerator, denominator: found.denominator };
  };

  test("of nothing is 0 of 0, never all", () => {
    for (const { numerator, denominator } of evaluate(aGraph().build(), {}).value.coverage)
      expect([numerator, denominator]).toEqual([0, 0]);
  });

  test("counts what is there among what was promised", () => {
    const built = aGraph()
      .with(item("deliverable", "D1", { state: "exists" }), item("deliverable", "D2"))
      .with(item("checkpoint", "K1", { result: "passed" }), item("checkpoint", "K2"))
      .with(item("measurement", "M1"), item("measurement", "M2", { grade: "simulated" }))
      .with(item("action", "A1", { status: "done" }), item("action", "A2", { status: "cancelled" }))
      .build();
    expect(ratioOf("deliverables-existing", built)).toEqual({ numerator: 1, denominator: 2 });
    expect(ratioOf("checkpoints-passed", built)).toEqual({ numerator: 1, denominator: 2 });
    expect(ratioOf("measurements-measured", built)).toEqual({ numerator: 1, denominator: 2 });
    expect(ratioOf("actions-done", built)).toEqual({ numerator: 1, denominator: 1 });
  });

  test("of work items counts commits and nothing else that says it implements them", () => {
    expect(ratioOf("work-items-with-commits")).toEqual({ numerator: 0, denominator: 1 });
    const commit = {
      kind: "commit",
      id: "commit:abc",
      title: "feat",
      location: { file: ".git" },
      attributes: {},
    } as never;
    const built = aGraph()
      .with(item("work-item", "OPT1"), commit)
      .linking("commit:abc", "implements", "OPT1")
      .build();
    expect(ratioOf("work-items-with-commits", built)).toEqual({ numerator: 1, denominator: 1 });
  });
});
