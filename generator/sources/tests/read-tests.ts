import {
  diagnose,
  type DiagnosticCode,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact, tallyFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import { realpathSync } from "node:fs";
import { extname, isAbsolute, join, relative, sep } from "node:path";
import { isInside, listFiles, readText, statOf } from "../files.ts";
import type { Source } from "../source.ts";
import { parseJest } from "./parse-jest.ts";
import { parseJUnit } from "./parse-junit.ts";
import { readLcov } from "./parse-lcov.ts";
import { parseTap } from "./parse-tap.ts";
import type { TestCase } from "./test-case.ts";

/** Reads the verdicts of the last test run. Results that are not there say "not run", nothing worse. */
export const readTests: Source = async ({ root, entries }) => {
  const lists = await Promise.all(entries.map((entry) => listReports(root, entry)));
  const listed = joinOutcomes(lists);
  const reports = [...new Set(listed.value)].map((file) => readReport(root, file));
  const cases = reports.flatMap(({ value }) => value.cases);
  const facts = reports.flatMap(({ value }) => value.facts);
  return outcome(
    [...caseFacts(cases), ...facts, ...tallies(cases)],
    [...listed.diagnostics, ...reports.flatMap(({ diagnostics }) => diagnostics)],
  );
};

const notThere: ReadonlySet<string> = new Set<DiagnosticCode>([
  "sources/nothing-matches",
  "sources/folder-without-files",
]);

async function listReports(root: string, entry: SourceEntry): Promise<Outcome<readonly string[]>> {
  const listed = await listFiles(
    { root, entries: [entry] },
    { endings: ["xml", "json", "tap", "info"] },
  );
  const nothing = listed.diagnostics.some(({ code }) => notThere.has(code));
  const diagnostics = nothing
    ? [diagnose("sources/tests-not-run", { path: entry.path })]
    : listed.diagnostics;
  return outcome(
    listed.value.map(({ path }) => path),
    diagnostics,
  );
}

/** A case, with the report that tells of it. */
interface ReportedCase extends TestCase {
  readonly report: string;
}

interface Report {
  readonly cases: readonly ReportedCase[];
  readonly facts: readonly Fact[];
}

/** The ending of a report's name tells who wrote it; JUnit has none of its own. */
const parsers: Readonly<Record<string, typeof parseJUnit>> = {
  ".json": parseJest,
  ".tap": parseTap,
};

function readReport(root: string, report: string): Outcome<Report> {
  const text = readText(root, report);
  if (text.value === undefined) return outcome({ cases: [], facts: [] }, text.diagnostics);
  const ending = extname(report).toLowerCase();
  if (ending === ".info") {
    const { value: facts, diagnostics } = readLcov(text.value, report);
    return outcome({ cases: [], facts }, [...text.diagnostics, ...diagnostics]);
  }
  const parsed = (parsers[ending] ?? parseJUnit)(text.value, report);
  // All of a report is as old as the first of it.
  const [ranAt] = parsed.value.flatMap((each) => each.ranAt ?? []).sort();
  const cases = parsed.value.map((each) => ({
    ...reported(each, root, report),
    ...(ranAt !== undefined && { ranAt }),
  }));
  return outcome({ cases, facts: [] }, [...text.diagnostics, ...parsed.diagnostics]);
}

/** Reports of Jest and Vitest name files by their whole paths; in the project these have short ones. */
function reported({ file, ...each }: TestCase, root: string, report: string): ReportedCase {
  const inRoot = (path: string): string =>
    isAbsolute(path) && isInside(root, path)
      ? relative(realpathSync.native(root), path).replaceAll(sep, "/")
      : path;
  // Vitest calls the suite by its file, and says it nowhere else.
  const path = inRoot(file ?? each.suite);
  return {
    ...each,
    suite: inRoot(each.suite),
    report,
    ...(isTestFile(root, path) && { file: path }),
  };
}

/** A report may name any path; only one of a file in the project leads a reader somewhere. */
const isTestFile = (root: string, file: string): boolean =>
  !/^(?:[\\/]|[A-Za-z]:)/.test(file) &&
  isInside(root, join(root, file)) &&
  statOf(join(root, file))?.isFile() === true;

/** Tests of one name are told apart by their order. */
function caseFacts(cases: readonly ReportedCase[]): readonly Fact[] {
  const seen = new Map<string, number>();
  return cases.flatMap((each) => {
    const title = each.suite === "" ? each.name : `${each.suite} > ${each.name}`;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return describeTest(each, count === 1 ? title : `${title} (${String(count)})`);
  });
}

function describeTest(each: ReportedCase, name: string): readonly Fact[] {
  const id = itemId("test", name);
  const location = { file: each.file ?? each.report };
  const { suite, verdict, message, ranAt, ranOn } = each;
  const references = namedIn(each.name).map((to) =>
    referenceFact({ from: id, role: "verifies", to, location, foreign: true }),
  );
  return [
    itemFact({
      kind: "test",
      id,
      title: each.name,
      location,
      attributes: {
        suite,
        name: each.name,
        verdict,
        ...(message !== undefined && { message }),
        ...(ranAt !== undefined && { ranAt }),
        ...(ranOn !== undefined && { ranOn }),
      },
    }),
    ...references,
  ];
}

/**
 * `[OPT1]`, `[REQ-7]`, `[table:public.x]` in a title; other brackets are just brackets, and
 * `[[OPT1]]` is how prose links, so that a title with it speaks of links.
 */
const bracketed = /(?<!\[)\[((?:[a-z][a-z-]*:[^\s\][]+)|(?:[A-Z][A-Za-z]*[-.]?\d[\w.-]*))\](?!\])/g;

const namedIn = (title: string): readonly string[] => [
  ...new Set([...title.matchAll(bracketed)].map(([, name = ""]) => name)),
];

const tallies = (cases: readonly ReportedCase[]): readonly Fact[] =>
  [...Map.groupBy(cases, ({ report }) => report)].map(([file, { length }]) =>
    tallyFact({
      source: "tests",
      file,
      unit: "tests",
      read: length,
      modelled: length,
      passedOver: 0,
      notUnderstood: 0,
    }),
  );
