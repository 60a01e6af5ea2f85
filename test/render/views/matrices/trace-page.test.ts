import { expect, test } from "vitest";
import { aGraph, item } from "../../../support/graph.ts";
import { pagesOf } from "../../../support/pages.ts";

const graph = aGraph()
  .with(
    item("requirement", "SYS-1", { status: "approved" }),
    item("requirement", 'SW-1"]', { status: "approved" }),
    item("requirement", "SW-2"),
    item("requirement", "SÓ"),
    item("decision", "D1"),
  )
  .linking('requirement:SW-1"]', "covers", "SYS-1")
  .linking("requirement:SW-2", "depends-on", 'SW-1"]')
  .linking("decision:D1", "refers-to", "SYS-1");

test("the trace page of an item lists both directions, and draws the strong links", () => {
  const { pages } = pagesOf(graph.facts, "en");
  const page = pages["matrices/trace/requirement/SYS-1.md"] ?? "";
  const rows = page.split("\n").filter((line) => line.startsWith("| ["));
  expect(rows.map((row) => row.replace(/\]\([^)]*\)/g, "]"))).toEqual([
    expect.stringMatching(/SW-1.*\| `covered-by` \| — \| 1 \| ● strong/),
    expect.stringMatching(/SW-2.*\| `needed-by` \| \[.*SW-1.*\] \| 2 \| ● strong/),
    expect.stringMatching(/decision D1\] \| `referred-to-by` \| — \| 1 \| ○ weak/),
  ]);
  expect(page).toContain("## Is reached by");
  expect(page).not.toContain("## Leads to");
  expect(page).toContain("```mermaid\nflowchart LR\n");
  expect(page).toContain('n1 -->|"covers"| n0');
  expect(page).not.toContain('SW-1"]"]');
});

test("an item that nothing joins to another has no trace page", () => {
  expect(Object.keys(pagesOf(graph.facts, "en").pages)).not.toContain(
    "matrices/trace/requirement/SÓ.md",
  );
});
