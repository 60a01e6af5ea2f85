import { readTests } from "#sources/tests/read-tests.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

async function read(name: string, text: string | ((root: string) => string)) {
  const root = temporaryFolder({ "test/a.test.ts": "" });
  writeFileSync(join(root, name), typeof text === "string" ? text : text(root));
  const { value, diagnostics } = await readTests({
    root,
    entries: [{ path: name, foreign: false }],
  });
  const items = value.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  return {
    tests: items.flatMap((item) => (item.kind === "test" ? [item] : [])),
    measured: items.flatMap((item) => (item.kind === "measurement" ? [item.attributes] : [])),
    codes: diagnostics.map(({ code, line }) => `${code} ${String(line)}`),
    verified: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference.to] : [])),
  };
}

const verdictsOf = ({ tests }: Awaited<ReturnType<typeof read>>) =>
  tests.map(({ id, attributes }) => [id, attributes.verdict, attributes.message]);

describe("a report of Jest or Vitest", () => {
  test("gives a verdict per test, its file without where the machine keeps it", async () => {
    const report = (root: string) =>
      JSON.stringify({
        testResults: [
          {
            name: join(root, "test/a.test.ts"),
            assertionResults: [
              { ancestorTitles: ["soma"], title: "[REQ-7] é certa", status: "passed", duration: 3 },
              {
                ancestorTitles: [],
                title: "falha",
                status: "failed",
                failureMessages: ["\u001b[31mesperava 1\u001b[39m\npilha"],
              },
              { ancestorTitles: [], title: "depois", status: "todo" },
              { ancestorTitles: [], title: "estranha", status: "mística" },
            ],
          },
          {
            name: "/alhures/b.test.ts",
            status: "failed",
            message: "não compila",
            assertionResults: [],
          },
        ],
      });
    const result = await read("results.json", report);
    expect(result.codes).toEqual([]);
    expect(verdictsOf(result)).toEqual([
      ["test:test/a.test.ts > soma > [REQ-7] é certa", "passed", undefined],
      ["test:test/a.test.ts > falha", "failed", "esperava 1"],
      ["test:test/a.test.ts > depois", "skipped", undefined],
      ["test:test/a.test.ts > estranha", "error", undefined],
      ["test:/alhures/b.test.ts > /alhures/b.test.ts", "error", "não compila"],
    ]);
    expect(result.tests.map(({ location }) => location.file)).toEqual([
      ...Array<string>(4).fill("test/a.test.ts"),
      "results.json",
    ]);
    expect(result.verified).toEqual(["REQ-7"]);
  });

  test("is told from other JSON", async () => {
    expect((await read("results.json", "{}")).codes).toEqual([
      "sources/tests-unreadable undefined",
    ]);
  });
});

describe("a report in TAP", () => {
  test("gives its leaves, under the names of what they stand in", async () => {
    const tap = `TAP version 13
# Subtest: contas
    # Subtest: soma
    ok 1 - soma
      ---
      duration_ms: 1
      ...
    # Subtest: divide
        # Subtest: por zero \\# sempre
        not ok 1 - por zero \\# sempre
        1..1
    not ok 2 - divide
    1..2
not ok 1 - contas
ok 2 - pulado # SKIP sem rede
not ok 3 - depois # TODO
# Subtest: arruma
    ok 1 - dentro
    1..1
not ok 4 - arruma
1..4
`;
    const result = await read("results.tap", tap);
    expect(result.codes).toEqual([]);
    expect(verdictsOf(await read("plano.tap", "1..1\nok 1 - sozinho\n"))).toEqual([
      ["test:sozinho", "passed", undefined],
    ]);
    expect(verdictsOf(result)).toEqual([
      ["test:contas > soma", "passed", undefined],
      ["test:contas > divide > por zero # sempre", "failed", undefined],
      ["test:pulado", "skipped", "sem rede"],
      ["test:depois", "skipped", undefined],
      ["test:arruma > dentro", "passed", undefined],
      ["test:arruma", "failed", undefined],
    ]);
  });

  test("says when the run stopped before its plan was done", async () => {
    for (const [text, code] of [
      ["1..3\nok 1\nok 2\n", "sources/tests-unreadable 1"],
      ["ok 1\nBail out! sem disco\n", "sources/tests-unreadable 2"],
      ["nada\n", "sources/tests-unreadable undefined"],
    ] as const) {
      expect((await read("results.tap", text)).codes).toEqual([code]);
    }
  });
});

describe("coverage in LCOV", () => {
  test("is a measurement of each total that counts something", async () => {
    const lcov = `TN:\nSF:a.ts\nDA:1,1\nLF:10\nLH:9\nFNF:0\nFNH:0\nend_of_record\nSF:b.ts\nLF:20\nLH:11\nBRF:3\nBRH:1\nend_of_record\n`;
    const { measured, codes } = await read("lcov.info", lcov);
    expect(codes).toEqual([]);
    expect(measured.map(({ metric, value, unit, grade }) => [metric, value, unit, grade])).toEqual([
      ["coverage.lines", 66.67, "%", "declared"],
      ["coverage.branches", 33.33, "%", "declared"],
    ]);
    expect((await read("lcov.info", "LF:1\n")).codes).toEqual([
      "sources/tests-unreadable undefined",
    ]);
  });
});
