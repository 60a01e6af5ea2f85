import type { Diagnostic, Finding } from "#diagnostics/index.ts";
import type { Language } from "#model/pages/page.ts";

/** What a command found out, ready to be printed. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly language: Language;
  /** The folder that files of findings are relative to; the current one when absent. */
  readonly root?: string;
  /** What findings without a file are about, relative to `root`. */
  readonly subject?: string;
  /** Where a code is explained. */
  readonly pageOf?: (code: string) => string | undefined;
  /** Printed after the findings. */
  readonly lines?: readonly string[];
  /** Further members of the JSON object. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A report in words, with the lines that end it. */
export type WordedReport = Omit<Report, "diagnostics"> & {
  readonly findings: readonly Finding[];
  readonly lines: readonly string[];
};
