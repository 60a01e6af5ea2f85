import type { Diagnostic } from "#diagnostics/index.ts";

/** The defects of somebody else's files are worth knowing, but no reason to stop. */
export const softened = (
  diagnostics: readonly Diagnostic[],
  foreign: boolean | undefined,
): readonly Diagnostic[] =>
  foreign === true
    ? diagnostics.map((each) =>
        each.severity === "error" ? { ...each, severity: "warning" as const } : each,
      )
    : diagnostics;
