import { beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics/index.ts";
import { buildGraph } from "../../generator/graph/index.ts";
import { type Graph, itemsOf } from "../../generator/model/graph.ts";
import { readExample } from "../support/read-example.ts";

let graph: Graph;
let diagnostics: readonly Diagnostic[];

beforeAll(async () => {
  const facts = await readExample();
  const built = buildGraph(facts.value);
  graph = built.value;
  diagnostics = [...facts.diagnostics, ...built.diagnostics];
});

describe("the example programme", () => {
  test("reads without an error", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("warns of nothing but the contradictions that it declares", () => {
    const own = diagnostics.filter(({ file }) => /\/(programa|gates|paginas)\//.test(file ?? ""));
    expect([...new Set(own.map(({ code }) => code))]).toEqual([
      "sources/programme-declared-conflict",
    ]);
    expect(own).toHaveLength(itemsOf(graph, "conflict").length);
  });

  test("has all of the sprint, the stage, the checkpoints and the syncs", () => {
    const names = (kind: "work-item" | "axis" | "deliverable" | "checkpoint" | "sync") =>
      itemsOf(graph, kind).map(({ id }) => id.slice(kind.length + 1));
    expect(names("work-item")).toEqual(["OPT1", "OPT2", "OPT3", "OPT4", "OPT5"]);
    expect(names("axis")).toHaveLength(6);
    expect(names("deliverable")).toHaveLength(8);
    expect(names("checkpoint")).toEqual(["CP1", "CP2", "CP3", "CP4"]);
    expect(names("sync")).toHaveLength(4);
  });

  test("claims as measured only what the embedded database was measured to do", () => {
    const measurements = itemsOf(graph, "measurement");
    const recorded = measurements.filter(({ attributes }) => attributes.grade !== "declared");
    expect(recorded.map(({ attributes }) => attributes.metric)).toEqual([
      "embedded.duration",
      "embedded.exit",
      "embedded.partition.create",
      "embedded.refresh",
      "embedded.rows",
      "embedded.search",
    ]);
    for (const { attributes } of recorded) {
      // A changed migration makes them stale, until somebody measures again.
      expect(["measured", "stale"]).toContain(attributes.grade);
      expect(attributes.command).toBe("node test/example/measure-partitions.ts");
      expect(attributes.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(attributes.environment).toContain("PGlite");
    }
    const asked = itemsOf(graph, "criterion").map(({ attributes }) => attributes.metric ?? "");
    expect(asked.filter((metric) => metric.startsWith("embedded."))).toEqual([]);
  });

  test("names a weekday beside every day of the timeline", () => {
    const days = itemsOf(graph, "activity").filter(({ id }) => id.includes(":CRON-"));
    expect(days.length).toBeGreaterThan(20);
  });

  test("keeps the minutes of the maintenance window within the window", () => {
    const window = graph.items.get("activity:JANELA-0217");
    if (window?.kind !== "activity") throw new Error("the window is missing");
    const { start, end = "", steps } = window.attributes;
    const minutes = steps.map((step) => Number(/\((\d+) min\)/.exec(step)?.[1]));
    const sum = minutes.reduce((total, each) => total + each, 0);
    expect(sum * 60_000).toBe(Date.parse(end) - Date.parse(start));
  });
});
