import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { TestVerdict } from "#model/code/items.ts";
import type { TestCase } from "./test-case.ts";

const point =
  /^( *)(not )?ok\b(?: +\d+)?(?: +-)? *((?:[^#\\]|\\.|#(?! *(?:skip|todo)\b))*)(?:# *(skip|todo)\b *(.*))?$/i;
const subtest = /^( *)# Subtest: (.*)$/;
const plan = /^1\.\.(\d+)/;

/** One line of results, with how deep it stands and what stood deeper before it. */
interface Point {
  readonly depth: number;
  readonly name: string;
  readonly verdict: TestVerdict;
  readonly message?: string;
}

/**
 * Reads the Test Anything Protocol (https://testanything.org), with the subtests of version 14 as
 * `node --test` writes them. A run that stops before its plan is done is reported.
 */
export function parseTap(text: string, file: string): Outcome<readonly TestCase[]> {
  const lines = text.split(/\r?\n/);
  const run: Run = { cases: [], suites: [], points: 0, failedBelow: false };
  for (const line of lines) {
    const [, indent, title] = subtest.exec(line) ?? [];
    if (indent === undefined || title === undefined) takePoint(run, readPoint(line));
    else run.suites.splice(indent.length / 4, Infinity, title);
  }
  return outcome(run.cases, checkPlan(lines, run.points, file));
}

/** What was read so far: the open suites, and whether a test of the innermost failed. */
interface Run {
  readonly cases: TestCase[];
  readonly suites: string[];
  points: number;
  failedBelow: boolean;
}

function takePoint(run: Run, found: Point | undefined): void {
  if (!found) return;
  const { depth, verdict } = found;
  if (depth === 0) run.points++;
  const isSuite = run.suites.length > depth + 1;
  // A suite fails with its tests; one that fails alone failed in what it does around them.
  const isReported = !isSuite || (verdict === "failed" && !run.failedBelow);
  if (isReported) run.cases.push(caseOf(found, run.suites.slice(0, depth)));
  run.failedBelow = depth > 0 && (run.failedBelow || verdict === "failed");
  run.suites.length = Math.min(run.suites.length, depth + 1);
}

function readPoint(line: string): Point | undefined {
  const [whole, indent = "", not, name = "", directive, reason = ""] = point.exec(line) ?? [];
  if (whole === undefined) return undefined;
  return {
    depth: Math.floor(indent.length / 4),
    name: name.trim().replace(/\\([\\#])/g, "$1"),
    verdict: directive === undefined ? (not === undefined ? "passed" : "failed") : "skipped",
    ...(reason.trim() !== "" && { message: reason.trim() }),
  };
}

const caseOf = ({ depth: _, name, ...rest }: Point, above: readonly string[]): TestCase => ({
  suite: above[0] ?? "",
  name: [...above.slice(1), name].join(" > "),
  ...rest,
});

function checkPlan(lines: readonly string[], points: number, file: string): readonly Diagnostic[] {
  const at = (line: number) => ({ location: { file, ...(line >= 0 && { line: line + 1 }) } });
  const bail = lines.findIndex((line) => line.startsWith("Bail out!"));
  if (bail >= 0) {
    return [diagnose("sources/tests-unreadable", { reason: lines[bail] ?? "" }, at(bail))];
  }
  const planLine = lines.findIndex((line) => plan.test(line));
  const planned = Number(plan.exec(lines[planLine] ?? "")?.[1] ?? points);
  if (planLine < 0 && points === 0) {
    return [diagnose("sources/tests-unreadable", { reason: "no `1..N` in it" }, at(-1))];
  }
  if (planned === points) return [];
  const reason = `1..${String(planned)} ≠ ${String(points)}`;
  return [diagnose("sources/tests-unreadable", { reason }, at(planLine))];
}
