import { loadTemplates } from "#config/index.ts";
import { type Page, textOf } from "#model/pages/page.ts";
import { makeSite } from "#render/index.ts";
import { readHtml } from "#verify/read-html.ts";
import { posix } from "node:path";
import { describe, expect, test } from "vitest";

const { words, site: theme } = loadTemplates();

const page = (path: string, markdown: string, over: Partial<Page> = {}): Page => ({
  path,
  project: "",
  language: "pt-BR",
  target: path === "README.md" ? "pages" : "schema",
  view: "table",
  title: /^# (.*)$/m.exec(markdown)?.[1] ?? path,
  markdown,
  origins: [{ file: "migrations/001.sql", line: 4 }],
  ...over,
});

const unsearched = () => undefined;

/** The site's files by path below `site/`. */
function layOut(pages: readonly Page[], over: Partial<Parameters<typeof makeSite>[1]> = {}) {
  const { value, diagnostics } = makeSite(
    pages,
    {
      title: "Documentação",
      languages: ["pt-BR", "en"],
      projects: [{ name: "", title: "Documentação" }],
      words,
      site: theme,
      ...over,
    },
    unsearched,
  );
  expect(diagnostics).toEqual([]);
  return new Map(
    value.files.map(({ path, content }) => [path.slice("site/".length), textOf(content)]),
  );
}

/** Without the scripts of the theme, which are files of their own. */
const withoutTheme = (html: string): string =>
  html.replace(
    /<script src="(?:\.\.\/)*theme\/[\w.-]+\.js"(?: defer)?(?: data-root="[./]*")?><\/script>/g,
    "",
  );

const table = "| Coluna | Linhas |\n| --- | ---: |\n| `id` | 1 |\n";
const sample = [
  page("README.md", "# Início\n\n[t](schema/tables/catalogo.md)\n"),
  page("schema/README.md", "# Banco de dados\n\n[t](tables/catalogo.md#colunas)\n"),
  page(
    "schema/tables/catalogo.md",
    `# Catálogo\n\n## Colunas\n\n${table}\n## <a id="opt1"></a>OPT1\n\n\`\`\`sql\nselect 1 < 2\n\`\`\`\n\n- [x] a\n- [ ] b\n\n[i](../../README.md)\n`,
  ),
  page("schema/tables/preço.md", "# Preço\n\n[c](catalogo.md)\n"),
  page("en/README.md", "# Home\n", { language: "en", target: "pages" }),
  page("en/schema/tables/catalogo.md", "# Catalogue\n", { language: "en" }),
];

describe("every page of the site", () => {
  const site = layOut(sample);
  const html = [...site].filter(([path]) => path.endsWith(".html"));

  test("lies where its Markdown lies, with its Markdown beside it", () => {
    expect([...site.keys()].sort()).toEqual(
      [
        "en/README.md",
        "en/index.html",
        "en/schema/tables/catalogo.html",
        "en/schema/tables/catalogo.md",
        "README.md",
        "index.html",
        "llms.txt",
        "schema/README.md",
        "schema/index.html",
        "schema/tables/catalogo.html",
        "schema/tables/catalogo.md",
        "schema/tables/preço.html",
        "schema/tables/preço.md",
        ...["pt-BR", "en"].flatMap((language) => [`theme/words.${language}.js`]),
        ...[
          "code.js",
          "rastro.svg",
          "search.js",
          "site.css",
          "site.js",
          "start.js",
          "tables.js",
        ].map((file) => `theme/${file}`),
      ].sort(),
    );
    expect(site.get("schema/README.md")).toBe(sample[1]?.markdown);
  });

  test.each(html)("%s has landmarks, one title, and a way past the navigation", (_, text) => {
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    expect(count(/<h1[ >]/g)).toBe(1);
    expect([count(/<main[ >]/g), count(/<header[ >]/g), count(/<footer[ >]/g)]).toEqual([1, 1, 1]);
    for (const [nav] of text.matchAll(/<nav\b[^>]*>/g)) expect(nav).toMatch(/aria-label="[^"]+"/);
    expect(text).toMatch(/<body>\s*<a class="skip" href="#site:content">/);
    expect(text).toMatch(/<html lang="(?:pt-BR|en)">/);
    expect(text).toMatch(/<title>[^<]+<\/title>/);
    const { anchors } = readHtml(text);
    expect(anchors).toContain("site:content");
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test.each(html)("%s runs nothing of its own and is styled by one file", (_, text) => {
    expect(withoutTheme(text)).not.toMatch(/<script|<style|\son\w+\s*=|\sstyle\s*=|javascript:/i);
    expect(text).toContain("default-src 'none'");
    expect(text.match(/<link rel="stylesheet"/g)).toHaveLength(1);
  });

  test.each(html)(
    "%s reaches everything by a relative way, so that a disk will do",
    (path, text) => {
      for (const { url } of readHtml(text).links) {
        const target = decodeURIComponent(posix.join(posix.dirname(path), url.replace(/#.*/, "")));
        expect(url).not.toMatch(/^(?:\/|[a-z]+:)/);
        if (!url.startsWith("#")) expect([...site.keys()]).toContain(target);
      }
    },
  );
});

describe("a page", () => {
  const site = layOut(sample);
  const text = site.get("schema/tables/catalogo.html") ?? "";

  test("links to the HTML of other pages", () => {
    expect(site.get("schema/index.html")).toContain('<a href="tables/catalogo.html#colunas">t</a>');
    expect(text).toContain('<a href="../../index.html">i</a>');
  });

  test("has a link at each heading, to the anchor that is meant to last", () => {
    expect(text).toContain(
      '<h2 id="colunas">Colunas <a class="anchor" href="#colunas" aria-label="Link para esta seção: Colunas">#</a></h2>',
    );
    expect(text).toContain('href="#opt1" aria-label="Link para esta seção: OPT1"');
  });

  test("lists its headings", () => {
    expect(text).toMatch(/id="site:outline"[\s\S]*<a href="#colunas">Colunas<\/a>[\s\S]*#opt1/);
  });

  test("lets wide tables and code be scrolled by keyboard, named by their heading", () => {
    expect(text).toContain(
      '<div class="table" role="region" tabindex="0" aria-label="Tabela 1: Colunas"><table>',
    );
    expect(text).toContain('<pre tabindex="0"><code');
    expect(text.match(/<\/table><\/div>/g)).toHaveLength(1);
  });

  test("says in words what a box stands for", () => {
    expect(text).toMatch(/<input type="checkbox" aria-label="feito"[^>]* checked/);
    expect(text).toMatch(/<input type="checkbox" aria-label="por fazer"[^>]* disabled>/);
  });

  test("shows where it is: breadcrumbs, section, current page", () => {
    expect(text).toMatch(
      /class="breadcrumbs"[\s\S]*index.html">Início<[\s\S]*>Referência do banco/,
    );
    expect(text).toMatch(/<a aria-current="page" href="catalogo.html">Catálogo<\/a>/);
    expect(text.match(/aria-current="page"/g)).toHaveLength(1);
  });

  test("names the folders that it lies in, those without a page of their own too", () => {
    expect(text).toMatch(/>Referência do banco de dados<\/a><\/li>\s*<li><span>Tabelas<\/span>/);
  });

  test("leads to its neighbours", () => {
    expect(text).toMatch(/<a rel="prev" href="\.\.\/index.html">/);
    expect(text).toMatch(/<a rel="next" href="preço.html">/);
  });

  test("leads to itself in the other language, or to its home there", () => {
    expect(text).toContain(
      '<a href="../../en/schema/tables/catalogo.html" lang="en" hreflang="en">',
    );
    expect(site.get("schema/tables/preço.html")).toContain(
      '<a href="../../en/index.html" lang="en"',
    );
  });

  test("says which commit changed its source last, where that is known", () => {
    const change = { commit: "0ea2845adfc4d1b2", date: "2026-11-20T16:27:08+00:00" };
    const changes = new Map([["migrations/001.sql", change]]);
    expect(layOut(sample, { changes }).get("schema/tables/catalogo.html")).toContain(
      "<code>migrations/001.sql:4</code> · último commit 0ea2845a, 20 nov 2026</li>",
    );
    expect(text).not.toContain("último commit");
  });

  test("leads from the place that a row names to the line to edit", () => {
    const repositoryUrl = "https://example.org/a/blob/main";
    const rows = "| a |\n| --- |\n| `001.sql:7` |\n| `other.sql:7` |\n| `migrations/001.sql:9` |\n";
    const pages = [page("README.md", "# A\n"), page("schema/x.md", `# X\n\n${rows}`)];
    const html = layOut(pages, { repositoryUrl }).get("schema/x.html") ?? "";
    const base = 'class="place" href="https://example.org/a/blob/main/migrations/001.sql#L';
    expect(html).toContain(`${base}7"`);
    expect(html).toContain(`${base}9"`);
    expect(html).toContain("<td><code>other.sql:7</code></td>");
    expect(layOut(pages).get("schema/x.html")).not.toContain('class="place"');
  });

  test("names the lines to edit, and offers its Markdown", () => {
    expect(text).toContain("<code>migrations/001.sql:4</code>");
    expect(text).toContain('<link rel="alternate" type="text/markdown" href="catalogo.md">');
  });
});

test("hostile titles and origins stay text", () => {
  const hostile = '"><script>alert(1)</script>';
  const site = layOut(
    [
      page("README.md", "# A\n"),
      page("schema/x.md", "# B\n\n## C\n\n## D\n", {
        title: hostile,
        origins: [{ file: hostile }],
      }),
      page("schema/y.md", "# E\n", { title: "{{title}} <b>" }),
    ],
    { title: hostile, projects: [{ name: "", title: hostile }] },
  );
  for (const [path, text] of site) {
    if (path.endsWith(".html")) expect(withoutTheme(text)).not.toMatch(/<script|<b>/);
  }
  expect(site.get("schema/y.html")).toContain("{{title}} &lt;b&gt;");
});

test("a page that commits alone tell of comes from the history, in words", () => {
  const own = page("schema/x.md", "# X\n", { origins: [{ file: "." }] });
  const pages = [page("README.md", "# A\n"), own];
  expect(layOut(pages).get("schema/x.html")).toContain("<li>o histórico do projeto</li>");
  const repositoryUrl = "https://forge.example/a/blob/main";
  expect(layOut(pages, { repositoryUrl }).get("schema/x.html")).toContain(
    `<li><a href="${repositoryUrl}">o histórico do projeto</a></li>`,
  );
});

test("names that a URL would read otherwise are encoded", () => {
  const site = layOut([page("README.md", "# A\n"), page("schema/a b#c%.md", "# B\n")]);
  expect(site.get("index.html")).toContain('href="schema/a%20b%23c%25.html"');
});

test("absolute addresses appear only when the site's address is known", () => {
  expect(layOut(sample).get("index.html")).not.toContain("canonical");
  const site = layOut(sample, { siteUrl: "https://docs.example.com/x" });
  expect(site.get("schema/tables/preço.html")).toContain(
    '<link rel="canonical" href="https://docs.example.com/x/schema/tables/pre%C3%A7o.html">',
  );
});

test("what is shared of a page is its title, its first words, and when it changed", () => {
  const change = { commit: "0ea2845adfc4d1b2", date: "2026-11-20T16:27:08+00:00" };
  const own = page("schema/x.md", '# X\n\nOs *objetos* de `a` & "b".\n\nc\n');
  const site = layOut([page("README.md", "# A\n"), own], {
    siteUrl: "https://docs.example.com",
    changes: new Map([["migrations/001.sql", change]]),
  });
  const html = site.get("schema/x.html");
  expect(html).toContain(
    '<meta property="og:description" content="Os objetos de a &amp; &quot;b&quot;.">',
  );
  expect(html).toContain('<meta property="og:locale" content="pt_BR">');
  expect(html).toContain('<meta property="article:modified_time" content="2026-11-20T16:27:08');
});

test("a shell that cannot be parsed is a finding that names its file", () => {
  const site = [{ path: "page.html.hbs", content: "{{#if x}}" }];
  const input = { title: "A", languages: ["pt-BR"] as const, projects: [], words, site };
  expect(makeSite(sample, input, unsearched)).toMatchObject({
    value: { files: [] },
    diagnostics: [{ code: "render/template-syntax", file: "templates/site/page.html.hbs" }],
  });
});

test("a shell that asks for what is not there is a finding, not a crash", () => {
  const site = [{ path: "page.html.hbs", content: "{{nothing}}" }];
  const input = { title: "A", languages: ["pt-BR"] as const, projects: [], words, site };
  const { diagnostics } = makeSite(sample, input, unsearched);
  expect(diagnostics[0]).toMatchObject({ code: "render/template-syntax", severity: "error" });
});

test("a section begins with the page of its own folder, whatever lies beside it", () => {
  const site = layOut([
    page("README.md", "# A\n"),
    page("code/README.md", "# Código\n", { target: "code" }),
    page("code/modules/b/c.md", "# c\n", { target: "code" }),
    page("tests/README.md", "# Testes\n", { target: "code" }),
  ]);
  const trail = /class="breadcrumbs"[\s\S]*?<\/nav>/.exec(site.get("code/modules/b/c.html") ?? "");
  expect(trail?.[0].match(/<li>/g)).toHaveLength(3);
  expect(trail?.[0]).toContain("<span>Módulos</span>");
});

describe("a drawing", () => {
  const chart = 'erDiagram\n  t0["a < b"]';
  const fence = `\`\`\`mermaid\n${chart}\n\`\`\`\n`;
  const svg = (link: (href: string) => string) => `<svg><a href="${link("b.md")}"></a></svg>`;

  test("stands where its source stood, its links leading to pages of the site", () => {
    const drawn = page("a.md", `# A\n\n## Diagrama\n\n${fence}`, {
      figures: [{ mermaid: chart, svg }],
    });
    const html = layOut([page("README.md", "# Início\n"), drawn, page("b.md", "# B\n")]).get(
      "a.html",
    );
    expect(html).toContain(
      '<div class="drawing" role="region" tabindex="0" aria-label="Diagrama"><svg><a href="b.html">',
    );
    expect(html).not.toContain("erDiagram");
  });

  test("that nobody drew stays the code that somebody wrote", () => {
    const html = layOut([page("README.md", `# Início\n\n${fence}`)]).get("index.html");
    expect(html).toContain('<pre tabindex="0"><code class="language-mermaid">erDiagram');
  });
});

describe("what somebody wrote", () => {
  test("has its notes marked with their word", () => {
    const body = "# A\n\n> [!NOTE]\n> b\n\n> [!Warning]\n>\n> c\n";
    const html = layOut([page("README.md", body)]).get("index.html");
    expect(html).toContain(
      '<blockquote class="alert alert-note">\n<p class="alert-title">Nota</p>\n<p>b</p>',
    );
    expect(html).toContain('<p class="alert-title">Atenção</p>\n<p>c</p>');
  });

  test("may have headings of signs alone, to which nothing leads", () => {
    const html = layOut([page("README.md", "# A\n\n## ***\n\n## b\n\n## c\n")]).get("index.html");
    expect(readHtml(html ?? "").links.map(({ url }) => url)).not.toContain("#");
    expect(html).toContain("<h2>***</h2>");
  });
});
