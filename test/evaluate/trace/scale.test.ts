import { witnessPath } from "#model/trace/witness.ts";
import { expect, test } from "vitest";
import { aLink, aRequirement, coverageOf, needs, trace } from "../../support/trace.ts";

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `N${String(index)}`);

test("a chain of 100,000 items is judged from its end, and the way there is told", () => {
  const chain = names(100_000);
  const items = chain.map((name) => aRequirement(name, needs("req")));
  const links = chain.slice(1).map((name, index) => aLink(name, `N${String(index)}`));
  const result = trace(items, links);
  expect(coverageOf(result, "N0")).toBe("covered/uncovered");
  expect(witnessPath(result, "requirement:N0")).toHaveLength(100_000);
  const ring = trace(items, [...links, aLink("N0", "N99999")]);
  expect(coverageOf(ring, "N500")).toBe("covered/cyclic");
  expect(witnessPath(ring, "requirement:N500")).toHaveLength(100_001);
});

test("two layers of 300 that all lead to each other are 90,000 links, each looked at once", () => {
  const layer = names(300);
  const result = trace(
    [
      ...layer.map((name) => aRequirement(`A${name}`, { needs: [{ anyOf: ["dsn"], min: 300 }] })),
      ...layer.map((name) => aRequirement(`B${name}`, { type: "dsn" })),
    ],
    layer.flatMap((from) => layer.map((to) => aLink(`B${from}`, `A${to}`))),
  );
  expect(result.links).toHaveLength(90_000);
  expect(result.ratios.at(-1)).toMatchObject({ depth: "deep", numerator: 300, denominator: 300 });
});
