import {
  type Diagnostic,
  type Finding,
  formatFinding,
  sortDiagnostics,
  toFinding,
} from "#diagnostics/index.ts";
import type { Language } from "#model/page.ts";
import { type Arguments, exitCodes, type ExitCode } from "./command.ts";
import { textsOf } from "./texts.ts";

/** What a command found out, ready to be printed. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly language: Language;
  /** Printed after the findings. */
  readonly lines?: readonly string[];
  /** Further members of the JSON object. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Prints the findings in the asked format, and says whether they let the command pass. */
export function printReport(report: Report, args: Arguments): ExitCode {
  const { diagnostics, language, lines = [], facts = {} } = report;
  const findings = sortDiagnostics(diagnostics).map((each) => toFinding(each, language));
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const texts = textsOf(language);
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  const tooMany = args.maxWarnings !== undefined && warnings > args.maxWarnings;
  if (args.format === "json") {
    console.log(JSON.stringify({ ...facts, findings }, null, 2));
  } else {
    printText(findings, language);
    console.log([...lines, texts.counts(errors, warnings, infos)].join("\n"));
    if (tooMany) console.log(texts.tooManyWarnings(warnings, args.maxWarnings ?? 0));
  }
  return errors > 0 || tooMany ? exitCodes.findings : exitCodes.clean;
}

/**
 * Warnings of one kind are named a few times and then counted: the terminal is for what to mend.
 * Nobody mends more errors than that before the next run.
 */
const shownPerCode: Readonly<Record<string, number>> = { error: 200, warning: 5 };

/** Errors; some of the warnings; of the notes only their number. A hint is given once. */
function printText(findings: readonly Finding[], language: Language): void {
  const hints = new Set<string>();
  const counts = new Map<string, number>();
  const hidden = new Map<string, number>();
  const shown = findings.filter(({ severity, code }) => {
    const most = shownPerCode[severity] ?? 0;
    const count = (counts.get(`${severity} ${code}`) ?? 0) + 1;
    counts.set(`${severity} ${code}`, count);
    if (count > most && most > 0) hidden.set(code, (hidden.get(code) ?? 0) + 1);
    return count <= most;
  });
  for (const { hint, ...finding } of shown) {
    const isNew = hint !== undefined && !hints.has(hint);
    if (isNew) hints.add(hint);
    console.log(formatFinding(isNew ? { ...finding, hint } : finding, language));
  }
  for (const [code, count] of hidden) console.log(textsOf(language).more(count, code));
  if (shown.length > 0) console.log("");
}
