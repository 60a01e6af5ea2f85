import type { Log, PhysicalLocation, ReportingDescriptor, Result, Fix as SarifFix } from "sarif";
import { catalogue, type DiagnosticCode } from "../catalogue/index.ts";
import type { Fix } from "../diagnostic.ts";
import type { Finding } from "../format.ts";
import { linkRuleOf } from "../link-rules.ts";
import {
  type FindingsReport,
  fingerprintsOf,
  fullMessage,
  pathFromRoot,
} from "./findings-report.ts";

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as code scanning of forges reads it. */
export function writeSarif(report: FindingsReport): string {
  const { tool, findings, language } = report;
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  const fingerprints = fingerprintsOf(report);
  const log: Log = {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { ...tool, rules: rules.map((code) => ruleOf(code, report)) } },
        language: language === "en" ? "en-US" : language,
        columnKind: "utf16CodeUnits",
        results: findings.map((finding, index) =>
          resultOf(finding, report, {
            ruleIndex: rules.indexOf(finding.code),
            fingerprint: fingerprints[index] ?? "",
          }),
        ),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

const levels: Readonly<Record<string, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** `verify/missing-file` is `MissingFile` to people who read names of rules. */
const nameOf = (code: string): string =>
  code.replace(/^.*\//, "").replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());

function ruleOf(code: string, { language, pageOf }: FindingsReport): ReportingDescriptor {
  const { severity, ...wordings } = catalogue[code as DiagnosticCode];
  const { about } = wordings[language === "en" ? "en" : "pt"];
  const number = linkRuleOf(code);
  const page = pageOf?.(code);
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: /^.*?[.!?](?=\s|$)/s.exec(about)?.[0] ?? about },
    fullDescription: { text: about },
    help: { text: about },
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: levels[severity] ?? "none" },
    ...(number !== undefined && { properties: { tags: [number] } }),
  };
}

function resultOf(
  finding: Finding,
  report: FindingsReport,
  { ruleIndex, fingerprint }: { readonly ruleIndex: number; readonly fingerprint: string },
): Result {
  const { code, severity, fix, baselined, related = [] } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity] ?? "none",
    message: { text: fullMessage(finding) },
    locations: [{ physicalLocation: placeOf(finding, report) }],
    partialFingerprints: { "rastro/v1": fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.map((each) => ({
        physicalLocation: placeOf(each, report),
        message: { text: each.message },
      })),
    }),
    ...(fix && { fixes: [fixOf(fix, pathFromRoot(report, finding.file))] }),
    ...(baselined && {
      baselineState: "unchanged" as const,
      suppressions: [{ kind: "external" as const }],
    }),
  };
}

/** A path as a relative reference of RFC 3986; what is no Unicode is shown as what it is not. */
const uriOf = (path: string): string =>
  path
    .toWellFormed()
    .split("/")
    .map((segment) => encodeURIComponent(segment))
    .join("/");

const artifact = (path: string) => ({ uri: uriOf(path), uriBaseId: "%SRCROOT%" });

function placeOf(
  { file, line, column }: Pick<Finding, "file" | "line" | "column">,
  report: FindingsReport,
): PhysicalLocation {
  const artifactLocation = artifact(pathFromRoot(report, file));
  if (line === undefined) return { artifactLocation };
  const start = column === undefined ? {} : { startColumn: column };
  return { artifactLocation, region: { startLine: line, ...start } };
}

const fixOf = ({ line, column, endColumn, text }: Fix, path: string): SarifFix => ({
  artifactChanges: [
    {
      artifactLocation: artifact(path),
      replacements: [
        {
          deletedRegion: { startLine: line, startColumn: column, endColumn },
          insertedContent: { text },
        },
      ],
    },
  ],
});
