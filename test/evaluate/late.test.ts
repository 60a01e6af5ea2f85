import { evaluate } from "#evaluate/index.ts";
import type { Item } from "#model/item.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../support/graph.ts";

const lateOf = (asOf: string | undefined, ...items: readonly Item[]): readonly string[] => [
  ...evaluate(
    aGraph()
      .with(...items)
      .build(),
    asOf === undefined ? {} : { asOf },
  ).value.late,
];

describe("late", () => {
  const due = "2026-02-08";
  test.each([
    ["a missing deliverable", item("deliverable", "X", { due, state: "missing" })],
    ["an empty deliverable", item("deliverable", "X", { due, state: "empty" })],
    ["an open action", item("action", "X", { due })],
    ["work that is not done", item("work-item", "X", { due, status: "in progress" })],
    ["a checkpoint without a result", item("checkpoint", "X", { date: due })],
    ["a meeting that nobody recorded", item("sync", "X", { start: due })],
  ])("is %s, once its day is over", (_, promise) => {
    expect(lateOf("2026-02-08", promise)).toEqual([]);
    expect(lateOf("2026-02-09", promise)).toEqual([promise.id]);
  });

  test.each([
    ["a generated deliverable", item("deliverable", "X", { due, state: "generated" })],
    ["a done action", item("action", "X", { due, status: "done" })],
    ["a cancelled work item", item("work-item", "X", { due, status: "cancelled" })],
    ["a failed checkpoint", item("checkpoint", "X", { date: due, result: "failed" })],
    ["a held meeting", item("sync", "X", { start: due, status: "held" })],
    ["an action without a date", item("action", "X")],
  ])("is not %s", (_, promise) => {
    expect(lateOf("2026-03-01", promise)).toEqual([]);
  });

  test("is nothing on a day that is not known", () => {
    expect(lateOf(undefined, item("action", "X", { due }))).toEqual([]);
  });

  test("is decided by the instant when both have a time", () => {
    const action = item("action", "X", { due: "2026-02-08T15:00:00-03:00" });
    expect(lateOf("2026-02-08T17:59:00Z", action)).toEqual([]);
    expect(lateOf("2026-02-08T18:01:00Z", action)).toEqual(["action:X"]);
  });

  test("is told with the date and the line", () => {
    const action = item("action", "X", { due });
    const { diagnostics } = evaluate(aGraph().with(action).build(), { asOf: "2026-02-09" });
    expect(diagnostics).toMatchObject([
      {
        code: "evaluate/late",
        severity: "info",
        args: { item: "X", due, asOf: "2026-02-09" },
        ...action.location,
      },
    ]);
  });
});
