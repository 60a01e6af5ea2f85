import { toldIn, treeLines } from "#cli/reach/print-reach.ts";
import { evaluate } from "#evaluate/index.ts";
import type { Link } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { Reached } from "#model/trace/reach.ts";
import { expect, test } from "vitest";
import { aGraph } from "../support/graph.ts";

test("an item that hundreds of thousands lead to is printed with all of them", () => {
  const graph = aGraph().build();
  const told = { graph, evaluation: evaluate(graph, {}).value, words: toldIn("en") };
  const step = (from: ItemId, item: ItemId, depth: number): Reached => {
    const link: Link = {
      from: item,
      role: "covers",
      to: from,
      location: { file: "a" },
      status: "resolved",
      target: from,
    };
    return { from, item, depth, link, role: "covered-by", isStrong: true };
  };
  const hub: ItemId = "requirement:HUB";
  const children = Array.from({ length: 300_000 }, (_, index) =>
    step(hub, `requirement:R${index}`, 2),
  );
  const lines = treeLines(told, [step("requirement:TOP", hub, 1), ...children]);
  expect(lines).toHaveLength(300_001);
  expect(lines.slice(0, 2)).toEqual(["  ● covered by HUB", "    ● covered by R0"]);
});
