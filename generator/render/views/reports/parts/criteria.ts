import type { Criterion } from "#model/programme/items.ts";
import type { CriterionResult, GateResult } from "#model/evaluation.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo, label, named, nothing, rowOf } from "./text.ts";

const signs = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=" } as const;

/** A value with its unit. */
export function quantity({ format }: PageContext, value: number, unit = ""): string {
  const number = Number.isFinite(value) ? format.number(value) : String(value);
  return unit === "" ? number : `${number} ${unit}`;
}

/** What a criterion asks for: `≤ −10 %`, a condition, or a question. */
function requiredValue(context: PageContext, criterion: Criterion): string {
  const { op, threshold, unit, expression, question } = criterion;
  return op === undefined || threshold === undefined
    ? (expression ?? question ?? nothing)
    : `${signs[op]} ${quantity(context, threshold, unit)}`;
}

const unjudged: CriterionResult = { result: "undetermined", grade: "missing", reason: "manual" };

/** A row for each criterion: what it asks, what was observed, and what that is worth. */
export const criterionRows = (context: PageContext, ids: readonly ItemId[]) =>
  ids.flatMap((id) => {
    const item = context.graph.items.get(id);
    return item?.kind === "criterion" ? [criterionRow(context, item)] : [];
  });

export function criterionRow(context: PageContext, item: Item<"criterion">) {
  const { attributes } = item;
  const judged = context.evaluation.criteria.get(item.id) ?? unjudged;
  const { observed, evidence } = judged;
  return {
    ...rowOf(context, item),
    of: named(context, item, attributes.of),
    required: requiredValue(context, attributes),
    observed: observed ? quantity(context, observed.value, observed.unit) : nothing,
    isOpen: judged.result === "undetermined",
    result: label(context, "result", judged.result),
    reason: label(context, "reason", judged.reason),
    grade: label(context, "grade", judged.grade),
    evidence: evidence
      ? linkTo(context, evidence)
      : { text: observed ? context.words("reports.counted") : nothing },
  };
}

/** `2 met, 1 not met, 3 undetermined`, or that there is nothing to count. */
export function shownCounts(
  { words }: PageContext,
  counts: Pick<GateResult, "met" | "notMet" | "undetermined">,
): string {
  const { met, notMet, undetermined } = counts;
  const of = met + notMet + undetermined;
  if (of === 0) return words("reports.not-measurable");
  return [
    words("reports.counts-met", { n: met, of }),
    notMet > 0 ? words("reports.counts-not-met", { n: notMet }) : "",
    undetermined > 0 ? words("reports.counts-undetermined", { n: undetermined }) : "",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

export const countIds = (context: PageContext, ids: readonly ItemId[]): string => {
  const results = ids.map((id) => context.evaluation.criteria.get(id) ?? unjudged);
  const count = (wanted: CriterionResult["result"]): number =>
    results.filter(({ result }) => result === wanted).length;
  return shownCounts(context, {
    met: count("met"),
    notMet: count("not met"),
    undetermined: count("undetermined"),
  });
};
