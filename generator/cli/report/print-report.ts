import { sortDiagnostics, toFinding } from "#diagnostics/index.ts";
import { type Arguments, exitCodes, type ExitCode, type Format } from "../command.ts";
import { textsOf } from "../texts.ts";
import { printOutput } from "./print-output.ts";
import { printText } from "./print-text.ts";
import type { Report, WordedReport } from "./report.ts";

/** Prints the findings in the asked format, and says whether they let the command pass. */
export function printReport(report: Report, { format, maxWarnings }: Arguments): ExitCode {
  const { diagnostics, language } = report;
  const findings = sortDiagnostics(diagnostics).map((each) => toFinding(each, language));
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const texts = textsOf(language);
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  const lines = [
    ...(report.lines ?? []),
    texts.counts(errors, warnings, infos),
    ...(tooMany ? [texts.tooManyWarnings(warnings, maxWarnings)] : []),
  ];
  print({ ...report, findings, lines }, format);
  return errors > 0 || tooMany ? exitCodes.findings : exitCodes.clean;
}

function print(report: WordedReport, format: Format): void {
  const { findings, facts } = report;
  if (format === "json") console.log(JSON.stringify({ ...facts, findings }, null, 2));
  else if (format === "text" || format === "markdown") printText(report);
  else printOutput(report, format);
}
