import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";
import { expect, test } from "vitest";
import { aGraph, item } from "../../../support/graph.ts";
import { pagesOf } from "../../../support/pages.ts";
import { aTest } from "../../../support/trace.ts";

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
    expect.stringMatching(/SW-1.*\| covered by \| — \| 1 \| ● strong \| ✔ counts/),
    expect.stringMatching(/SW-2.*\| needed by \| \[.*SW-1.*\] \| 2 \| ● strong/),
    expect.stringMatching(/decision D1\] \| referred to by \| — \| 1 \| ○ weak/),
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

test("a trace says how far its item is covered, what is missing, and by which way", () => {
  const needs = [{ anyOf: ["test"] }];
  const { pages, codes } = pagesOf(
    aGraph()
      .with(
        item("requirement", "ALONE", { status: "approved", needs }),
        item("requirement", "SYS-1", { status: "approved", needs: [{ anyOf: ["covers"] }] }),
        item("requirement", "SW-1", { status: "approved", needs }),
        item("requirement", "SW-2", { status: "approved", needs }),
        item("requirement", "FREE", { status: "approved" }),
        aTest("T1", "failed"),
      )
      .linking("requirement:SW-1", "covers", "SYS-1")
      .linking("requirement:FREE", "depends-on", "SYS-1")
      .linking("requirement:SW-2", "depends-on", "SYS-1")
      .linking("test:T1", "verifies", "SW-1").facts,
    "en",
  );
  const coverageOf = (name: string): string | undefined =>
    /\*\*Coverage:\*\* (.*)/.exec(pages[`matrices/trace/requirement/${name}.md`] ?? "")?.[1];
  const plain = (text: string | undefined): string | undefined =>
    text?.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  expect(plain(coverageOf("SYS-1"))).toBe("✘ failing: SYS-1 ← SW-1 ← T1; T1: fails.");
  expect(plain(coverageOf("SW-2"))).toBe("✘ not covered; SW-2 needs 1 of: test; 0 found.");
  expect(coverageOf("FREE")).toBe(undefined);
  expect(codes.filter((code) => code.includes("render/"))).toEqual([]);
  const reports = pages["reports/requirements.md"] ?? "";
  expect(reports).toContain("**Coverage:** ✘ not covered; ALONE needs 1 of: test; 0 found\n");
  expect(reports).toMatch(
    /✘ failing: SYS-1 ← .* \(\[trace\]\(\.\.\/matrices\/trace\/requirement\/SYS-1\.md\)\)/,
  );
  expect(pages["matrices/trace.md"]).toContain("| `requirement` | 0/4 | 0 % | 0 |");
});

test("many traces share pages, and of a long way the nearest are listed", () => {
  const names = Array.from({ length: 612 }, (_, index) => `R${String(index)}`);
  const chain = names
    .slice(1)
    .reduce(
      (graphs, name, index) => graphs.linking(`requirement:${name}`, "covers", `R${String(index)}`),
      aGraph().with(
        ...names.map((name) =>
          item("requirement", name, { status: "approved", needs: [{ anyOf: ["covers"] }] }),
        ),
      ),
    );
  const { pages, codes } = pagesOf(chain.facts, "en");
  expect(codes).toEqual([expect.stringContaining('{"item":"R611","state":"uncovered"')]);
  const traces = Object.keys(pages).filter((path) => path.startsWith("matrices/trace/"));
  expect(traces).toEqual([1, 2, 3, 4, 5, 6, 7].map((page) => `matrices/trace/${String(page)}.md`));
  const [, part = ""] = (pages["matrices/trace/1.md"] ?? "").split('<a id="requirement-R0"></a>');
  const [own = ""] = part.split("\n## ");
  expect(own).toMatch(
    /not covered: R0 ← \[R1\].* ← \[R2\].* ← … ← \[R611\].*; R611 needs 1 of: covers/,
  );
  expect(own).toMatch(/- Is reached by \(covered by\): \[R1\]\([^)]*\)\n/);
  expect(own).toMatch(/- Is reached by: \[R2\].*\[R6\]\([^)]*\), …\n/);
  expect(pages["matrices/trace.md"]).toContain("(trace/1.md#requirement-R0)");
});

test("of more than ten thousand items a page lists the links alone, and marks that there is more", () => {
  const names = Array.from({ length: 10_001 }, (_, index) => `R${String(index).padStart(5, "0")}`);
  const chain = names.flatMap((name, index) => [
    itemFact(item("requirement", name)),
    ...names.slice(index + 1, index + 2).map((to) =>
      referenceFact({
        from: itemId("requirement", name),
        role: "covers",
        to,
        location: { file: "a.yaml" },
      }),
    ),
  ]);
  const listsIn = (facts: readonly Fact[], path: string) => {
    const page = pagesOf(facts, "en").pages[path] ?? "";
    return /<a id="requirement-R00001">[^]*?\n\n([^]*?)\n\n/
      .exec(page)?.[1]
      ?.replace(/\]\([^)]*\)/g, "]");
  };
  const near = "- Leads to (covers): [R00002]\n";
  const links = "- Is reached by (covered by): [R00000]";
  expect(listsIn(chain, "matrices/trace/001.md")).toBe(`${near}- Leads to: …\n${links}`);
  const fewer = listsIn(chain.slice(0, 2 * 1000), "matrices/trace/01.md");
  expect(fewer).toContain(`${near}- Leads to: [R00003], [R00004]`);
});
