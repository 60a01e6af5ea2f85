import type { Language } from "#model/pages/page.ts";
import { createHash } from "node:crypto";
import { join, normalize } from "node:path/posix";
import type { Finding } from "../format.ts";

/** What a run found: the one model behind every output for other programs. */
export interface FindingsReport {
  /** Sorted. */
  readonly findings: readonly Finding[];
  readonly language: Language;
  readonly tool: { readonly name: string; readonly version: string };
  /** From the root of the repository to what the files of findings are relative to; `docs` or empty. */
  readonly base: string;
  /** The file of findings that are about no file: the settings, or the folder that was checked. */
  readonly subject: string;
  /** Where a code is explained; absent when no site does. */
  readonly pageOf?: (code: string) => string | undefined;
  /** What is said after the findings, as lines. */
  readonly lines: readonly string[];
  /** A line of a file as the findings name it; absent when the file cannot be read. */
  readonly lineOf: (file: string, line: number) => string | undefined;
}

/** A file from the root of the repository, which is what forges ask for. */
export const pathFromRoot = ({ base, subject }: FindingsReport, file = subject): string =>
  normalize(join(base, file)).replace(/^(?:\.\/)+|(?<=.)\/$/g, "");

/**
 * What a finding keeps when lines move, so that a forge knows it again. Of two that are the same in all
 * of it, the second is told from the first by its number.
 */
export function fingerprintsOf(report: FindingsReport): readonly string[] {
  const seen = new Map<string, number>();
  return report.findings.map(({ code, file, target, message }) => {
    const key = JSON.stringify([code, pathFromRoot(report, file), target ?? message]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash("sha256")
      .update(`${key}${String(count)}`)
      .digest("hex")
      .slice(0, 32);
  });
}

/** The message of a finding, and on lines of their own what it could be and what to do. */
export const fullMessage = ({ message, suggestions = [], hint }: Finding): string =>
  [message, ...suggestions.map((each) => `→ ${each}`), ...(hint === undefined ? [] : [hint])].join(
    "\n",
  );
