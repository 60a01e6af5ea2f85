import { expect, test } from "vitest";
import { aGraph, item } from "../../../support/graph.ts";
import { pagesOf } from "../../../support/pages.ts";

const matrix = aGraph()
  .with(item("stage", "S"), item("gate", "G", { stage: "S" }), item("member", "DBA"))
  .with(item("criterion", "G-C1", { of: "G" }), item("criterion", "OPT1-C1", { of: "OPT1" }))
  .with(item("work-item", "OPT1", { stage: "S", owner: "DBA", outputs: ["Runbook"] }))
  .with(item("work-item", "OPT2", { stage: "S", owner: "DBA" }));

test("the matrix says in each row what is there, what is not, and what cannot be measured", () => {
  const page = pagesOf(matrix.facts, "en").pages["matrices/work-items.md"] ?? "";
  const row = (name: string): string =>
    page.split("\n").find((line) => line.startsWith(`| [${name}`)) ?? "";
  expect(row("OPT1")).toContain("| no commits; no tests | Runbook | 0/1 met; undetermined: 1 |");
  expect(row("OPT1")).toContain("[gate G](../reports/gates/G.md): ? UNDETERMINED");
  expect(row("OPT2")).toContain("| no commits; no tests | — | not measurable |");
});

test("counts stand under the matrix, and none of them is of nothing", () => {
  const page = pagesOf(matrix.facts, "en").pages["matrices/work-items.md"] ?? "";
  expect(page).toContain("| Items with outputs | 1/2 |");
  expect(page).toContain("| Criteria met | 0/1 |");
  const bare = pagesOf(aGraph().with(item("work-item", "X")).facts, "en");
  expect(bare.pages["matrices/work-items.md"]).toContain("| Criteria met | not measurable |");
});
