import { buildGraph } from "#graph/index.ts";
import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import { expect, test } from "vitest";

const page = (name: string, anchors: readonly string[] = []): Fact => {
  const location = { file: `${name}.md`, line: 1 };
  const item: Item<"page"> = {
    kind: "page",
    id: `page:${name}`,
    title: name,
    location,
    attributes: { body: { text: "", location }, anchors },
  };
  return itemFact(item);
};

const link = (to: string, written: string): Fact =>
  referenceFact({
    from: "page:docs/a",
    role: "mentions",
    to,
    written,
    location: { file: "docs/a.md", line: 3 },
  });

const suggestionsFor = (to: string, written: string): readonly string[] | undefined =>
  buildGraph([
    page("docs/a"),
    page("docs/guia de uso", ["visão-geral"]),
    page("outra/mapa"),
    page("docs/x1"),
    link(to, written),
  ]).diagnostics[0]?.suggestions;

test("what a broken link could be is written as it would stand there", () => {
  expect(suggestionsFor("page:docs/mapa", "mapa.md")).toEqual(["../outra/mapa.md"]);
  expect(suggestionsFor("page:docs/guia do uso", "guia%20do%20uso.md")).toEqual([
    "guia%20de%20uso.md",
  ]);
  expect(
    suggestionsFor("page:docs/guia de uso#visao-geral", "guia%20de%20uso.md#visao-geral"),
  ).toEqual(["guia%20de%20uso.md#visão-geral"]);
});

test("neither the page itself nor what is far away is suggested", () => {
  expect(suggestionsFor("page:docs/b", "b.md")).toEqual([]);
  expect(suggestionsFor("page:docs/completely-different", "completely-different.md")).toEqual([]);
});
