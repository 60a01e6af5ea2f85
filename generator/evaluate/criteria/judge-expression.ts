import type { CriterionResult } from "#model/evaluation.ts";
import type { Item } from "#model/item.ts";
import type { Expression, holds, Lookup, readExpression, UsableExpression } from "./expression.ts";
import { countFor } from "./judge-counted.ts";
import { decisiveEvidence } from "./judge-measured.ts";
import { type JudgedGraph, undecided } from "./judged-graph.ts";
import { acceptedGrades } from "./measurements.ts";

/** CEL, which is loaded only where a policy uses it. */
export interface ExpressionLanguage {
  readonly readExpression: typeof readExpression;
  readonly holds: typeof holds;
}

/** The condition of a criterion, read; undefined when it has none or the language is not loaded. */
export function readWritten(
  { attributes }: Item<"criterion">,
  expressions: ExpressionLanguage | undefined,
): Expression | undefined {
  const { expression } = attributes;
  return expression === undefined ? undefined : expressions?.readExpression(expression);
}

/**
 * Judges a condition. Everything that it names must be there, in an accepted grade and in the unit
 * that it expects, also what the condition could do without: `a || b` is no way around `b`.
 */
export function judgeExpression(
  criterion: Item<"criterion">,
  judged: JudgedGraph,
  expressions: ExpressionLanguage | undefined,
): CriterionResult {
  const read = readWritten(criterion, expressions);
  if (expressions === undefined || read?.isUsable !== true)
    return undecided("missing", "expression-refused");
  const asked = read.calls.map(({ name, words: [what = "", unit = ""] }) =>
    name === "count"
      ? countedValue(criterion, judged, what)
      : measuredValue(criterion, judged, { metric: what, unit }),
  );
  const lacking = asked.find(({ value }) => value === undefined);
  if (lacking !== undefined) return lacking.otherwise;
  const answer = expressions.holds(read, lookupOf(read, asked));
  return { ...decide(answer), ...evidenceOf(asked) };
}

function decide(answer: boolean | undefined): CriterionResult {
  if (answer === undefined) return undecided("measured", "not-a-number");
  return answer
    ? { result: "met", grade: "measured", reason: "expression-true" }
    : { result: "not met", grade: "measured", reason: "expression-false" };
}

/** A value that a condition asks for, or why there is none. */
interface Asked {
  readonly value?: number;
  readonly item?: Item<"measurement">;
  readonly otherwise: CriterionResult;
}

const lookupOf = ({ calls }: UsableExpression, asked: readonly Asked[]): Lookup => {
  const find = (name: string, what: string): number | undefined =>
    asked[calls.findIndex((call) => call.name === name && call.words[0] === what)]?.value;
  return { metric: (metric) => find("metric", metric), count: (metric) => find("count", metric) };
};

/** The grade is that of the weakest evidence; the first is what the row links to. */
function evidenceOf(asked: readonly Asked[]): Partial<CriterionResult> {
  const items = asked.flatMap(({ item }) => item ?? []);
  const weakest = items.find(({ attributes }) => attributes.grade !== "measured");
  const shown = weakest ?? items[0];
  if (shown === undefined) return {};
  const { value, unit, grade } = shown.attributes;
  return { grade, evidence: shown.id, ...(items.length === 1 && { observed: { value, unit } }) };
}

function countedValue(criterion: Item<"criterion">, judged: JudgedGraph, metric: string): Asked {
  const count = countFor(criterion, judged, metric);
  if (count === undefined || count.of === 0)
    return { otherwise: undecided("missing", "nothing-to-count") };
  const otherwise = undecided("measured", "not-all-known");
  return count.open > 0 ? { otherwise } : { value: count.known, otherwise };
}

function measuredValue(
  criterion: Item<"criterion">,
  judged: JudgedGraph,
  { metric, unit }: { readonly metric: string; readonly unit: string },
): Asked {
  const found = decisiveEvidence(criterion, judged, metric);
  const [first] = found;
  if (first === undefined) return { otherwise: undecided("missing", "no-measurement") };
  const { item, grade, staleness } = first;
  const { value } = item.attributes;
  const no = (reason: CriterionResult["reason"]): Asked => ({
    otherwise: { ...undecided(grade, reason), evidence: item.id },
  });
  if (staleness !== undefined) return no(staleness);
  if (!acceptedGrades(criterion.attributes.accepts).includes(grade))
    return no("grade-not-accepted");
  if (item.attributes.unit !== unit) return no("unit-mismatch");
  if (!Number.isFinite(value)) return no("not-a-number");
  const isOne = found.every(({ item: other }) => other.attributes.value === value);
  return isOne ? { value, item, otherwise: undecided(grade, "ambiguous") } : no("ambiguous");
}
