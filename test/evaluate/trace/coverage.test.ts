import { witnessPath } from "#model/trace/witness.ts";
import { describe, expect, test } from "vitest";
import { aLink, aRequirement, aTest, coverageOf, needs, trace } from "../../support/trace.ts";

describe("needs", () => {
  const cover = ["A", "B", "C"].map((name) => aRequirement(name, { type: "dsn" }));
  const links = (count: number) => ["A", "B", "C"].slice(0, count).map((name) => aLink(name, "R"));
  const covered = (count: number, clause: { min?: number; max?: number }) =>
    coverageOf(
      trace(
        [aRequirement("R", { needs: [{ anyOf: ["dsn"], ...clause }] }), ...cover],
        links(count),
      ),
      "R",
    );

  test("are met by enough, in part by fewer, and not by too many", () => {
    expect([0, 1, 2, 3].map((count) => covered(count, { min: 2, max: 2 }))).toEqual([
      "uncovered/uncovered",
      "partial/partial",
      "covered/covered",
      "partial/partial",
    ]);
  });

  test("welcome without asking when none is enough", () => {
    expect(covered(0, { min: 0 })).toBe("covered/covered");
  });

  test("are met once by one item, however often it links", () => {
    const result = trace(
      [aRequirement("R", { needs: [{ anyOf: ["dsn"], min: 2 }] }), ...cover],
      [aLink("A", "R"), aLink("A", "R", { role: "implements" })],
    );
    expect(coverageOf(result, "R")).toBe("partial/partial");
  });

  test("take alternatives, roles as well as types, and only what is as they ask", () => {
    const clause = { anyOf: ["utest", "implements"], where: { rev: { min: 2 } } };
    const met = (rev: number) =>
      coverageOf(
        trace(
          [aRequirement("R", { needs: [clause] }), aRequirement("A", { type: "dsn", rev })],
          [aLink("A", "R", { role: "implements" })],
        ),
        "R",
      );
    expect([met(1), met(2)]).toEqual(["uncovered/uncovered", "covered/covered"]);
  });

  test("are passed on to another type, and the clause says from which", () => {
    const result = trace(
      [
        aRequirement("R", { ...needs("arch"), delegates: [{ from: "arch", to: ["dsn"] }] }),
        aRequirement("A", { type: "dsn" }),
      ],
      [aLink("A", "R")],
    );
    expect(coverageOf(result, "R")).toBe("covered/covered");
    expect(result.items.get("requirement:R")?.clauses[0]?.clause).toEqual({
      anyOf: ["dsn"],
      delegatedFrom: ["arch"],
    });
  });
});

describe("profiles", () => {
  const items = [
    aRequirement("R", needs("dsn")),
    aRequirement("A", { type: "dsn", ...needs("test") }),
    aRequirement("B", { type: "dsn" }),
    aTest("T", "failed"),
  ];
  const links = [aLink("A", "R"), aLink("B", "R"), aLink("test:T", "A", { role: "verifies" })];

  test("the best that are enough decide, or the worst of all", () => {
    expect(coverageOf(trace(items, links), "R")).toBe("covered/covered");
    // OpenFastTrace takes no verdicts, but a design without its test is uncovered for all above it.
    const withoutTest = links.slice(0, 2);
    expect(coverageOf(trace(items, withoutTest, { profile: "oft-compat" }), "R")).toBe(
      "covered/uncovered",
    );
  });

  test("drafts count only where the project is lenient", () => {
    const draft = [
      aRequirement("R", needs("dsn")),
      aRequirement("A", { type: "dsn", status: "draft" }),
    ];
    const judged = (["strict", "lenient", "oft-compat"] as const).map((profile) =>
      coverageOf(trace(draft, [aLink("A", "R")], { profile }), "R"),
    );
    expect(judged).toEqual(["uncovered/uncovered", "covered/covered", "uncovered/uncovered"]);
  });
});

test("the way to the cause is the shortest of those that are as bad", () => {
  const result = trace(
    [
      aRequirement("R", { needs: [{ anyOf: ["dsn"], min: 2 }] }),
      aRequirement("A", { type: "dsn", ...needs("code") }),
      aRequirement("B", { type: "dsn", ...needs("dsn") }),
      aRequirement("C", { type: "dsn", ...needs("code") }),
    ],
    [aLink("A", "R"), aLink("B", "R"), aLink("C", "B")],
  );
  expect(witnessPath(result, "requirement:R")).toEqual(["requirement:R", "requirement:A"]);
  expect(witnessPath(result, "requirement:B")).toEqual(["requirement:B", "requirement:C"]);
});

test("suspicion flows along strong links, as far as it goes, by the shortest way", () => {
  const pin = { pin: { digest: "000000" } };
  const result = trace(
    ["A", "B", "C", "D"].map((name) => aRequirement(name)),
    [
      aLink("B", "A", pin),
      aLink("C", "B", { role: "depends-on" }),
      aLink("D", "C"),
      aLink("A", "D", { role: "refers-to" }),
    ],
  );
  const found = [...result.suspicions].map(([id, { depth, via }]) => [id, depth, via]);
  expect(found).toEqual([
    ["requirement:B", 0, "requirement:B"],
    ["requirement:C", 1, "requirement:B"],
    ["requirement:D", 2, "requirement:C"],
  ]);
});
