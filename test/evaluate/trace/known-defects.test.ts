import { traceRatio } from "#evaluate/trace/ratios.ts";
import { describe, expect, test } from "vitest";
import { aLink, aRequirement, aTest, coverageOf, needs, trace } from "../../support/trace.ts";

describe("defects that other tools have", () => {
  test("D1: an item that reaches a cycle it is not part of is judged, and told where the cycle is", () => {
    const result = trace(
      [
        aRequirement("R", needs("dsn")),
        aRequirement("A", { type: "dsn", ...needs("dsn") }),
        aRequirement("B", { type: "dsn", ...needs("dsn") }),
      ],
      [aLink("A", "R"), aLink("A", "B"), aLink("B", "A")],
    );
    expect(["R", "A", "B"].map((name) => coverageOf(result, name))).toEqual([
      "covered/cyclic",
      "covered/cyclic",
      "covered/cyclic",
    ]);
    expect(result.items.get("requirement:R")?.cause).toMatchObject({
      state: "cyclic",
      clause: 0,
      via: "requirement:A",
      isHere: false,
    });
  });

  test("D2: layers that all lead to each other take one pass, not one walk for each way", () => {
    const [layers, width] = [60, 30];
    const name = (layer: number, place: number): string => `L${String(layer)}-${String(place)}`;
    const places = Array.from({ length: width }, (_, place) => place);
    const all = Array.from({ length: layers }, (_, layer) => layer).flatMap((layer) =>
      places.map((place) => ({ layer, place })),
    );
    const result = trace(
      all.map(({ layer, place }) =>
        aRequirement(name(layer, place), layer < layers - 1 ? needs("req") : {}),
      ),
      all
        .filter(({ layer }) => layer > 0)
        .flatMap(({ layer, place }) =>
          places.map((above) => aLink(name(layer, place), name(layer - 1, above))),
        ),
    );
    expect(coverageOf(result, name(0, 0))).toBe("covered/covered");
  });

  test.each(["rejected", "draft"])("D3: a coverer that is %s does not count", (status) => {
    const result = trace(
      [aRequirement("R", needs("dsn")), aRequirement("A", { type: "dsn", status })],
      [aLink("A", "R")],
    );
    expect(coverageOf(result, "R")).toBe("uncovered/uncovered");
  });

  test("D4: three definitions of one id are three, in whatever order they are read", () => {
    const items = [aRequirement("R"), aRequirement("R"), aRequirement("R")].map((item, line) => ({
      ...item,
      location: { file: "trace.yaml", line: line + 1 },
    }));
    const cover = [aRequirement("A", { type: "dsn" }), aRequirement("S", needs("dsn"))];
    for (const order of [items, items.toReversed(), [...items.slice(1), ...items.slice(0, 1)]]) {
      const result = trace([...order, ...cover], [aLink("A", "R"), aLink("R", "S")]);
      expect(result.items.get("requirement:R")?.isDuplicate).toBe(true);
      expect(result.links.map(({ state }) => state)).toEqual(["ambiguous", "unwanted"]);
    }
  });

  test.each(["failed", "skipped"] as const)("D5: a test that is %s does not count", (verdict) => {
    const result = trace(
      [aRequirement("R", needs("test")), aTest("T", verdict)],
      [aLink("test:T", "R", { role: "verifies" })],
    );
    expect(result.items.get("requirement:R")?.deep).toBe(
      verdict === "failed" ? "failing" : "unverified",
    );
    expect(result.ratios.at(-1)).toMatchObject({ numerator: 0, denominator: 1, ratioStrict: 0 });
  });

  test("D6: a link to a level that its type may not lead to does not count", () => {
    const result = trace(
      [
        aRequirement("SYS", { type: "sys", ...needs("sw", "code") }),
        aRequirement("SW", { type: "sw", ...needs("code") }),
        aRequirement("C", { type: "code" }),
      ],
      [aLink("SW", "SYS"), aLink("C", "SYS")],
      { types: [{ name: "code", tracesTo: ["sw"] }] },
    );
    expect(result.links.map(({ state }) => state)).toEqual(["forbidden", "covers"]);
    expect(coverageOf(result, "SYS")).toBe("uncovered/uncovered");
  });

  test("[P4] D11: of nothing there is no ratio, neither 0 nor 100 %", () => {
    expect(traceRatio("req", "deep", [])).toEqual({
      type: "req",
      depth: "deep",
      numerator: 0,
      denominator: 0,
      waived: 0,
      ratioStrict: null,
      ratioWithWaivers: null,
    });
    expect(trace([aRequirement("R")], []).ratios).toEqual([]);
  });

  test("D14: rules look any number of steps far, and go round a circle once", () => {
    const names = Array.from({ length: 50 }, (_, index) => `R${String(index)}`);
    const chain = names.slice(1).map((name, index) => aLink(name, `R${String(index)}`));
    const rule = {
      id: "reaches-code",
      of: { types: ["req"], where: { title: "R0" } },
      direction: "in",
      to: { types: ["code"] },
      depth: 0,
      severity: "error",
      location: { file: "trace.yaml" },
    } as const;
    const items = [...names.map((name) => aRequirement(name)), aRequirement("C", { type: "code" })];
    const circle = aLink("R0", "R49");
    const without = trace(items, [...chain, circle], { rules: [rule] });
    expect(without.violations).toEqual([{ rule, item: "requirement:R0", found: 0 }]);
    expect(coverageOf(without, "R7")).toBe("covered/cyclic");
    const reached = trace(items, [...chain, circle, aLink("C", "R49")], { rules: [rule] });
    expect(reached.violations).toEqual([]);
  });
});
