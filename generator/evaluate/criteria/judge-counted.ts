import type { CriterionResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { criteriaOfGate, namedItem, stageOf } from "#model/parts.ts";
import { type Bound, boundOf, compareValue, type Decision, satisfies } from "./compare.ts";
import { type GraphCount, graphMetrics } from "./counts.ts";
import { type JudgedGraph, undecided } from "./judged-graph.ts";
import { acceptedGrades } from "./measurements.ts";
import { shareFor } from "./trace-metrics.ts";

/** Judges a criterion by what the graph itself answers about the stage. */
export function judgeCounted(criterion: Item<"criterion">, judged: JudgedGraph): CriterionResult {
  const { metric = "", unit, onEmpty } = criterion.attributes;
  const count = countFor(criterion, judged, metric);
  if (count === undefined || count.of === 0) return judgeEmpty(onEmpty);
  const observed = { value: count.known, unit: unit ?? "" };
  return decide(criterion, observed, (bound) => compareCount(count, bound));
}

type Observed = NonNullable<CriterionResult["observed"]>;

/** What the graph answers is measured; without a threshold it decides nothing. */
function decide(
  { attributes }: Item<"criterion">,
  observed: Observed,
  compare: (bound: Bound) => Decision,
): CriterionResult {
  const bound = boundOf(attributes);
  if (bound === undefined) return { ...undecided("measured", "no-threshold"), observed };
  if (!acceptedGrades(attributes.accepts).includes("measured"))
    return { ...undecided("measured", "grade-not-accepted"), observed };
  return { grade: "measured", ...compare(bound), observed };
}

/** Judges a criterion by a share that tracing shows: 0 to 1, or of a hundred where its unit is `%`. */
export function judgeShare(criterion: Item<"criterion">, judged: JudgedGraph): CriterionResult {
  const { metric = "", unit = "", onEmpty } = criterion.attributes;
  const share = shareFor(metric, judged);
  if (share === undefined || share.of === 0) return judgeEmpty(onEmpty);
  const exact = (share.numerator / share.of) * (unit === "%" ? 100 : 1);
  // Shown cut and not rounded: only the whole is 1.
  const value = Math.floor(exact * 10_000) / 10_000;
  return decide(criterion, { value, unit }, (bound) => compareValue(exact, bound));
}

/** Of nothing there is no ratio; a policy may say beforehand what becomes of that. */
function judgeEmpty(onEmpty: "fail" | "allow" | undefined): CriterionResult {
  if (onEmpty === undefined) return undecided("missing", "nothing-to-count");
  return onEmpty === "fail"
    ? { result: "not met", grade: "missing", reason: "nothing-to-count" }
    : { result: "met", grade: "missing", reason: "nothing-allowed" };
}

/** What a metric counts for the stage that a criterion is about. */
export function countFor(
  criterion: Item<"criterion">,
  { signed, ...judged }: JudgedGraph,
  metric: string,
): GraphCount | undefined {
  const { graph } = judged;
  const stage = stageOf(graph, namedItem(graph, criterion, criterion.attributes.of));
  const has = (gate: ItemId): boolean => signed.has(gate) || decides(graph, criterion, gate);
  return stage && graphMetrics.get(metric)?.({ ...judged, stage, signed: { has } });
}

/**
 * Whether a criterion decides a gate. It takes the signatures under that gate as given: they are
 * made over its result, and the gate stays closed without them whatever the criterion says.
 */
function decides(graph: Graph, { id }: Item<"criterion">, gate: ItemId): boolean {
  const found = graph.items.get(gate);
  return found?.kind === "gate" && criteriaOfGate(graph, found).some((each) => each.id === id);
}

/** Decides only what holds for every number that the count can still come to. */
function compareCount({ known, open }: GraphCount, bound: Bound): Decision {
  const answers = Array.from({ length: open + 1 }, (_, more) => satisfies(known + more, bound));
  return answers.every((answer) => answer === answers[0])
    ? compareValue(known, bound)
    : { result: "undetermined", reason: "not-all-known" };
}
