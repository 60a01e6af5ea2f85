import { ownField, readJson } from "#data/index.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { TestVerdict } from "#model/code/items.ts";
import { momentOf } from "./run-time.ts";
import type { TestCase } from "./test-case.ts";

/** What Jest and Vitest call their verdicts; whatever was not run is skipped. */
const verdicts: Readonly<Record<string, TestVerdict>> = {
  passed: "passed",
  failed: "failed",
  pending: "skipped",
  skipped: "skipped",
  todo: "skipped",
  disabled: "skipped",
};

/** Reads the JSON report of Jest or Vitest (`--json`, `--reporter=json`). */
export function parseJest(text: string, file: string): Outcome<readonly TestCase[]> {
  const { value: data } = readJson(text, file);
  const suites = ownField(data.value, "testResults");
  if (!Array.isArray(suites)) {
    const reason = "no `testResults` in it";
    return outcome([], [diagnose("sources/tests-unreadable", { reason }, { location: { file } })]);
  }
  const ranAt = momentOf(numberOf(data.value, "startTime"));
  const cases = suites.flatMap(casesOf);
  return outcome(ranAt === undefined ? cases : cases.map((each) => ({ ...each, ranAt })));
}

/** A file whose tests could not be run at all is an error, not a file without tests. */
function casesOf(suite: unknown): readonly TestCase[] {
  const path = textOf(suite, "name");
  const results = ownField(suite, "assertionResults");
  const cases = Array.isArray(results) ? results.map((each) => caseOf(each, path)) : [];
  if (cases.length > 0 || textOf(suite, "status") !== "failed") return cases;
  return [{ suite: path, name: path, verdict: "error", ...messageOf(textOf(suite, "message")) }];
}

function caseOf(result: unknown, path: string): TestCase {
  const ancestors = ownField(result, "ancestorTitles");
  const above = Array.isArray(ancestors) ? ancestors.map(String).filter((each) => each !== "") : [];
  const messages = ownField(result, "failureMessages");
  const message = Array.isArray(messages) ? String(messages[0] ?? "") : "";
  return {
    suite: path,
    name: [...above, textOf(result, "title")].join(" > "),
    verdict: verdicts[textOf(result, "status")] ?? "error",
    ...messageOf(message),
    file: path,
  };
}

const textOf = (value: unknown, name: string): string => {
  const text = ownField(value, name);
  return typeof text === "string" ? text : "";
};

const numberOf = (value: unknown, name: string): number | undefined => {
  const number = ownField(value, name);
  return typeof number === "number" ? number : undefined;
};

/** Without the colours of a terminal. */
function messageOf(text: string): Pick<TestCase, "message"> {
  const [message = ""] = text.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  return message === "" ? {} : { message };
}
