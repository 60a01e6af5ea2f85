import { describeTrace, evaluateTrace } from "#evaluate/trace/index.ts";
import { buildGraph } from "#graph/index.ts";
import { toFinding } from "#diagnostics/index.ts";
import { type Fact, itemFact, lockFact, policyFact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import type { WrittenTracePolicy } from "#model/trace/policy.ts";
import { describe, expect, test } from "vitest";
import { aLink, aRequirement, aTest, needs } from "../../support/trace.ts";

function findings(
  items: readonly Item[],
  links: readonly Fact[] = [],
  policy: WrittenTracePolicy = {},
) {
  const built = buildGraph([...items.map(itemFact), ...links, policyFact(policy)]);
  const result = evaluateTrace(built.value, new Map(), "2026-02-09");
  return [...built.diagnostics, ...describeTrace(built.value, result, "2026-02-09")].map((each) => {
    const { code, severity, message, hint } = toFinding(each, "en");
    return { code, severity, message, hint };
  });
}

describe("what tracing says", () => {
  test("an item that is not covered names the way to what is missing, where it can be mended", () => {
    const said = findings(
      [
        aRequirement("R", needs("dsn")),
        aRequirement("D", { type: "dsn", ...needs("test") }),
        aTest("T", "failed"),
      ],
      [aLink("D", "R"), aLink("test:T", "D", { role: "verifies" })],
    );
    expect(said).toEqual([
      {
        code: "evaluate/trace-not-covered",
        severity: "warning",
        message: "`D` is shown to fail: `D` ← `T`",
        hint: "it needs 1 of `test`, and 1 counts",
      },
    ]);
  });

  test("a circle is told once, all the way round", () => {
    const items = ["A", "B", "C"].map((name) => aRequirement(name, needs("req")));
    const said = findings(items, [aLink("A", "B"), aLink("B", "C"), aLink("C", "A")]);
    expect(said.map(({ message }) => message)).toEqual([
      "`A` is covered only by way of itself: `A` ← `C` ← `B` ← `A`",
    ]);
  });

  test("what a project declares decides how grave it is", () => {
    const items = [aRequirement("R", needs("dsn"))];
    const grave = (severity: WrittenTracePolicy["severity"]) =>
      findings(items, [], severity ? { severity } : {}).map((each) => each.severity);
    expect(grave({ coverage: "error" })).toEqual(["error"]);
    expect(grave({ coverage: "error", uncovered: "info" })).toEqual(["info"]);
    expect(grave({ coverage: "off" })).toEqual([]);
    expect(grave(undefined)).toEqual(["warning"]);
  });

  test("a draft asks for nothing yet", () => {
    expect(findings([aRequirement("R", { status: "draft", ...needs("dsn") })])).toEqual([]);
  });

  test("results that were not recorded at all are a note, not a gap", () => {
    const said = findings([aRequirement("R", needs("test"))]);
    expect(said).toMatchObject([{ severity: "info", message: "`R` is not shown by any result" }]);
  });

  test("a link that covers what nobody needs is a note with what is needed", () => {
    const said = findings(
      [aRequirement("R", { needs: [{ anyOf: ["dsn"], min: 0 }] }), aRequirement("X")],
      [aLink("X", "R")],
    );
    expect(said).toMatchObject([
      { code: "evaluate/trace-unwanted", severity: "info", hint: "it needs `dsn`" },
    ]);
  });

  test("what a commit says that nobody needs is not told: nobody can edit it", () => {
    const needy = aRequirement("R", { needs: [{ anyOf: ["dsn"], min: 0 }] });
    const link = aLink("X", "R");
    const fromCommit: Fact =
      link.fact === "reference"
        ? { ...link, reference: { ...link.reference, from: "commit:c0ffee" } }
        : link;
    const commit = { ...aRequirement("X"), kind: "commit", id: "commit:c0ffee" } as unknown as Item;
    expect(findings([needy, commit], [fromCommit])).toEqual([]);
  });

  test("links that wait for a review say how to review them", () => {
    const items = [aRequirement("R", needs("dsn")), aRequirement("D", { type: "dsn" })];
    const lock = lockFact({ file: "trace.lock", reviewed: [] });
    expect(findings(items, [aLink("D", "R"), lock])).toContainEqual(
      expect.objectContaining({
        code: "evaluate/trace-not-covered",
        hint: 'review them, then run `rastro accept R --reason "…"`',
      }),
    );
  });

  test("a role that nobody declares is an error, and one that the project declares counts", () => {
    const items = [aRequirement("R", needs("dsn")), aRequirement("D", { type: "dsn" })];
    const link = aLink("D", "R", { role: "refers-to", declaredRole: "satisfies" });
    expect(findings(items, [link])).toMatchObject([
      { code: "evaluate/trace-unknown-role", message: "`satisfies` is no role of links" },
      { code: "evaluate/trace-not-covered" },
    ]);
    const satisfies = {
      name: "satisfies",
      inverse: "satisfied-by",
      like: "covers",
      countsAsCoverage: true,
    } as const;
    expect(findings(items, [link], { roles: [satisfies] })).toEqual([]);
    const elsewhere = { ...satisfies, toTypes: ["sys"] };
    expect(findings(items, [link], { roles: [elsewhere] })).toMatchObject([
      {
        code: "evaluate/trace-forbidden",
        message: "`D` (dsn) may not link to `R` (req) as `satisfies`",
      },
      { code: "evaluate/trace-not-covered" },
    ]);
  });

  test("a waiver keeps an item apart until its last day, and not longer", () => {
    const waiver = { reason: "r", owner: "Ana", issuedBy: "Bia" };
    const waived = (expires: string) =>
      findings([aRequirement("R", { ...needs("dsn"), waivers: [{ ...waiver, expires }] })]);
    expect(waived("2026-02-09")).toEqual([]);
    expect(waived("2026-02-08").map(({ code }) => code)).toEqual([
      "evaluate/trace-not-covered",
      "evaluate/trace-waiver-expired",
    ]);
  });

  test("a rule that is broken names the rule, the item and what it asks for", () => {
    const rule = {
      id: "tested",
      of: { types: ["req"], where: { status: { not: "draft" } } },
      direction: "in",
      to: { types: ["test"], where: { verdict: ["passed"] } },
      max: 1,
      min: 1,
      severity: "error",
      location: { file: "rules.yaml", line: 4 },
    } as const;
    const said = findings(
      [aRequirement("R"), aRequirement("S", { status: "draft" }), aTest("T", "failed")],
      [aLink("test:T", "R", { role: "verifies" })],
      { rules: [rule] },
    );
    expect(said).toEqual([
      {
        code: "evaluate/trace-rule",
        severity: "error",
        message: "`R` breaks the rule `tested`: 0 of `test` linked",
        hint: "1 to 1",
      },
    ]);
  });

  test("an old name still leads to the item, and says the new one", () => {
    const moved: Item = { ...aRequirement("R"), movedFrom: ["OLD"] };
    expect(findings([moved, aRequirement("D")], [aLink("D", "OLD")])).toEqual([
      {
        code: "graph/moved-name",
        severity: "info",
        message: "`requirement:OLD` is called `R` now",
        hint: "write `R`",
      },
    ]);
  });
});
