import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { CriterionReason, CriterionResult } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { namedItem, stageOf } from "#model/parts.ts";
import type { Criterion, EvidenceGrade } from "#model/programme.ts";
import { type Bound, satisfies } from "./compare.ts";
import { type GraphCount, graphMetrics } from "./graph-metrics.ts";
import { acceptedGrades, latestOfEach } from "./measurements.ts";

type Results = ReadonlyMap<ItemId, CriterionResult>;
type Measured = Item<"measurement">;

/** Judges every criterion: first those that measurements decide, then those that count these. */
export function judgeCriteria(graph: Graph): Results {
  const byMetric = Map.groupBy(
    itemsOf(graph, "measurement"),
    ({ attributes }) => attributes.metric,
  );
  const criteria = itemsOf(graph, "criterion");
  const [counted, measured] = [criteria.filter(asksGraph), criteria.filter((c) => !asksGraph(c))];
  const first: Results = new Map(
    measured.map((criterion) => {
      const named = byMetric.get(criterion.attributes.metric ?? "") ?? [];
      const found = named.filter((each) => concerns(graph, each, criterion));
      return [criterion.id, judgeMeasured(criterion.attributes, found)];
    }),
  );
  const second = counted.map(
    (criterion) => [criterion.id, judgeCounted(graph, criterion, first)] as const,
  );
  return new Map([...first, ...second]);
}

const asksGraph = ({ attributes }: Item<"criterion">): boolean =>
  graphMetrics.has(attributes.metric ?? "");

/** A measurement of one work item says nothing about another; of no subject, it is about all. */
function concerns(graph: Graph, measurement: Measured, criterion: Item<"criterion">): boolean {
  const subject = namedItem(graph, measurement, measurement.attributes.subject);
  const owner = namedItem(graph, criterion, criterion.attributes.of);
  return subject?.kind !== owner?.kind || subject?.id === owner?.id;
}

const undecided = (grade: EvidenceGrade, reason: CriterionReason): CriterionResult => ({
  result: "undetermined",
  grade,
  reason,
});

function judgeMeasured(criterion: Criterion, found: readonly Measured[]): CriterionResult {
  if (found.length === 0) return judgeClaim(criterion);
  const accepted = acceptedGrades(criterion.accepts);
  const decisive = found.filter(({ attributes }) => accepted.includes(attributes.grade));
  const judged = latestOfEach(decisive.length > 0 ? decisive : found).map((each) =>
    judgeOne(criterion, each),
  );
  const worst =
    judged.find(({ result }) => result === "not met") ??
    judged.find(({ result }) => result === "undetermined") ??
    judged[0];
  return worst ?? judgeClaim(criterion);
}

function judgeOne(criterion: Criterion, measurement: Measured): CriterionResult {
  const { value, unit, grade } = measurement.attributes;
  const seen = { evidence: measurement.id, observed: { value, unit } };
  const compared = compareMeasured(criterion, value, unit);
  if (acceptedGrades(criterion.accepts).includes(grade)) return { ...compared, grade, ...seen };
  const missed = compared.result === "not met";
  const reason = missed ? "grade-not-accepted-and-missed" : "grade-not-accepted";
  return { ...undecided(grade, reason), ...seen };
}

type Comparison = Pick<CriterionResult, "result" | "reason">;

function compareMeasured(criterion: Criterion, value: number, unit: string): Comparison {
  if (!Number.isFinite(value)) return { result: "undetermined", reason: "not-a-number" };
  const bound = boundOf(criterion);
  if (bound === undefined) return { result: "undetermined", reason: "no-threshold" };
  if ((criterion.unit ?? "") !== unit) return { result: "undetermined", reason: "unit-mismatch" };
  return compare(value, bound);
}

const compare = (value: number, bound: Bound): Comparison =>
  satisfies(value, bound)
    ? { result: "met", reason: "threshold-met" }
    : { result: "not met", reason: "threshold-missed" };

function boundOf({ op, threshold }: Criterion): Bound | undefined {
  return op === undefined || threshold === undefined || Number.isNaN(threshold)
    ? undefined
    : { op, threshold };
}

/** A ticked box is a declaration: it decides only where a declaration is accepted. */
function judgeClaim({ claimed, accepts, metric }: Criterion): CriterionResult {
  if (claimed === true && acceptedGrades(accepts).includes("declared"))
    return { result: "met", grade: "declared", reason: "claim-accepted" };
  if (claimed === true) return undecided("declared", "only-claimed");
  return undecided("missing", metric === undefined ? "manual" : "no-measurement");
}

function judgeCounted(
  graph: Graph,
  criterion: Item<"criterion">,
  results: Results,
): CriterionResult {
  const { of, metric, unit, accepts } = criterion.attributes;
  const stage = stageOf(graph, namedItem(graph, criterion, of));
  const count = stage && graphMetrics.get(metric ?? "")?.({ graph, stage, results });
  if (count === undefined || count.of === 0) return undecided("missing", "nothing-to-count");
  const observed = { value: count.known, unit: unit ?? "" };
  const bound = boundOf(criterion.attributes);
  if (bound === undefined) return { ...undecided("measured", "no-threshold"), observed };
  if (!acceptedGrades(accepts).includes("measured"))
    return { ...undecided("measured", "grade-not-accepted"), observed };
  return { grade: "measured", ...compareCount(count, bound), observed };
}

/** Decides only what holds for every number that the count can still come to. */
function compareCount({ known, open }: GraphCount, bound: Bound): Comparison {
  const answers = Array.from({ length: open + 1 }, (_, more) => satisfies(known + more, bound));
  return answers.every((answer) => answer === answers[0])
    ? compare(known, bound)
    : { result: "undetermined", reason: "not-all-known" };
}

/** What the author of a criterion should know: nothing measures it, or in another unit. */
export function checkCriteria(graph: Graph, results: Results): readonly Diagnostic[] {
  return itemsOf(graph, "criterion").flatMap((criterion) => {
    const { metric, unit = "" } = criterion.attributes;
    const { reason, observed } = results.get(criterion.id) ?? {};
    const name = itemName(criterion.id);
    const { location } = criterion;
    if (metric !== undefined && observed === undefined && !asksGraph(criterion))
      return [
        diagnose("evaluate/metric-without-measurement", { criterion: name, metric }, { location }),
      ];
    if (reason === "unit-mismatch" && observed !== undefined)
      return [
        diagnose(
          "evaluate/unit-mismatch",
          { criterion: name, expected: unit, found: observed.unit },
          { location },
        ),
      ];
    return [];
  });
}
