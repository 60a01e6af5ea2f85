import { loadTemplates } from "#config/index.ts";
import { type Page, textOf } from "#model/pages/page.ts";
import { makeSite } from "#render/index.ts";
import { expect, test } from "vitest";

const { words, site: theme } = loadTemplates();

const page = (path: string, title: string, target: Page["target"] = "schema"): Page => ({
  path,
  project: "",
  language: "pt-BR",
  target,
  view: "table",
  title,
  markdown: `# ${title}\n`,
  origins: [],
});

/** The navigation of each page, by the page's path. */
function navigationOf(pages: readonly Page[]): ReadonlyMap<string, string> {
  const { value } = makeSite(
    [page("README.md", "Início", "pages"), ...pages],
    {
      title: "D",
      languages: ["pt-BR"],
      projects: [{ name: "", title: "D" }],
      words,
      site: theme,
    },
    () => undefined,
  );
  return new Map(
    value.files.flatMap(({ path, content }) => {
      const [, navigation] =
        /<nav id="site:navigation"[^>]*>([\s\S]*?)<\/nav>/.exec(textOf(content)) ?? [];
      return navigation === undefined ? [] : [[path.slice("site/".length), navigation]];
    }),
  );
}

const linksIn = (navigation = ""): readonly string[] =>
  [...navigation.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);

const tables = (count: number, folder = "schema/tables"): readonly Page[] =>
  Array.from({ length: count }, (_, index) => page(`${folder}/t${index}.md`, `Tabela ${index}`));

test("other sections are one link, the own one is open", () => {
  const pages = [...tables(3), page("api/a.md", "A", "api"), page("api/b.md", "B", "api")];
  const navigation = navigationOf(pages).get("api/a.html") ?? "";
  expect(linksIn(navigation)).toEqual([
    "../index.html",
    "a.html",
    "b.html",
    "../schema/tables/t0.html",
  ]);
  expect(navigation).toContain("<details open><summary>Referência da API</summary>");
});

test("folders of a small section are folded, the own one is open", () => {
  const pages = [...tables(2), ...tables(2, "schema/views")];
  const navigation = navigationOf(pages).get("schema/views/t1.html") ?? "";
  expect(navigation).toContain("<details><summary>Tabelas</summary>");
  expect(navigation).toContain("<details open><summary>Visões</summary>");
  expect(linksIn(navigation)).toHaveLength(5);
});

test("a folder is named by the page that stands for it", () => {
  const pages = [
    page("schema/tables.md", "Todas as tabelas"),
    ...tables(2),
    page("schema/cron-jobs/README.md", "Agendamentos"),
    page("schema/x-y/z.md", "Z"),
  ];
  const navigation = navigationOf(pages).get("schema/tables/t0.html") ?? "";
  for (const name of ["Todas as tabelas", "Agendamentos", "X y"]) {
    expect(navigation).toContain(`<summary>${name}</summary>`);
  }
  expect(linksIn(navigation)).toContain("../tables.html");
});

test("levels that hold one folder and nothing else are left out", () => {
  const pages = [page("code.md", "Código", "code"), ...tables(2, "code/modules/generator/cli")].map(
    (each) => ({ ...each, target: "code" as const }),
  );
  const navigation = navigationOf(pages).get("code/modules/generator/cli/t1.html") ?? "";
  expect([...navigation.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, name]) => name)).toEqual([
    "Referência do código",
    "Módulos",
  ]);
  expect(linksIn(navigation)).toContain("../../../../code.html");
});

test("titles that repeat the folders are cut to their end, and break at their joints", () => {
  const pages = [
    page("code/sources/sql/index.md", "sources/sql/index", "code"),
    page("code/sources/sql/read_all.md", "sources/sql/read_all", "code"),
    page("code/sources/git.md", "Go/No-Go", "code"),
  ];
  const navigation = navigationOf(pages).get("code/sources/sql/index.html") ?? "";
  for (const name of [">sql<", ">index<", ">read_<wbr>all<", ">Go/<wbr>No-Go<"]) {
    expect(navigation).toContain(name);
  }
});

test("the navigation of a page stays short however many pages there are", () => {
  const pages = Array.from({ length: 40 }, (_, folder) => tables(70, `schema/f${folder}`)).flat();
  const navigations = navigationOf(pages);
  const counts = [...navigations.values()].map((navigation) => linksIn(navigation).length);
  expect(counts).toHaveLength(2801);
  expect(Math.max(...counts)).toBeLessThan(120);
});

test("every page is marked in its own navigation, and reached from a neighbour's", () => {
  const pages = tables(180);
  const navigations = navigationOf(pages);
  const reached = new Set([...navigations.values()].flatMap(linksIn));
  for (const { path } of pages) {
    const name = path.replace("schema/tables/", "").replace(".md", ".html");
    expect(navigations.get(`schema/tables/${name}`)).toContain(
      `<a aria-current="page" href="${name}">`,
    );
    expect(reached).toContain(name);
  }
});
