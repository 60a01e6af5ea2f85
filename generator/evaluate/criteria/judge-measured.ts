import type { CriterionResult } from "#model/evaluation.ts";
import type { Criterion, EvidenceGrade } from "#model/evidence.ts";
import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { namedItem } from "#model/parts.ts";
import { boundOf, compareValue, type Decision } from "./compare.ts";
import { type JudgedGraph, undecided } from "./judged-graph.ts";
import { acceptedGrades, latestOfEach, stalenessOf } from "./measurements.ts";

/** A measurement as a criterion sees it: what is too old, or about other files, is stale. */
interface Evidence {
  readonly item: Item<"measurement">;
  readonly grade: EvidenceGrade;
  readonly staleness: "subject-changed" | "too-old" | undefined;
}

/** Judges a criterion by the measurements of its metric; without any, by what it claims. */
export function judgeMeasured(criterion: Item<"criterion">, judged: JudgedGraph): CriterionResult {
  const { attributes } = criterion;
  const found = decisiveEvidence(criterion, judged, attributes.metric ?? "");
  const results = found.map((each) => judgeOne(attributes, each));
  return (
    results.find(({ result }) => result === "not met") ??
    results.find(({ result }) => result === "undetermined") ??
    results[0] ??
    judgeClaim(attributes)
  );
}

/**
 * The last run of each subject that decides, or what there is instead. That a later change made a
 * run stale is known of that run alone, and hides what was measured before it.
 */
export function decisiveEvidence(
  criterion: Item<"criterion">,
  { graph, measurements, asOf }: JudgedGraph,
  metric: string,
): readonly Evidence[] {
  const all = (measurements.get(metric) ?? [])
    .filter((each) => concerns(graph, each, criterion))
    .map((item): Evidence => {
      const staleness = stalenessOf(item, criterion.attributes, asOf);
      return { item, staleness, grade: staleness ? "stale" : item.attributes.grade };
    });
  const accepted = acceptedGrades(criterion.attributes.accepts);
  const decisive = all.filter(
    ({ item, staleness }) =>
      accepted.includes(item.attributes.grade) || staleness === "subject-changed",
  );
  const chosen = decisive.some(({ grade }) => accepted.includes(grade)) ? decisive : all;
  const last = new Set(latestOfEach(chosen.map(({ item }) => item)));
  return chosen.filter(({ item }) => last.has(item));
}

/** A measurement of one work item says nothing about another; of no subject, it is about all. */
function concerns(
  graph: Graph,
  measurement: Item<"measurement">,
  criterion: Item<"criterion">,
): boolean {
  const subject = namedItem(graph, measurement, measurement.attributes.subject);
  const owner = namedItem(graph, criterion, criterion.attributes.of);
  return subject?.kind !== owner?.kind || subject?.id === owner?.id;
}

function judgeOne(criterion: Criterion, { item, grade, staleness }: Evidence): CriterionResult {
  const { value, unit } = item.attributes;
  const seen = { evidence: item.id, observed: { value, unit } };
  if (staleness !== undefined) return { ...undecided(grade, staleness), ...seen };
  const compared = compareMeasured(criterion, value, unit);
  if (acceptedGrades(criterion.accepts).includes(grade)) return { ...compared, grade, ...seen };
  const missed = compared.result === "not met";
  const reason = missed ? "grade-not-accepted-and-missed" : "grade-not-accepted";
  return { ...undecided(grade, reason), ...seen };
}

function compareMeasured(criterion: Criterion, value: number, unit: string): Decision {
  if (!Number.isFinite(value)) return { result: "undetermined", reason: "not-a-number" };
  const bound = boundOf(criterion);
  if (bound === undefined) return { result: "undetermined", reason: "no-threshold" };
  if ((criterion.unit ?? "") !== unit) return { result: "undetermined", reason: "unit-mismatch" };
  return compareValue(value, bound);
}

/** A ticked box is a declaration: it decides only where a declaration is accepted. */
function judgeClaim({ claimed, accepts, metric }: Criterion): CriterionResult {
  if (claimed === true && acceptedGrades(accepts).includes("declared"))
    return { result: "met", grade: "declared", reason: "claim-accepted" };
  if (claimed === true) return undecided("declared", "only-claimed");
  return undecided("missing", metric === undefined ? "manual" : "no-measurement");
}
