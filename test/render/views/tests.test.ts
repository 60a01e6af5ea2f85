import { itemFact } from "#model/fact.ts";
import { readTests } from "#sources/tests/read-tests.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { pagesOf, renderPages } from "../../support/pages.ts";

const entries = [{ path: "junit.xml", foreign: false }];

const requirement = itemFact({
  kind: "requirement",
  id: "requirement:REQ-1",
  title: "Somar",
  location: { file: "requisitos.yaml", line: 1 },
  attributes: { statement: "Soma dois números.", status: "approved" },
});

async function testsPage(files: Readonly<Record<string, string>>) {
  const { value } = await readTests({ root: temporaryFolder(files), entries });
  const { pages, codes } = renderPages([...value, requirement], { sources: { tests: entries } });
  return { page: pages["tests/index.md"]!, codes };
}

describe("the page of the test results", () => {
  test("has a verdict for each test, and a link to what it verifies", async () => {
    const { page, codes } = await testsPage({
      "junit.xml": `<testsuite name="soma.test.ts">
        <testcase name="[REQ-1] soma"/>
        <testcase name="falha | &lt;b&gt;"><failure message="era *1*"/></testcase>
      </testsuite>`,
    });
    expect(codes).toEqual([]);
    expect(page).toContain("1 aprovado, 1 reprovado");
    expect(page).toMatch(
      /\| aprovado \| <a id="test-[0-9a-f]{12}"><\/a>\\\[REQ-1\\\] soma \| \[.*\]\(.*requirement.*\) \|/,
    );
    expect(page).toMatch(
      /\| reprovado \| <a id="[^"]*"><\/a>falha \\\| \\<b>: era \\\*1\\\* \| {1,2}\|/,
    );
  });

  test("says not run when there are no results, and claims nothing", async () => {
    const { page } = await testsPage({});
    expect(page).toContain("Não executado.");
    expect(page).not.toContain("aprovad");
  });

  test("is not made when nobody asked for tests", () => {
    expect(pagesOf([requirement]).pages["tests/index.md"]).toBeUndefined();
  });
});
