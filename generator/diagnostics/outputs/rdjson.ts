import type { Fix } from "../diagnostic.ts";
import type { Finding } from "../format.ts";
import { type FindingsReport, fullMessage, pathFromRoot } from "./findings-report.ts";

const severities: Readonly<Record<string, string>> = {
  error: "ERROR",
  warning: "WARNING",
  info: "INFO",
};

/** The Diagnostic Format of reviewdog (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). */
export function writeRdjson(report: FindingsReport): string {
  const { tool, findings } = report;
  const diagnostics = findings.map((finding) => diagnosticOf(finding, report));
  return JSON.stringify({ source: { name: tool.name }, diagnostics }, null, 2);
}

function diagnosticOf(finding: Finding, report: FindingsReport) {
  const { code, severity, fix, related = [] } = finding;
  const url = report.pageOf?.(code);
  return {
    message: fullMessage(finding),
    location: locationOf(finding, report),
    severity: severities[severity],
    code: { value: code, ...(url !== undefined && { url }) },
    ...(fix && { suggestions: [suggestionOf(fix, finding, report)] }),
    ...(related.length > 0 && {
      related_locations: related.map((each) => ({
        message: each.message,
        location: locationOf(each, report),
      })),
    }),
  };
}

interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

function locationOf({ file, line, column }: Place, report: FindingsReport) {
  const path = pathFromRoot(report, file);
  if (line === undefined) return { path };
  const start = { line, ...columnOf({ file, line, column }, report) };
  return { path, range: { start } };
}

/** Columns count bytes of UTF-8 there; without the line nobody can tell them. */
function columnOf({ file, line, column }: Place, { lineOf }: FindingsReport) {
  if (file === undefined || line === undefined || column === undefined) return {};
  const before = lineOf(file, line)?.slice(0, column - 1);
  return before === undefined ? {} : { column: Buffer.byteLength(before) + 1 };
}

function suggestionOf(
  { line, column, endColumn, text }: Fix,
  { file }: Finding,
  report: FindingsReport,
) {
  const start = { line, ...columnOf({ file, line, column }, report) };
  const end = { line, ...columnOf({ file, line, column: endColumn }, report) };
  return { range: { start, end }, text };
}
