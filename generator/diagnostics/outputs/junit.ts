import type { Finding } from "../format.ts";
import { type FindingsReport, fullMessage, pathFromRoot } from "./findings-report.ts";

/**
 * JUnit XML: a suite for each file, a case for each finding. An error is a failure; a warning is
 * skipped, which is listed and fails nothing. Without a finding there is one case, which passed.
 */
export function writeJunit(report: FindingsReport): string {
  const files = Map.groupBy(report.findings, ({ file }) => pathFromRoot(report, file));
  const suites = [...files].flatMap(([file, findings]) => suiteOf(file, findings));
  const passed = suite({ name: pathFromRoot(report), cases: [casePassed(report)], failures: 0 });
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites${attributes({ name: report.tool.name, ...countsOf(report.findings) })}>`,
    ...(suites.length > 0 ? suites : passed),
    "</testsuites>",
  ].join("\n");
}

const casePassed = (report: FindingsReport): string =>
  `    <testcase${attributes({ name: report.tool.name, classname: pathFromRoot(report), time: 0 })}/>`;

function countsOf(findings: readonly Finding[]) {
  const failures = findings.filter(({ severity }) => severity === "error").length;
  const tests = Math.max(findings.length, 1);
  return { tests, failures, errors: 0, skipped: findings.length - failures, time: 0 };
}

interface Suite {
  readonly name: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly skipped?: number;
}

const suite = ({ name, cases, failures, skipped = 0 }: Suite): readonly string[] => [
  `  <testsuite${attributes({ name, tests: cases.length, failures, errors: 0, skipped, time: 0 })}>`,
  ...cases,
  "  </testsuite>",
];

function suiteOf(file: string, findings: readonly Finding[]): readonly string[] {
  const { failures, skipped } = countsOf(findings);
  const cases = findings.map((finding) => caseOf(file, finding));
  return suite({ name: file, cases, failures, skipped });
}

function caseOf(file: string, finding: Finding): string {
  const { code, severity, message, line, column } = finding;
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const name = `${code} ${[line, column].filter((part) => part !== undefined).join(":")}`.trim();
  const head = attributes({ name, classname: file, file, ...(line && { line }), time: 0 });
  const element = severity === "error" ? "failure" : "skipped";
  const type = element === "failure" ? { type: code } : {};
  const body = escapeXml(`${place}\n${fullMessage(finding)}`);
  return `    <testcase${head}><${element}${attributes({ message, ...type })}>${body}</${element}></testcase>`;
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll("\n", "&#10;")}"`)
    .join("");

/** What XML 1.0 cannot hold at all, not even as a reference. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\r": "&#13;",
};

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(impossible, "\ufffd")
    .replace(/[&<>"\t\r]/g, (character) => references[character] ?? character);
