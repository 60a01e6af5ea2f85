import type { FieldCondition, ItemQuery, Where } from "#model/trace/policy.ts";
import type { Matrix } from "#model/trace/matrix.ts";

/**
 * The filter in force, in the words of the data: it is the same in every form and language, so that
 * two forms of one matrix can be compared.
 */
export function describeFilter({ rows, show, justified }: Matrix): string {
  const parts = [describeQuery(rows), `show: ${show}`];
  if (justified !== undefined) parts.push(`justified: ${describeWhere(justified)}`);
  return parts.join("; ");
}

function describeQuery({ types, where }: ItemQuery): string {
  const parts = [`types: ${types?.join(", ") ?? "*"}`];
  if (where !== undefined) parts.push(`where: ${describeWhere(where)}`);
  return parts.join("; ");
}

const describeWhere = (where: Where): string =>
  Object.entries(where)
    .map(([name, condition]) => `${name} ${describeCondition(condition)}`)
    .join(" & ");

function describeCondition(condition: FieldCondition): string {
  if (typeof condition !== "object") return `= ${String(condition)}`;
  if (Array.isArray(condition)) return `= ${condition.join(" | ")}`;
  const { not, present, min, max } = condition as Exclude<FieldCondition, readonly unknown[]> & {
    readonly not?: FieldCondition;
    readonly present?: boolean;
    readonly min?: number;
    readonly max?: number;
  };
  return [
    ...(not === undefined ? [] : [`≠ ${describeCondition(not).slice(2)}`]),
    ...(present === undefined ? [] : [present ? "present" : "absent"]),
    ...(min === undefined ? [] : [`≥ ${String(min)}`]),
    ...(max === undefined ? [] : [`≤ ${String(max)}`]),
  ].join(" ");
}
