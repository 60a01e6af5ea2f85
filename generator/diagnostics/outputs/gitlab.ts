import {
  type FindingsReport,
  fingerprintsOf,
  fullMessage,
  pathFromRoot,
} from "./findings-report.ts";

const severities: Readonly<Record<string, string>> = {
  error: "major",
  warning: "minor",
  info: "info",
};

/** The Code Quality report of GitLab (https://docs.gitlab.com/ci/testing/code_quality/). */
export function writeGitlab(report: FindingsReport): string {
  const fingerprints = fingerprintsOf(report);
  const issues = report.findings.map((finding, index) => ({
    type: "issue",
    check_name: finding.code,
    description: fullMessage(finding),
    categories: ["Clarity"],
    severity: severities[finding.severity],
    fingerprint: fingerprints[index],
    location: {
      path: pathFromRoot(report, finding.file),
      lines: { begin: finding.line ?? 1 },
    },
  }));
  return JSON.stringify(issues, null, 2);
}
