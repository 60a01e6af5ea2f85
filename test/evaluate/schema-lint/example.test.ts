import { evaluate } from "#evaluate/index.ts";
import { buildGraph } from "#graph/index.ts";
import { readSql } from "#sources/sql/index.ts";
import { expect, test } from "vitest";
import { repository } from "../../support/repository.ts";

test("the migrations of the example run, and break no rule without saying why", async () => {
  const { value, diagnostics } = await readSql({
    root: repository,
    entries: [{ path: "content/villa-canabrava/migrations", foreign: false }],
  });
  const said = [...diagnostics, ...evaluate(buildGraph(value).value, {}).diagnostics];
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter(({ severity }) => severity !== "info")).toEqual([]);
});
