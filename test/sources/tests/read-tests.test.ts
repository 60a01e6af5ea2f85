import { readTests } from "#sources/tests/read-tests.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

async function read(files: Readonly<Record<string, string>>, ...paths: readonly string[]) {
  const entries = (paths.length > 0 ? paths : ["results.xml"]).map((path) => ({
    path,
    foreign: false,
  }));
  const { value, diagnostics } = await readTests({ root: temporaryFolder(files), entries });
  return {
    value,
    diagnostics,
    codes: diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    tests: value.flatMap((fact) =>
      fact.fact === "item" && fact.item.kind === "test" ? [fact.item] : [],
    ),
    verified: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference.to] : [])),
  };
}

const report = (...cases: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<testsuites><testsuite name="a.test.ts">\n${cases.join("\n")}\n</testsuite></testsuites>`;

describe("a JUnit report", () => {
  test("gives a verdict per test, without the time that it took", async () => {
    const { tests, value } = await read({
      "results.xml": report(
        `<testcase classname="a.test.ts" name="soma &gt; é &quot;certa&quot;" time="0.5"/>`,
        `<testcase classname="a.test.ts" name="falha"><failure message="esperava 1&#10;veio 2" type="E">pilha</failure></testcase>`,
        `<testcase classname="a.test.ts" name="quebra"><error message="oi"/></testcase>`,
        `<testcase classname="a.test.ts" name="depois"><skipped/></testcase>`,
      ),
    });
    expect(tests.map(({ id, attributes }) => [id, attributes.verdict, attributes.message])).toEqual(
      [
        ['test:a.test.ts > soma > é "certa"', "passed", undefined],
        ["test:a.test.ts > falha", "failed", "esperava 1"],
        ["test:a.test.ts > quebra", "error", "oi"],
        ["test:a.test.ts > depois", "skipped", undefined],
      ],
    );
    expect(JSON.stringify(value)).not.toContain("0.5");
  });

  test("may nest its suites, and name a test twice", async () => {
    const { tests, codes } = await read({
      "results.xml": `<testsuite name="fora"><testcase name="a"/><testsuite name="dentro"><testcase name="a"/><testcase name="a"/></testsuite></testsuite>`,
    });
    expect(tests.map(({ id }) => id)).toEqual([
      "test:fora > a",
      "test:dentro > a",
      "test:dentro > a (2)",
    ]);
    expect(codes).toEqual([]);
  });

  test("says what a test verifies by the ids in brackets", async () => {
    const { verified, value } = await read({
      "results.xml": report(
        `<testcase name="[OPT1] e [REQ-7] passam [OPT1], [table:public.x] também"/>`,
        `<testcase name="lê [x], arr[0], [a b] e []"/>`,
        `<testcase name="um link [[OPT9]] ou [[table:public.y]] é de uma página"/>`,
      ),
    });
    expect(verified).toEqual(["OPT1", "REQ-7", "table:public.x"]);
    const references = value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : []));
    expect(references.every(({ role, foreign }) => role === "verifies" && foreign)).toBe(true);
  });

  test("leads to the file of a test only when that lies in the project", async () => {
    const { tests } = await read({
      "test/a.test.ts": "",
      "results.xml": report(
        `<testcase name="1" file="test/a.test.ts"/>`,
        `<testcase name="2" file="../../etc/passwd"/>`,
        `<testcase name="3" file="/etc/passwd"/>`,
        `<testcase name="4" file="test/nada.ts"/>`,
      ),
    });
    expect(tests.map(({ location }) => location.file)).toEqual([
      "test/a.test.ts",
      "results.xml",
      "results.xml",
      "results.xml",
    ]);
  });
});

describe("no report", () => {
  test("means not run, and is no fault", async () => {
    expect((await read({}, "test/results/junit.xml")).codes).toEqual([
      "info sources/tests-not-run",
    ]);
  });

  test("is what a broken file is, with the place where it breaks", async () => {
    const broken = await read({
      "results.xml": `<testsuites>\n<testsuite name="a">\n</testsuites>`,
    });
    expect(broken.codes).toEqual(["warning sources/tests-unreadable"]);
    expect(broken.diagnostics[0]).toMatchObject({ file: "results.xml", line: 3 });
    for (const text of ["", "texto", "<html></html>", "<a", '{"a": 1}']) {
      expect((await read({ "results.xml": text })).codes).toEqual([
        "warning sources/tests-unreadable",
      ]);
    }
  });

  test("is what a document with entities or endless nesting is", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n<testsuite name="&b;"/>`;
    const deep = `${"<testsuite>".repeat(50_000)}${"</testsuite>".repeat(50_000)}`;
    for (const text of [bomb, deep]) {
      const { codes, tests } = await read({ "results.xml": text });
      expect(codes).toEqual(["warning sources/tests-unreadable"]);
      expect(tests).toEqual([]);
    }
  });

  test("with no test in it is a report all the same", async () => {
    expect((await read({ "results.xml": "<testsuites></testsuites>" })).codes).toEqual([]);
  });
});
