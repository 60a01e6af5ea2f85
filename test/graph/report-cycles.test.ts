import { buildGraph } from "#graph/index.ts";
import { formatFinding, toFinding } from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import { type ItemId, itemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import { describe, expect, test } from "vitest";

const at = (line: number) => ({ file: "p.yaml", line });

/** `A B` means that the first leads to the second. */
function factsOf(role: LinkRole, ways: readonly string[], foreign = false): readonly Fact[] {
  const pairs = ways.map((way) => way.split(" ") as [string, string]);
  const idOf = (name: string): ItemId => itemId("stage", name);
  return [
    ...[...new Set(pairs.flat())].map((name) =>
      itemFact({
        kind: "stage",
        id: idOf(name),
        title: name,
        location: at(1),
        attributes: {},
      } as never),
    ),
    ...pairs.map(([from, to], index) =>
      referenceFact({ from: idOf(from), role, to, location: at(index + 2), foreign }),
    ),
  ];
}

const cyclesOf = (facts: readonly Fact[]) =>
  buildGraph(facts)
    .diagnostics.filter(({ code }) => code === "graph/cycle")
    .map((each) => formatFinding(toFinding(each, "en"), "en").split("\n")[0]);

describe("links that put things in an order", () => {
  test("are a finding where they come round, once for each circle", () => {
    expect(cyclesOf(factsOf("depends-on", ["A B", "B C", "C A", "C D", "E A", "F F"]))).toEqual([
      "p.yaml:2 error `A` → `B` → `C` → `A`: nothing can depend on itself [graph/cycle]",
      "p.yaml:7 error `F` → `F`: nothing can depend on itself [graph/cycle]",
    ]);
    expect(cyclesOf(factsOf("part-of", ["A B", "B A"]))).toEqual([
      "p.yaml:2 error `A` → `B` → `A`: nothing can be a part of itself [graph/cycle]",
    ]);
  });

  test("are none where they only meet, however long they are", () => {
    expect(cyclesOf(factsOf("follows", ["A B", "A C", "B D", "C D"]))).toEqual([]);
    const chain = Array.from({ length: 5000 }, (_, n) => `N${String(n)} N${String(n + 1)}`);
    expect(cyclesOf(factsOf("follows", chain))).toEqual([]);
    expect(cyclesOf(factsOf("follows", [...chain, "N5000 N0"]))).toEqual([
      "p.yaml:2 error `N0` → `N1` → `N2` → … → `N5000` → `N0`: nothing can come after itself [graph/cycle]",
    ]);
  });

  test("are a warning in somebody else's data, and nothing when they put nothing in an order", () => {
    expect(cyclesOf(factsOf("depends-on", ["A B", "B A"], true))[0]).toContain(" warning ");
    expect(cyclesOf(factsOf("refers-to", ["A B", "B A"]))).toEqual([]);
  });
});
