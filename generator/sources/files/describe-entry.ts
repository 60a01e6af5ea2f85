import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { SourceEntry } from "#model/settings.ts";

type EntryProblem =
  | "sources/outside-root"
  | "sources/nothing-matches"
  | "sources/own-output"
  | "sources/excluding-pattern";

/** What is wrong with an entry of the settings, at the line where they name it. */
export const describeEntry = (
  code: EntryProblem,
  { path, location }: SourceEntry,
  extras: Pick<Diagnostic, "suggestions"> = {},
): Diagnostic => diagnose(code, { path }, { ...(location && { location }), ...extras });
