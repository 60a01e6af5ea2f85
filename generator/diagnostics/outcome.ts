import type { Diagnostic } from "./diagnostic.ts";

/** What a stage returns: always a value to go on with, and everything it had to say about it. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

export const outcome = <Value>(
  value: Value,
  diagnostics: readonly Diagnostic[] = [],
): Outcome<Value> => ({ value, diagnostics });

/** Joins lists that were made piece by piece, and all that was said on the way. */
export function joinOutcomes<Value>(
  outcomes: readonly Outcome<readonly Value[]>[],
): Outcome<readonly Value[]> {
  return outcome(
    outcomes.flatMap(({ value }) => value),
    outcomes.flatMap(({ diagnostics }) => diagnostics),
  );
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === "error");
