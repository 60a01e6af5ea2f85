import type { Finding } from "../format.ts";
import { type FindingsReport, fullMessage, pathFromRoot } from "./findings-report.ts";

/** As many of each kind a step may have; GitHub drops what is more. */
const annotated = 10;

const commands: Readonly<Record<string, string>> = { error: "error", warning: "warning" };

/**
 * Annotations of GitHub Actions, errors first, and what does not fit among them as lines of the log.
 * Notes are none: they would take the place of what matters.
 */
export function writeGithub(report: FindingsReport): string {
  const ofSeverity = (severity: string): readonly Finding[] =>
    report.findings.filter((finding) => finding.severity === severity);
  const found = ["error", "warning"].map(ofSeverity);
  const annotations = found.flatMap((all) => all.slice(0, annotated));
  const others = found.flatMap((all) => all.slice(annotated));
  return [
    ...annotations.map((finding) => annotate(finding, report)),
    ...(others.length > 0 ? ["::group::…", ...others.map((each) => plain(each, report))] : []),
    ...(others.length > 0 ? ["::endgroup::"] : []),
    ...report.lines.map(harmless),
  ].join("\n");
}

function annotate(finding: Finding, report: FindingsReport): string {
  const { severity, code, file, line, column } = finding;
  const properties = {
    file: pathFromRoot(report, file),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { col: column }),
    title: code,
  };
  const written = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${commands[severity] ?? "notice"} ${written}::${escapeData(fullMessage(finding))}`;
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** The severity comes first: a line that began with somebody's `::` would be a command. */
function plain(finding: Finding, report: FindingsReport): string {
  const { severity, code, message, file, line, column } = finding;
  const place = [pathFromRoot(report, file), line, column];
  const where = place.filter((part) => part !== undefined).join(":");
  return harmless(`${severity} ${where} ${message} [${code}]`);
}

/** `##[…]` is a command wherever it stands in a line. */
const harmless = (line: string): string =>
  line
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ")
    .replaceAll("##[", "## [")
    .replace(/^\s*::/, "·$&");
