import { outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { readSources } from "#sources/index.ts";
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../../support/folder.ts";
import { type GitRepository, gitRepository } from "../../support/git-repository.ts";
import { loadSettings } from "#config/index.ts";

const requirement = (name: string, statement: string): string =>
  `[REQUIREMENT]\nUID: ${name}\nTITLE: ${name}\nSTATEMENT: ${statement}\n`;

const files = {
  "rastro.config.yaml": "sources: { requirements: [reqs], tests: [junit.xml] }\n",
  "reqs/a.sdoc": `${requirement("R1", "one")}${requirement("R2", "two")}`,
  "test/a.test.ts": "test\n",
  "test/b.test.ts": "test\n",
};

/** A run of three tests: of R1 and R2, each in a file of its own, and one that names nothing. */
const report = (of: string, properties = ""): string =>
  `<testsuites><testsuite name="test/a.test.ts" ${of}>${properties}<testcase name="[R1] one"/></testsuite>
<testsuite name="test/b.test.ts" ${of}>${properties}<testcase name="[R2] two"/><testcase name="three"/></testsuite></testsuites>`;

/** Commits are made at noon of one day after the other: a run is between two of them. */
const afterCommit = (day: number): string =>
  `timestamp="2026-01-${String(day + 1).padStart(2, "0")}T18:00:00.000-03:00"`;

async function verdictsOf(folder: string) {
  const { value: settings } = loadSettings(join(folder, "rastro.config.yaml"));
  const [project] = settings?.projects ?? [];
  if (!settings || !project) throw new Error("the settings are fine");
  const { value: facts, diagnostics } = await readSources(settings, project);
  return { ...outcome(facts.flatMap(verdictOf)), said: diagnostics.map(({ args }) => args) };
}

const verdictOf = (fact: Fact): readonly string[] => {
  if (fact.fact !== "item" || fact.item.kind !== "test") return [];
  const { name, verdict, changedSince = [] } = fact.item.attributes;
  return [[name, verdict, ...changedSince].join(" ")];
};

function aProject(of: string, properties = ""): GitRepository {
  const repository = gitRepository(temporaryFolder());
  repository.commit("feat: begin", files);
  writeFiles(repository.folder, { "junit.xml": report(of, properties) });
  return repository;
}

const fresh = ["[R1] one passed", "[R2] two passed", "three passed"];

describe("results of tests", () => {
  test("stay good while nothing changes but what they do not speak of", async () => {
    const { folder, commit } = aProject(afterCommit(1));
    expect((await verdictsOf(folder)).value).toEqual(fresh);
    commit("docs: other", { "README.md": "hello" });
    expect(await verdictsOf(folder)).toMatchObject({ value: fresh, said: [] });
  });

  test("are stale when what they verify, or the test, changed in a later commit", async () => {
    const { folder, commit } = aProject(afterCommit(1));
    commit("feat: change R2", {
      "reqs/a.sdoc": `${requirement("R1", "one")}${requirement("R2", "changed")}`,
    });
    expect((await verdictsOf(folder)).value).toEqual([
      "[R1] one passed",
      "[R2] two stale R2",
      "three passed",
    ]);
    commit("test: change", { "test/b.test.ts": "other\n" });
    const { value, said } = await verdictsOf(folder);
    expect(value).toEqual([
      "[R1] one passed",
      "[R2] two stale test/b.test.ts R2",
      "three stale test/b.test.ts",
    ]);
    expect(said).toEqual([{ tests: 2, changed: ["R2", "test/b.test.ts"], more: 0 }]);
    // sources/tests-stale: a new run makes them good.
    writeFiles(folder, { "junit.xml": report(afterCommit(3)) });
    expect((await verdictsOf(folder)).value).toEqual(fresh);
  });

  test("by the commit that a report names, whatever the clocks say", async () => {
    const first = aProject(afterCommit(1));
    const hash = first.git("rev-parse", "HEAD");
    const properties = `<properties><property name="git.commit" value="${hash}"/></properties>`;
    writeFiles(first.folder, { "junit.xml": report(afterCommit(20), properties) });
    expect((await verdictsOf(first.folder)).value).toEqual(fresh);
    first.commit("feat: change R1", {
      "reqs/a.sdoc": `${requirement("R1", "changed")}${requirement("R2", "two")}`,
    });
    expect((await verdictsOf(first.folder)).value[0]).toBe("[R1] one stale R1");
  });

  test("an edit that nobody committed counts when it is younger than the run", async () => {
    const { folder } = aProject(afterCommit(1));
    writeFiles(folder, { "test/a.test.ts": "edited\n" });
    expect((await verdictsOf(folder)).value[0]).toBe("[R1] one stale test/a.test.ts");
    const before = new Date("2026-01-02T12:30:00-03:00");
    utimesSync(join(folder, "test/a.test.ts"), before, before);
    expect((await verdictsOf(folder)).value).toEqual(fresh);
  });

  test("all are stale when they are older than every commit, and none without a time or git", async () => {
    const { folder } = aProject('timestamp="2020-01-01T00:00:00"');
    expect((await verdictsOf(folder)).value).toEqual([
      "[R1] one stale test/a.test.ts R1",
      "[R2] two stale test/b.test.ts R2",
      "three stale test/b.test.ts",
    ]);
    writeFiles(folder, { "junit.xml": report("") });
    expect((await verdictsOf(folder)).value).toEqual(fresh);
    const bare = temporaryFolder({ ...files, "junit.xml": report(afterCommit(1)) });
    expect((await verdictsOf(bare)).value).toEqual(fresh);
  });
});
