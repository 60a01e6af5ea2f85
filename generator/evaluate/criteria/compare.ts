import type { CriterionResult } from "#model/evaluation.ts";
import type { Comparison, Criterion } from "#model/evidence.ts";

const comparisons: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  "<": (value, threshold) => value < threshold,
  "<=": (value, threshold) => value <= threshold,
  ">": (value, threshold) => value > threshold,
  ">=": (value, threshold) => value >= threshold,
  "==": (value, threshold) => value === threshold,
};

/** What a criterion asks of a number. */
export interface Bound {
  readonly op: Comparison;
  readonly threshold: number;
}

export const satisfies = (value: number, { op, threshold }: Bound): boolean =>
  comparisons[op](value, threshold);

/** What comes of comparing, and why. */
export type Decision = Pick<CriterionResult, "result" | "reason">;

export const compareValue = (value: number, bound: Bound): Decision =>
  satisfies(value, bound)
    ? { result: "met", reason: "threshold-met" }
    : { result: "not met", reason: "threshold-missed" };

/** The bound that a criterion sets; none without a sign and a number. */
export function boundOf({ op, threshold }: Criterion): Bound | undefined {
  return op === undefined || threshold === undefined || Number.isNaN(threshold)
    ? undefined
    : { op, threshold };
}
