import { suggest } from "#diagnostics/index.ts";
import { describe, expect, test } from "vitest";

describe("suggestions", () => {
  test.each([
    ["langauge", ["language", "languages"], ["language"]],
    ["naem", ["name", "game"], ["name"]],
    ["pt", ["pt-BR", "en"], ["pt-BR"]],
    ["operationid", ["operationId", "operationRef"], ["operationId"]],
    ["Decisao", ["decisão"], ["decisão"]],
    ["responsabilidade-geral", ["responsibilidades-gerais"], ["responsibilidades-gerais"]],
    ["const", ["host", "post"], []],
    ["optional", ["options"], []],
    ["teh", ["the"], ["the"]],
    ["x", [], []],
  ])("for %s out of %j: %j", (written, known, expected) => {
    expect(suggest(written, known)).toEqual(expected);
  });
});
