import { ownField } from "#data/index.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { TestVerdict } from "#model/code.ts";
import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";

/** One test case of a report. */
export interface JUnitCase {
  readonly suite: string;
  readonly name: string;
  readonly verdict: TestVerdict;
  readonly message?: string;
  /** The file of the test, where the report tells it. */
  readonly file?: string;
}

const prefix = "@";

/** Reads a JUnit report; one that is no XML, or no JUnit, is reported where it goes wrong. */
export function parseJUnit(text: string, file: string): Outcome<readonly JUnitCase[]> {
  const problem = (reason: string, place: { line?: number; column?: number } = {}) =>
    outcome(
      [],
      [diagnose("sources/tests-unreadable", { reason }, { location: { file, ...place } })],
    );
  // A document type can define entities that grow without end; no test runner writes one.
  const declared = text.indexOf("<!DOCTYPE");
  if (declared >= 0) return problem("a document type declaration", placeOf(text, declared));
  try {
    SyntaxValidator.validate(text);
    const root: unknown = parser().parse(text);
    const top = ownField(root, "testsuites") ?? root;
    return suitesOf(top).length === 0 && ownField(root, "testsuites") === undefined
      ? problem("no `testsuite` in it")
      : outcome(casesOf(top));
  } catch (error) {
    const { message, line, col } = error as Error & { line?: number; col?: number };
    const place = {
      ...(line !== undefined && { line }),
      ...(col !== undefined && { column: col }),
    };
    return problem(message.replace(/\.$/, ""), place);
  }
}

const parser = (): XMLParser =>
  new XMLParser({
    attributeNamePrefix: prefix,
    htmlEntities: true,
    ignoreAttributes: false,
    parseAttributeValue: false,
    parseTagValue: false,
  });

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Suites may hold suites; the report's nesting is limited by the parser. */
function casesOf(parent: unknown): readonly JUnitCase[] {
  return suitesOf(parent).flatMap((suite) => [
    ...listOf(ownField(suite, "testcase")).map((each) => describeCase(each, suite)),
    ...casesOf(suite),
  ]);
}

const suitesOf = (parent: unknown): readonly unknown[] => listOf(ownField(parent, "testsuite"));

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function attribute(value: unknown, name: string): string | undefined {
  const text = ownField(value, prefix + name);
  return typeof text === "string" && text !== "" ? text : undefined;
}

function describeCase(each: unknown, suite: unknown): JUnitCase {
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
