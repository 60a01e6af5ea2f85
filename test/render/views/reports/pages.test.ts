import type { Fact } from "#model/fact.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item, quorum } from "../../../support/graph.ts";
import { pagesOf } from "../../../support/pages.ts";

const page = (path: string, facts: readonly Fact[], asOf?: string): string =>
  pagesOf(facts, "en", asOf).pages[path] ?? "";

const rows = (markdown: string, text: string): readonly string[] =>
  markdown.split("\n").filter((row) => row.startsWith("|") && row.includes(text));

describe("the sign-off of a gate", () => {
  const gate = aGraph()
    .with(item("stage", "S"), item("member", "CTO"))
    .with(
      item("gate", "G", {
        stage: "S",
        onGo: "Stage 5",
        signatures: [quorum("CTO", { min: 2 })],
      }),
    )
    .with(
      item("criterion", "G-C1", { of: "G", metric: "q1", op: "<=", threshold: -10, unit: "%" }),
    );
  const measured = (value: number): string =>
    page(
      "reports/gates/G.md",
      gate.with(item("measurement", "M1", { metric: "q1", value, unit: "%" })).facts,
    );

  test("says NO-GO in words when a criterion is missed, with required and observed", () => {
    const markdown = measured(-8);
    expect(markdown).toContain("> **✘ NO-GO**: a criterion is not met");
    expect(rows(markdown, "criterion G-C1")[0]).toMatch(
      /≤ −10 % \| −8 % \| ✘ not met: the threshold is missed \| ● measured: \[measurement M1\]/,
    );
  });

  test("says PENDING and whose signatures are missing when all is met", () => {
    const markdown = measured(-15);
    expect(markdown).toContain("> **◔ PENDING**");
    expect(markdown).toContain("| [member CTO](../team.md#member-CTO) | 2 | 0 | 2 | — |");
    expect(markdown).toContain("only verified signatures open it");
    expect(markdown).not.toContain("✔ GO");
  });

  test("says UNDETERMINED and why without evidence", () => {
    const markdown = page("reports/gates/G.md", gate.facts);
    expect(markdown).toContain("> **? UNDETERMINED**");
    expect(markdown).toContain("? undetermined: no measurement recorded | ∅ no evidence");
  });
});

describe("the minutes of a meeting", () => {
  const sync = { agenda: [{ topic: "Scope", minutes: 15 }], present: ["DBA"] } as const;

  test("of a scheduled meeting claim nothing", () => {
    const facts = aGraph().with(item("member", "DBA"), item("sync", "S1", sync)).facts;
    const markdown = page("reports/syncs/S1-minutes.md", facts);
    expect(markdown).toContain("there are no minutes");
    expect(markdown).not.toContain("## Decisions");
    expect(markdown).not.toContain("member DBA");
  });

  test("of a held meeting show who was there and what was raised", () => {
    const facts = aGraph()
      .with(item("member", "DBA"), item("sync", "S1", { ...sync, status: "held" }))
      .with(item("action", "A1", { owner: "DBA", due: "2026-02-08" }))
      .linking("action:A1", "raised-in", "S1").facts;
    const markdown = page("reports/syncs/S1-minutes.md", facts, "2026-02-09");
    expect(markdown).toContain("**Present:** [member DBA](../team.md#member-DBA)");
    expect(rows(markdown, "action A1")[0]).toContain("Sun 8 Feb 2026 ⚑ late");
    expect(markdown).toContain("## Decisions\n\nNothing recorded.");
  });
});

describe("the status page", () => {
  test("says as of when, and what is late with its owner", () => {
    const facts = aGraph()
      .with(item("member", "DBA"))
      .with(item("deliverable", "D1", { owner: "DBA", due: "2026-02-08" })).facts;
    const markdown = page("reports/status.md", facts, "2026-02-09");
    expect(markdown).toContain("As of Mon 9 Feb 2026.");
    expect(rows(markdown, "deliverable D1")[0]).toMatch(
      /\| deliverable \| Sun 8 Feb 2026 \| \[member DBA\]/,
    );
  });

  test("does not guess what is late when the day is not known", () => {
    const facts = aGraph().with(item("action", "A1", { due: "2020-01-01" })).facts;
    expect(page("reports/status.md", facts)).toContain("The reference date is not known");
    expect(page("reports/status.md", facts)).toContain("Nothing is known to be late.");
  });

  test("of nothing to count says not measurable, never a percentage", () => {
    const facts = aGraph().with(item("action", "A1")).facts;
    expect(rows(page("reports/status.md", facts), "Tables described")[0]).toBe(
      "| Tables described | not measurable | — |",
    );
  });
});

describe("the timeline", () => {
  const activity = (name: string, more: object) => item("activity", name, more);

  test("marks the maintenance window in the table and in the chart", () => {
    const facts = aGraph().with(
      activity("CUT", {
        start: "2026-02-17T13:00:00-03:00",
        end: "2026-02-17T14:30:00-03:00",
        maintenanceWindow: true,
      }),
    ).facts;
    const markdown = page("reports/timeline.md", facts);
    expect(rows(markdown, "activity CUT")[0]).toContain(
      "| Tue 17 Feb 2026, 13:00 UTC-3 to 14:30 |",
    );
    expect(rows(markdown, "activity CUT")[0]).toContain("■ maintenance window");
    expect(markdown).toContain("activity CUT :crit, 2026-02-17 13:00, 2026-02-17 14:30");
  });

  test("ends a day at its midnight, and leaves what has no readable date out of the chart", () => {
    const facts = aGraph().with(
      activity("A", { start: "2026-02-28" }),
      activity("B", { start: "2026-02-28T09:00:00Z" }),
      activity("C", { start: "em breve" }),
    ).facts;
    const markdown = page("reports/timeline.md", facts);
    expect(markdown).toContain("activity A :2026-02-28 00:00, 2026-03-01 00:00");
    expect(markdown).toContain("activity B :2026-02-28 09:00, 1h");
    expect(markdown).not.toContain("activity C :");
    expect(rows(markdown, "activity C")).toHaveLength(1);
  });

  test("a title cannot become a command of the chart", () => {
    const hostile = { ...activity("A", {}), title: "x :crit, a1\nclick A call alert();%%{init}%%" };
    const markdown = page("reports/timeline.md", aGraph().with(hostile).facts);
    const chart = markdown.slice(markdown.indexOf("```mermaid"));
    expect(chart).toContain("  x crit a1 click A call alert() init :2026-02-07 00:00");
  });
});

test("a work item shows what it needs, what implements it and what contradicts it", () => {
  const commit = {
    kind: "commit",
    id: "commit:abcdef0123",
    title: "feat: partitions",
    location: { file: ".git" },
    attributes: { hash: "abcdef0123", date: "2026-02-07T10:00:00Z", trailers: [], parents: [] },
  } as never;
  const facts = aGraph()
    .with(item("stage", "S"), commit, item("work-item", "OPT1", { stage: "S", needs: ["ART"] }))
    .with(item("artefact", "ART", { path: "a.sql", state: "missing" }))
    .with(item("conflict", "K", { subject: "OPT1" }), item("requirement", "R"))
    .linking("commit:abcdef0123", "implements", "OPT1")
    .linking("requirement:R", "refers-to", "OPT1").facts;
  const markdown = page("reports/work-items/OPT1.md", facts);
  expect(markdown).toMatch(/^# OPT1: work-item OPT1\n/);
  expect(markdown).toContain(
    "| [artefact ART](../documents.md#artefact-ART) | `a.sql` | ✘ missing |",
  );
  expect(markdown).toMatch(/feat: partitions.*\(`abcdef01`, 7 Feb 2026\)/);
  expect(markdown).toContain("[conflict K](../conflicts.md#conflict-K)");
  expect(markdown).toContain("- requirement: [R: requirement R](../requirements.md#requirement-R)");
  expect(markdown).toContain("No criterion is recorded: not measurable.");
});

test("reading lists are in order, with the minutes that are known", () => {
  const reader = (order: number, minutes?: number) => ({
    readers: [{ role: "CTO", order, ...(minutes !== undefined && { minutes }) }],
  });
  const facts = aGraph().with(
    item("document", "B", reader(2)),
    item("document", "A", reader(1, 20)),
    item("document", "C", reader(3, 30)),
  ).facts;
  const markdown = page("reports/reading.md", facts);
  const list = markdown.slice(markdown.indexOf("## CTO"));
  expect(list).toMatch(
    /^## CTO \(50 min\)\n\n.*\n.*\n\| .*document A.* \| 20 min \|.*\n\| .*document B.* \| — \|/,
  );
});

test("a phase that was moved says where it stood before, and why", () => {
  const before = { order: 2, reason: "stability before scale" };
  const facts = aGraph().with(item("stage", "S", { order: 4, before })).facts;
  const markdown = page("reports/stages/S.md", facts);
  expect(markdown).toContain("| Before | 2 | — |\n| Now | 4 | — |");
  expect(markdown).toContain("**Reason:** stability before scale");
});
