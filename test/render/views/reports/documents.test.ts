import { describe, expect, test } from "vitest";
import type { Item } from "#model/item.ts";
import { aGraph, item } from "../../../support/graph.ts";
import { pagesOf } from "../../../support/pages.ts";

const stage = item("stage", "S", { status: "ready" });
const axis = item("axis", "E1", { stage: "S" });
const criterion = item("criterion", "E1-C1", { of: "E1", metric: "t", op: "<", threshold: 5 });
const promised = item("deliverable", "D1", { stage: "S", page: "reports/axes/E1.md" });
const sync = item("sync", "Y1");
const minutes = item("document", "DOC", { path: "ata.md", page: "reports/syncs/Y1-minutes.md" });

const madeOf = (...items: readonly Item[]) => {
  const all = [stage, axis, criterion, promised, minutes, ...items];
  return pagesOf(aGraph().with(...all).facts, "en", "2026-02-09");
};
const rowOf = (text = "", name: string): string =>
  text.split("\n").find((line) => line.includes(`"${name}"`)) ?? "";

describe("documents that are pages", () => {
  test("a page without content does not count as there, and one with half of it is partial", () => {
    const states = [[], ["declared"], ["measured"]].map((grades) => {
      const found = grades.map((grade) =>
        item("measurement", "M1", { metric: "t", value: 1, grade: grade as "measured" }),
      );
      const { pages } = madeOf(sync, ...found);
      return rowOf(pages["reports/documents.md"], "deliverable-D1");
    });
    expect(states[0]).toContain("⚠ empty");
    expect(states[1]).toContain("◐ partial");
    expect(states[2]).toContain("✔ generated");
  });

  test("the index leads from the name of each document to its page", () => {
    const { pages } = madeOf(sync);
    const row = rowOf(pages["reports/documents.md"], "document-DOC");
    expect(row).toContain("`ata.md`");
    expect(row).toContain("(syncs/Y1-minutes.md)");
    expect(row).toContain("⚠ empty");
  });

  test("minutes are there once the meeting is held", () => {
    const { pages } = madeOf(item("sync", "Y1", { status: "held" }));
    expect(rowOf(pages["reports/documents.md"], "document-DOC")).toContain("✔ generated");
  });

  test("a page that nothing makes is an error, with the page that was meant", () => {
    const { codes } = madeOf(sync, item("document", "D2", { page: "reports/statuss.md" }));
    expect(codes).toContain(
      'error render/no-such-page {"document":"D2","page":"reports/statuss.md"}',
    );
  });

  test("a document that is neither a file nor a page is a warning", () => {
    const { codes } = madeOf(sync, item("document", "D3", { path: "nada.md" }));
    expect(codes).toContain('warning evaluate/document-missing {"document":"D3","path":"nada.md"}');
    expect(codes.filter((code) => code.includes("document-missing"))).toHaveLength(1);
  });
});

describe("the convocation of a meeting", () => {
  const open = item("action", "A1", { owner: "Ana" });
  const pageOf = (status: "held" | "scheduled") =>
    pagesOf(aGraph().with(item("sync", "Y1", { status }), open).facts, "en").pages[
      "reports/syncs/Y1.md"
    ];

  test("lists what is open today only while the meeting lies ahead", () => {
    expect(pageOf("scheduled")).toContain("## Open actions");
    expect(pageOf("held")).not.toContain("## Open actions");
  });
});

describe("minutes", () => {
  const sync = item("sync", "Y1", { status: "held", digest: `sha256:${"a".repeat(64)}` });
  const stage = item("stage", "S", {
    escalation: [{ level: 2, respondWithin: "menos de 2 h", channel: "e-mail" }],
  });
  const blocker = item("blocker", "B1", { level: 2, raised: "2026-02-09T10:00:00Z" });
  const minutesAt = (asOf: string) =>
    pagesOf(
      aGraph()
        .with(stage, sync, blocker)
        .linking("sync:Y1", "part-of", "S")
        .linking("blocker:B1", "raised-in", "Y1").facts,
      "en",
      asOf,
    ).pages["reports/syncs/Y1-minutes.md"];

  test("say how much of the escalation's time is left, or for how long it is over", () => {
    expect(minutesAt("2026-02-09T10:40:00Z")).toContain("1 h 20 min left");
    expect(minutesAt("2026-02-09T13:30:00Z")).toContain("over since 1 h 30 min");
    expect(minutesAt("2026-02-09")).toContain("not known");
  });

  test("show their digest, and that nothing seals them yet", () => {
    const page = minutesAt("2026-02-09");
    expect(page).toContain("`aaaaaaaaaaaaaaaa`");
    expect(page).toContain("No later meeting has sealed these minutes");
    expect(page).toContain("The project has no git source");
  });
});
