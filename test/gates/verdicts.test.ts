import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, sha256 } from "../../generator/data/canonical.ts";
import { evaluate, loadExpressions, stateGate } from "../../generator/evaluate/index.ts";
import type { GateResult } from "../../generator/model/evaluation.ts";
import type { Comparison, Criterion, Measurement, Waiver } from "../../generator/model/evidence.ts";
import type { Graph } from "../../generator/model/graph.ts";
import type { Item } from "../../generator/model/item.ts";
import type { GateFiles } from "../../generator/model/programme/sign-off.ts";
import { aGraph, item, quorum } from "../support/graph.ts";
import { type QuickKey, quickKey } from "../support/quick-key.ts";

const asOf = "2026-02-10";
const now = "2026-02-10T12:00:00Z";
const namespace = "gate-signoff.v1@rastro";
const people = { dba: quickKey(), qa: quickKey() };
const allowedSigners = Object.entries(people)
  .map(([name, key]) => `${name}@example.org ${key.line}\n`)
  .join("");

const unsigned: GateFiles = {
  policy: { path: "g.gate.yaml", sha256: "0".repeat(64), size: 1 },
  policyDiffers: false,
  trust: { isKnown: true, ref: "main", commit: "0".repeat(40), allowedSigners },
  history: { signers: new Map(), quorums: new Map(), revoked: [], lost: [] },
  inputs: [],
  records: [],
  authors: [],
  isClean: true,
  tool: { name: "rastro", version: "0" },
  namespace,
};

const expressions = (await loadExpressions(
  aGraph()
    .with(item("criterion", "C", { expression: "true" }))
    .build(),
))!;

/** The verdict when everybody who is asked signs exactly what there is, with a yes to everything. */
function judgeSigned(graph: Graph): { gate: GateResult; results: ReadonlyMap<string, unknown> } {
  const gate = graph.items.get("gate:G") as Item<"gate">;
  const judge = (files: GateFiles) =>
    evaluate(graph, { asOf, now, expressions, files: new Map([[gate.id, files]]) }).value;
  const evaluation = judge(unsigned);
  const stated = stateGate({ graph, evaluation }, gate, { files: unsigned, asOf });
  const statement = { path: "G/1/statement.json", bytes: canonicalBytes(stated) };
  const answers = { M: true };
  const signOffs = Object.entries(people).map(([role, key]) => {
    const path = `G/1/signoffs/${role}.json`;
    const bytes = canonicalBytes({
      ...{ statement: `sha256:${sha256(statement.bytes)}`, gate: "G", sequence: 1 },
      ...{ decision: "GO", role, principal: `${role}@example.org`, signedAt: now, answers },
    });
    return { path, bytes, signature: signatureOf(key, path, bytes) };
  });
  const signed = judge({ ...unsigned, records: [{ sequence: 1, statement, signOffs }] });
  return { gate: signed.gates.get(gate.id)!, results: signed.criteria };
}

const signatureOf = (key: QuickKey, path: string, bytes: Buffer) => ({
  path: `${path}.sig`,
  bytes: Buffer.from(key.sign(bytes, namespace)),
});

const policy = (waivers: readonly Waiver[] = []): Item =>
  item("gate", "G", {
    stage: "S",
    signatures: ["dba", "qa"].map((role) => quorum(role, { principals: [`${role}@example.org`] })),
    waivers,
  });

const verdictOf = (...items: readonly Item[]): string =>
  judgeSigned(
    aGraph()
      .with(item("stage", "S"), policy(), ...items)
      .build(),
  ).gate.verdict;

const bound = { of: "G", op: ">=", threshold: 1 } as const;
const measured = (more: Partial<Measurement> = {}): Item =>
  item("measurement", "X", { metric: "m", value: 1, time: "2026-02-09", ...more });

describe("with every signature there, a criterion", () => {
  const byMetric = item("criterion", "C", { ...bound, metric: "m" });
  const byCondition = item("criterion", "C", { of: "G", expression: 'metric("m", "") >= 1.0' });

  test.each([
    ["a metric", byMetric],
    ["a condition", byCondition],
  ])("of %s opens the gate only with fresh measured evidence that meets it", (_, criterion) => {
    expect(verdictOf(criterion, measured())).toBe("GO");
    expect(verdictOf(criterion, measured({ value: 0 }))).toBe("NO-GO");
    for (const lacking of [
      [],
      [measured({ grade: "simulated" })],
      [measured({ grade: "declared" })],
      [measured({ grade: "stale", isOutdated: true })],
      [measured({ value: NaN })],
      [measured({ unit: "ms" })],
    ]) {
      expect(verdictOf(criterion, ...lacking)).toBe("UNDETERMINED");
    }
  });

  test("with an age limit is not opened by what is older, or has no time", () => {
    const criterion = item("criterion", "C", { ...bound, metric: "m", maxAgeDays: 1 });
    expect(verdictOf(criterion, measured())).toBe("GO");
    expect(verdictOf(criterion, measured({ time: "2026-02-07" }))).toBe("UNDETERMINED");
    expect(verdictOf(criterion, measured({ time: "ontem" }))).toBe("UNDETERMINED");
  });

  test("that counts is not opened by nothing, unless its policy says so beforehand", () => {
    const counting = (onEmpty?: "fail" | "allow") =>
      item("criterion", "C", {
        ...bound,
        metric: "checkpoints.passed",
        ...(onEmpty !== undefined && { onEmpty }),
      });
    const checkpoint = (result: "passed" | "failed" | "pending") =>
      item("checkpoint", "CP", { stage: "S", result });
    expect(verdictOf(counting(), checkpoint("passed"))).toBe("GO");
    expect(verdictOf(counting(), checkpoint("failed"))).toBe("NO-GO");
    expect(verdictOf(counting(), checkpoint("pending"))).toBe("UNDETERMINED");
    expect(verdictOf(counting())).toBe("UNDETERMINED");
    expect(verdictOf(counting("fail"))).toBe("NO-GO");
    expect(verdictOf(counting("allow"))).toBe("GO");
  });

  test("that asks a person is opened by the role that it asks alone", () => {
    const asking = (role: string) => item("criterion", "M", { of: "G", question: "?", role });
    expect(verdictOf(asking("dba"))).toBe("GO");
    expect(verdictOf(asking("cto"))).toBe("PENDING");
    expect(verdictOf(item("criterion", "C", { of: "G", claimed: true }))).toBe("UNDETERMINED");
  });
});

const grades = ["measured", "simulated", "declared", "missing", "stale"] as const;
const signs: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
};
const smallNumber = fc.integer({ min: -2, max: 2 });

const criteriaOf = fc.array(
  fc.record({
    metric: fc.constantFrom("a", "b", "axes.met", "blockers.open", "tests.failing"),
    op: fc.constantFrom(...(Object.keys(signs) as Comparison[])),
    threshold: smallNumber,
    asCondition: fc.boolean(),
    waivable: fc.boolean(),
    accepts: fc.constantFrom<Criterion["accepts"]>(["measured"], ["measured", "simulated"], []),
  }),
  { minLength: 1, maxLength: 3 },
);
const measurementsOf = fc.array(
  fc.record({
    metric: fc.constantFrom("a", "b"),
    value: smallNumber,
    grade: fc.oneof(
      { weight: 4, arbitrary: fc.constant("measured" as const) },
      fc.constantFrom(...grades),
    ),
    isOutdated: fc.constantFrom(false, false, false, true),
    time: fc.constantFrom("2026-02-07", "2026-02-08"),
  }),
  { maxLength: 4 },
);

test("in 1,000 programmes that everybody signs, GO means that fresh accepted evidence meets every criterion", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(criteriaOf, measurementsOf, fc.boolean(), (criteria, measurements, waiveAll) => {
      const written = criteria.map(({ asCondition, metric, op, threshold, ...more }, n) => {
        const ask = metric.includes(".") ? `count("${metric}")` : `metric("${metric}", "")`;
        const expression = `${ask} ${op} ${threshold}.0`;
        const asked = asCondition ? { expression } : { metric, op, threshold };
        return item("criterion", `C${n}`, { of: "G", ...asked, ...more });
      });
      const waivers = waiveAll
        ? criteria.map((_, n) => ({
            criterion: `C${n}`,
            reason: "r",
            owner: "o",
            expires: "2026-02-11",
          }))
        : [];
      const graph = aGraph()
        .with(item("stage", "S"), policy(waivers), ...written)
        .with(...measurements.map((each, n) => item("measurement", `M${n}`, each)))
        .build();
      const { gate } = judgeSigned(graph);
      seen.set(gate.verdict, (seen.get(gate.verdict) ?? 0) + 1);
      if (gate.verdict !== "GO") return;
      for (const { metric, op, threshold, accepts } of criteria) {
        // The only count that is not empty here is that of blockers, of which there are none.
        if (metric.includes(".")) {
          expect(metric).toBe("blockers.open");
          expect(signs[op](0, threshold)).toBe(true);
          continue;
        }
        const accepted = accepts.length > 0 ? accepts : ["measured"];
        const meeting = measurements.filter(
          (each) =>
            each.metric === metric &&
            accepted.includes(each.grade) &&
            !each.isOutdated &&
            signs[op](each.value, threshold),
        );
        expect(meeting).not.toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
  // The property says something: every verdict occurs.
  expect([...seen.keys()].toSorted()).toEqual(["CONDITIONAL", "GO", "NO-GO", "UNDETERMINED"]);
});
