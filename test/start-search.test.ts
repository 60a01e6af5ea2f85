import { loadTemplates } from "#config/index.ts";
import { type OutputFile, textOf } from "#model/pages/page.ts";
import type { SearchedPage } from "#render/index.ts";
import { expect, test } from "vitest";
import { startSearch } from "../generator/start-search.ts";

const { words } = loadTemplates();

const pageOf = (number: number): SearchedPage => ({
  language: number % 5 === 0 ? "en" : "pt-BR",
  path: `pages/${number}.html`,
  title: `Talhão ${number}`,
  trail: "Páginas",
  shown: [{ kind: "table", title: `public.catalogo_${number}`, anchor: `t-${number}` }],
  html: `<h1>Talhão ${number}</h1><p>migração de limites</p><h2 id="s">Área</h2><p>sensor ${number % 7}</p>`,
  headings: [
    { depth: 1, text: `Talhão ${number}`, id: "talhao" },
    { depth: 2, text: "Área", id: "s" },
  ],
});

/** The indexes of 100 pages, made as for a site of so many. */
async function searchOf(announced: number): Promise<readonly OutputFile[]> {
  const search = startSearch(announced);
  for (let number = 0; number < 100; number++) search.add(pageOf(number));
  return search.finish(words);
}

test("a thread of its own writes the same indexes", async () => {
  const [here, inThread] = [await searchOf(100), await searchOf(10_000)];
  expect(inThread).toEqual(here);
  expect(here.map(({ path }) => path)).toContain("site/search/pt-BR/contents.js");
  expect(here.map(({ content }) => textOf(content)).join("")).toContain("migracao");
});

test("what breaks in the thread is thrown where its indexes are asked for", async () => {
  const search = startSearch(10_000);
  search.add({ ...pageOf(1), headings: undefined as unknown as SearchedPage["headings"] });
  await expect(search.finish(words)).rejects.toThrow("filter");
});
