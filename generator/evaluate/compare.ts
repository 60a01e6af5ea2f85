import type { Comparison } from "#model/programme.ts";

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
