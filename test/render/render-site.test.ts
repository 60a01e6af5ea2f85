import { loadTemplates } from "#config/index.ts";
import { buildGraph } from "#graph/index.ts";
import { evaluate } from "#evaluate/index.ts";
import { itemFact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import { type ProjectSettings, sourceNames } from "#model/settings.ts";
import { checkPaths } from "../../generator/publish/file-names.ts";
import { renderSite } from "#render/index.ts";
import { describe, expect, test } from "vitest";

const files = loadTemplates();
const sources = Object.fromEntries(
  sourceNames.map((name) => [name, []]),
) as unknown as ProjectSettings["sources"];

const page: Item<"page"> = {
  kind: "page",
  id: "page:docs/guia",
  title: "Guia | com * marcas",
  location: { file: "docs/guia.md", line: 1 },
  attributes: {
    body: { text: "Veja [[page:docs/guia]].", location: { file: "docs/guia.md", line: 3 } },
    anchors: [],
  },
};

const namesake: Item<"page"> = {
  ...page,
  id: "page:docs/Guia",
  location: { file: "docs/Guia.md", line: 1 },
};

const named = (name: string): Item<"page"> => ({
  ...page,
  id: `page:${name}`,
  location: { file: `${name}.md`, line: 1 },
});

function render(overrides: Partial<typeof files> = {}, names: readonly string[] = [""]) {
  return renderItems([page], overrides, names);
}

function renderItems(
  items: readonly Item[],
  overrides: Partial<typeof files> = {},
  names: readonly string[] = [""],
) {
  const graph = buildGraph(items.map(itemFact)).value;
  const projects = names.map((name) => ({
    project: { name, title: `Projeto ${name}`, sources },
    graph,
    evaluation: evaluate(graph, {}).value,
  }));
  return renderSite({
    title: "Tudo",
    languages: ["en", "pt-BR"],
    projects,
    ...files,
    ...overrides,
  });
}

describe("renderSite", () => {
  test("the first language lies at the root, the others and every named project in a folder", () => {
    const { value, diagnostics } = render({}, ["a", "b"]);
    expect(diagnostics).toEqual([]);
    const entries = value.map(({ path }) => path).filter((path) => path.endsWith("README.md"));
    expect(entries).toEqual([
      "README.md",
      "a/README.md",
      "b/README.md",
      "pt-BR/README.md",
      "pt-BR/a/README.md",
      "pt-BR/b/README.md",
    ]);
  });

  test("a lone unnamed project is its own entry", () => {
    const { value } = render();
    expect(value.map(({ path }) => path)).toEqual([
      "README.md",
      "pages.md",
      "pages/guia.md",
      "pt-BR/README.md",
      "pt-BR/pages.md",
      "pt-BR/pages/guia.md",
    ]);
    expect(value[0]?.markdown).toContain("[Guia | com \\* marcas](pages/guia.md)");
  });

  test("a word that a dictionary lacks is reported once, with its file", () => {
    const known = Object.entries(files.words.en).filter(([key]) => key !== "common.from");
    const words = { ...files.words, en: Object.fromEntries(known) };
    const { diagnostics } = render({ words });
    expect(diagnostics).toMatchObject([
      {
        code: "render/missing-word",
        file: "templates/words/en/common.json",
        args: { key: "common.from" },
      },
    ]);
  });

  test("a view without its template is reported", () => {
    const templates = files.templates.filter(({ name }) => name !== "written-page");
    const codes = render({ templates }).diagnostics.map(({ code, args }) => [code, args]);
    expect(codes).toContainEqual(["render/missing-template", { template: "written-page" }]);
  });

  test("two things whose names differ only in case cannot both have a page", () => {
    const { diagnostics, value } = renderItems([page, namesake]);
    expect(diagnostics).toMatchObject([
      { code: "render/path-clash", file: "docs/guia.md", related: [{ file: "docs/Guia.md" }] },
      { code: "render/path-clash" },
    ]);
    expect(value.map(({ path }) => path)).toContain("pages/Guia.md");
    expect(value.map(({ path }) => path)).not.toContain("pages/guia.md");
  });

  test("a README and an index in one folder both have a page", () => {
    const { diagnostics, value } = renderItems([named("docs/README"), named("docs/index")]);
    expect(diagnostics).toEqual([]);
    const paths = value.map(({ path }) => path).filter((path) => path.startsWith("pages/"));
    expect(paths).toEqual(["pages/README.md", "pages/_index.md"]);
  });

  test("two pages that are one file in the site are reported with both their files", () => {
    const { diagnostics } = renderItems([
      named("docs/README"),
      named("docs/index"),
      named("docs/_index"),
    ]);
    expect(diagnostics).toMatchObject([
      { code: "render/path-clash", file: "docs/index.md", related: [{ file: "docs/_index.md" }] },
      { code: "render/path-clash" },
    ]);
  });

  test("a link to a folder without an entrance leads to the contents", () => {
    const text = "[a](/docs) [b](.) [c](outra/)";
    const body = { text, location: { file: "docs/a.md", line: 1 } };
    const linking = { ...named("docs/a"), attributes: { body, anchors: [] } };
    const { value } = renderItems([linking, named("docs/b")]);
    const shown = value.find(({ path }) => path === "pages/a.md")?.markdown;
    expect(shown).toContain("[a](../pages.md) [b](../pages.md) c");
  });

  test("the entry of the unnamed project leads to the named ones, and theirs to no other", () => {
    const { value } = render({}, ["", "a", "b"]);
    const entry = (path: string) => value.find((each) => each.path === path)?.markdown;
    expect(entry("README.md")).toContain("- [Projeto a](a/README.md)\n- [Projeto b](b/README.md)");
    expect(entry("pt-BR/README.md")).toContain("- [Projeto a](a/README.md)");
    expect(entry("a/README.md")).not.toContain("Projeto b");
  });

  test("a page has a file of its own whatever it is called", () => {
    const names = ["aux", 'a?b*"c"', "fim.", "x/con.txt", "linha\nnova", "ação"];
    const { diagnostics, value } = renderItems(names.map((name) => named(`docs/${name}`)));
    expect(diagnostics).toEqual([]);
    const paths = value.map(({ path }) => path).filter((path) => path.startsWith("pages/"));
    expect(checkPaths(paths)).toEqual([]);
    expect(paths).toContain("pages/ação.md");
    expect(new Set(paths).size).toBe(names.length);
  });
});
