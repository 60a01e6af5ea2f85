import { ownField } from "#data/index.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { attributePrefix, listOf, parseXml } from "../xml.ts";
import { isCommit, momentOf } from "./run-time.ts";
import type { TestCase } from "./test-case.ts";

/** Reads a JUnit report; one that is no XML, or no JUnit, is reported where it goes wrong. */
export function parseJUnit(text: string, file: string): Outcome<readonly TestCase[]> {
  const problem = (reason: string, place: { line?: number; column?: number } = {}) =>
    outcome(
      [],
      [diagnose("sources/tests-unreadable", { reason }, { location: { file, ...place } })],
    );
  const parsed = parseXml(text);
  if ("reason" in parsed) {
    const { reason, ...place } = parsed;
    return problem(reason, place);
  }
  const root = parsed.value;
  const top = ownField(root, "testsuites") ?? root;
  return suitesOf(top).length === 0 && ownField(root, "testsuites") === undefined
    ? problem("no `testsuite` in it")
    : outcome(casesOf(top, runOf(top, {})));
}

type Run = Pick<TestCase, "ranAt" | "ranOn">;

/** Suites may hold suites; the report's nesting is limited by the parser. */
function casesOf(parent: unknown, run: Run): readonly TestCase[] {
  return suitesOf(parent).flatMap((suite) => {
    const own = runOf(suite, run);
    const cases = listOf(ownField(suite, "testcase"));
    return [
      ...cases.map((each) => ({ ...describeCase(each, suite), ...own })),
      ...casesOf(suite, own),
    ];
  });
}

/** A suite runs when it says, else with what it is part of. */
function runOf(suite: unknown, outer: Run): Run {
  const ranAt = outer.ranAt ?? momentOf(attribute(suite, "timestamp"));
  const properties = listOf(ownField(ownField(suite, "properties"), "property"));
  const commits = properties.flatMap((property) => {
    const value = attribute(property, "value") ?? "";
    return isCommit(attribute(property, "name") ?? "", value) ? [value] : [];
  });
  const ranOn = commits[0] ?? outer.ranOn;
  return { ...(ranAt !== undefined && { ranAt }), ...(ranOn !== undefined && { ranOn }) };
}

const suitesOf = (parent: unknown): readonly unknown[] => listOf(ownField(parent, "testsuite"));

function attribute(value: unknown, name: string): string | undefined {
  const text = ownField(value, attributePrefix + name);
  return typeof text === "string" && text !== "" ? text : undefined;
}

function describeCase(each: unknown, suite: unknown): TestCase {
  const outcomeOf = (["failure", "error", "skipped"] as const).find(
    (name) => ownField(each, name) !== undefined,
  );
  const message = outcomeOf && attribute(listOf(ownField(each, outcomeOf))[0], "message");
  const file = attribute(each, "file");
  return {
    suite: attribute(each, "classname") ?? attribute(suite, "name") ?? "",
    name: attribute(each, "name") ?? "",
    verdict: outcomeOf === undefined ? "passed" : outcomeOf === "failure" ? "failed" : outcomeOf,
    ...(message !== undefined && { message: message.split("\n")[0] ?? "" }),
    ...(file !== undefined && { file }),
  };
}
