import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { repository } from "../support/repository.ts";

const suite = (tests: number, failures: number, skipped: number) =>
  `    <testsuite name="a" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="1">`;

/** Runs a copy of `.ci/run` where `npm` leaves `suites` as results and exits with `status`. */
function run(status: number, suites: readonly string[] = []) {
  const lines = ["#!/bin/sh", `exit ${status}`];
  if (suites.length > 0)
    lines.splice(1, 0, "mkdir -p test/results; cp written.xml test/results/junit.xml");
  const present = "#!/bin/sh\n";
  const folder = temporaryFolder({
    "written.xml": [`<testsuites tests="99" failures="9">`, ...suites, "</testsuites>"].join("\n"),
    "test/results/junit.xml": suite(7, 0, 0),
    "bin/npm": lines.join("\n"),
    "bin/git": present,
    "bin/ssh-keygen": present,
    "bin/chromium": present,
  });
  for (const name of readdirSync(join(folder, "bin"))) chmodSync(join(folder, "bin", name), 0o755);
  cpSync(join(repository, ".ci"), join(folder, ".ci"), { recursive: true });
  const path = `${join(folder, "bin")}:${process.env.PATH ?? ""}`;
  const made = spawnSync("bash", [join(folder, ".ci/run")], {
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  return { status: made.status, last: made.stdout.trimEnd().split("\n").at(-1) };
}

test("the last line sums what the suites say", () => {
  expect(run(0, [suite(3, 0, 0), suite(4, 0, 1)])).toEqual({
    status: 0,
    last: "6 passed, 0 failed, 1 skipped",
  });
});

test("a failed test is counted and fails the run", () => {
  expect(run(1, [suite(3, 1, 0)])).toEqual({ status: 1, last: "2 passed, 1 failed" });
});

test("a failed check without a failed test is one failure", () => {
  expect(run(1, [suite(3, 0, 0)])).toEqual({ status: 1, last: "3 passed, 1 failed" });
});

test("results of an earlier run do not count", () => {
  expect(run(1)).toEqual({ status: 1, last: "0 passed, 1 failed" });
});

test("a run without any test fails", () => {
  expect(run(0)).toEqual({ status: 1, last: "0 passed, 1 failed" });
});
