import { parsePage } from "#markdown/index.ts";
import type { OutputFile, Page } from "#model/pages/page.ts";
import { inventoryFile, verify } from "#verify/index.ts";
import { describe, expect, test } from "vitest";

const page = (path: string, markdown: string, over: Partial<Page> = {}): Page => ({
  path,
  project: "",
  language: "pt-BR",
  target: "pages",
  view: "written-page",
  title: `Title of ${path}`,
  markdown,
  origins: [{ file: `content/${path}`, line: 7 }],
  ...over,
});

const file = (path: string, content = ""): OutputFile => ({ path, target: "pages", content });

/** Verifies pages as Markdown alone, with other files beside them. */
function check(pages: readonly Page[], others: readonly OutputFile[] = []) {
  const ready = pages.map((each) => ({ page: each, parsed: parsePage(each.markdown) }));
  const files = [...pages.map(({ path, markdown }) => file(`md/${path}`, markdown)), ...others];
  return verify(ready, files);
}

/** What is said of one link in a small, sound documentation. */
function checkLink(link: string) {
  const { diagnostics } = check(
    [
      page("README.md", `# Início\n\n[a](guia/ação.md)\n\n[teste](${link})\n`),
      page(
        "guia/ação.md",
        '# Ação\n\n## Repetir é bom\n\n<a id="op-x"></a>\n\n[i](../README.md)\n',
      ),
    ],
    [file("md/assets/mapa.png")],
  );
  return diagnostics.map(({ code, suggestions }) => [code, ...(suggestions ?? [])].join(" "));
}

describe("a link is sound when it leads to", () => {
  test.each([
    ["a page", "guia/ação.md"],
    ["a page whose name is percent-encoded", "guia/a%C3%A7%C3%A3o.md"],
    ["a heading", "guia/ação.md#repetir-é-bom"],
    ["a percent-encoded heading", "guia/ação.md#repetir-%C3%A9-bom"],
    ["an anchor in raw HTML", "guia/ação.md#op-x"],
    ["a heading of its own page", "#início"],
    ["the top of its page", "#top"],
    ["a page by a detour", "./guia/../guia/ação.md"],
    ["a page with a query", "guia/ação.md?x=1#op-x"],
    ["the entry page of a folder", "guia/../"],
    ["an image", "assets/mapa.png"],
    ["another site, which is not fetched", "https://example.com/nowhere"],
    ["somebody's mailbox", "mailto:dba@example.com"],
  ])("%s", (_, link) => {
    expect(checkLink(link)).toEqual([]);
  });
});

describe("a link is broken when it", () => {
  test.each([
    ["leads to no file", "outra/coisa-bem-diferente.md", "verify/missing-target"],
    ["misspells a file", "guia/açao.md", "verify/missing-target guia/ação.md"],
    ["names the wrong folder", "ação.md", "verify/missing-target guia/ação.md"],
    ["differs in case", "Guia/ação.md", "verify/wrong-case guia/ação.md"],
    ["writes accents apart", "guia/ac\u0327a\u0303o.md", "verify/other-unicode-form guia/ação.md"],
    [
      "names a heading that is not there",
      "guia/ação.md#repetir-e-bom",
      "verify/missing-anchor guia/ação.md#repetir-é-bom",
    ],
    ["names a missing heading of its own page", "#inicio", "verify/missing-anchor #início"],
    [
      "differs from a heading in case",
      "guia/ação.md#OP-X",
      "verify/wrong-case-anchor guia/ação.md#op-x",
    ],
    ["has a percent sign that encodes nothing", "guia/%ZZ.md", "verify/malformed-encoding"],
    ["has bytes that are not UTF-8", "guia/%E7.md", "verify/malformed-encoding"],
    ["leaves the output", "../package.json", "verify/leaves-output"],
    ["starts at the root", "/guia/ação.md", "verify/leaves-output"],
    ["names a machine", "//example.com/x", "verify/leaves-output"],
    ["runs code", "javascript:alert(1)", "verify/refused-scheme"],
    ["runs code in disguise", "&#106;avascript:alert(1)", "verify/refused-scheme"],
    ["names a file of one machine", "file:///etc/passwd", "verify/refused-scheme"],
    ["is empty", "", "verify/empty-link"],
    ["is only a number sign", "#", "verify/empty-link"],
    ["leads to a folder without an entry page", "guia/", "verify/missing-target guia/ação.md"],
  ])("%s", (_, link, said) => {
    expect(checkLink(link)).toEqual([said]);
  });

  test("shows an image that is not there", () => {
    const { diagnostics } = check([page("README.md", "# A\n\n![x](assets/none.png)\n")]);
    expect(diagnostics).toMatchObject([
      { code: "verify/missing-target", target: "assets/none.png" },
    ]);
  });

  test("stands in raw HTML", () => {
    const { diagnostics } = check([page("README.md", '# A\n\n<a href="none.md">x</a>\n')]);
    expect(diagnostics).toMatchObject([{ code: "verify/missing-target", target: "none.md" }]);
  });
});

test("a broken link is reported where a person edits, and the emitted line explains it", () => {
  const { diagnostics } = check([
    page("README.md", "# A\n\n[b](b.md)\n"),
    page("b.md", "# B\n\n[a](README.md)\n\n- [x](nowhere.md)\n"),
  ]);
  expect(diagnostics).toMatchObject([
    {
      code: "verify/missing-target",
      severity: "error",
      file: "content/b.md",
      line: 7,
      target: "nowhere.md",
      related: [{ file: "out/md/b.md", line: 5, message: "Title of b.md" }],
    },
  ]);
});

describe("pages", () => {
  const entry = page("README.md", "# A\n\n[b](b.md)\n");

  test("to which no link leads are named", () => {
    const { diagnostics } = check([
      entry,
      page("b.md", "# B\n"),
      page("c.md", "# C\n\n[b](b.md)\n"),
    ]);
    expect(diagnostics).toMatchObject([
      { code: "verify/orphan-page", severity: "warning", target: "md/c.md", file: "content/c.md" },
    ]);
  });

  test("of another language are reached from the entry of that language", () => {
    const { diagnostics } = check([
      entry,
      page("b.md", "# B\n"),
      page("en/README.md", "# A\n\n[b](b.md)\n", { language: "en" }),
      page("en/b.md", "# B\n", { language: "en" }),
    ]);
    expect(diagnostics).toEqual([]);
  });

  test("without an entry are an error", () => {
    const { diagnostics } = check([page("b.md", "# B\n\n[b](#b)\n")]);
    expect(diagnostics).toMatchObject([{ code: "verify/missing-entry" }]);
  });

  test("whose paths differ in case alone are an error", () => {
    const { diagnostics } = check([
      page("README.md", "# A\n\n[b](b.md) [B](B.md)\n"),
      page("b.md", "# B\n"),
      page("B.md", "# B\n"),
    ]);
    expect(diagnostics).toMatchObject([
      { code: "verify/same-path", file: "content/B.md", related: [{ file: "content/b.md" }] },
    ]);
  });

  test("without a single link prove nothing", () => {
    const { diagnostics } = check([page("README.md", "# A\n"), page("b.md", "# B\n")]);
    expect(diagnostics.map(({ code }) => code)).toContain("verify/nothing-checked");
  });
});

describe("the emitted HTML", () => {
  const pages = [
    page("README.md", "# A\n\n[b](b.md#b)\n"),
    page("b.md", "# B\n\n[a](README.md)\n"),
  ];
  const index = '<h1 id="a">A</h1><a href="b.html#b">b</a>';
  const other = '<h1 id="b">B</h1><a href="index.html">a</a>';
  const checkHtml = (first: string, second: string) =>
    check(pages, [file("site/index.html", first), file("site/b.html", second)]).diagnostics;

  test("is sound when it offers and reaches what the Markdown does", () => {
    expect(checkHtml(index, other)).toEqual([]);
  });

  test("is read from its bytes: a broken link of the layout is found", () => {
    expect(checkHtml(`${index}\n<link href=theme/site.css>`, other)).toMatchObject([
      {
        code: "verify/missing-target",
        target: "theme/site.css",
        related: [{ file: "out/site/index.html", line: 2 }],
      },
    ]);
  });

  test.each([
    ["reaches less", '<h1 id="a">A</h1><a href="b.html">b</a>', other, ["md/b.md#b"]],
    [
      "offers less",
      index.replace("#b", ""),
      "<h1>B</h1><a href='index.html'>a</a>",
      ["md/b.md#b", "#b"],
    ],
  ])("disagrees with the Markdown when it %s", (...[, first, second, missing]) => {
    const found = checkHtml(first, second);
    expect(found.map(({ code, target }) => [code, target])).toEqual(
      missing.map((what) => ["verify/inventories-disagree", what]),
    );
  });

  test("disagrees when a page is missing", () => {
    const { diagnostics } = check(pages, [
      file("site/index.html", '<h1 id="a"></h1><a href="x.html">x</a>'),
      file("site/x.html", ""),
    ]);
    expect(diagnostics.map(({ code, target }) => `${code} ${target ?? ""}`)).toContain(
      "verify/inventories-disagree site/b.html",
    );
  });

  test("with an anchor twice is told", () => {
    expect(checkHtml(`${index}<p id="x"></p><p id="x"></p>`, other)).toMatchObject([
      { code: "verify/duplicate-anchor", severity: "warning", target: "x" },
    ]);
  });

  test("runs no code in an address that a browser reads otherwise than people", () => {
    expect(checkHtml(`${index}<a href="\u0001java\nscript:alert(1)">x</a>`, other)).toMatchObject([
      { code: "verify/refused-scheme" },
    ]);
  });

  test("repeats no finding of the Markdown", () => {
    const broken = [page("README.md", "# A\n\n[b](c.md)\n")];
    const { diagnostics } = check(broken, [
      file("site/index.html", '<h1 id="a">A</h1><a href="c.html">b</a>'),
    ]);
    expect(diagnostics.map(({ target }) => target)).toEqual(["c.md"]);
  });
});

test("the inventory lists the anchors of every page, one page a line, by path", () => {
  const { value } = check([
    page("README.md", "# A\n\n[b](b.md) [c](https://example.com)\n"),
    page("b.md", "# B\n\n## C\n"),
  ]);
  const redirects = [{ from: "a.html", to: "b.html" }];
  expect(JSON.parse(inventoryFile(value, redirects).content as string)).toMatchObject({
    version: 1,
    links: { internal: 1, external: 1 },
    redirects,
    pages: [
      { path: "README.md", title: "Title of README.md", anchors: ["a"] },
      { path: "b.md", title: "Title of b.md", anchors: ["b", "c"] },
    ],
  });
});

test("2,000 pages with 20 links each are checked in linear time", () => {
  const make = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const links = Array.from({ length: 20 }, (_unused, step) => {
        const to = (index + step ** 2 + 1) % count;
        return `[${to}](${to === 0 ? "README" : `p${to}`}.md)`;
      });
      return page(index === 0 ? "README.md" : `p${index}.md`, `# P\n\n${links.join(" ")}\n`);
    });
  const time = (count: number): number => {
    const ready = make(count).map((each) => ({ page: each, parsed: parsePage(each.markdown) }));
    const files = ready.map((each) => file(`md/${each.page.path}`));
    const start = process.cpuUsage();
    expect(verify(ready, files)).toMatchObject({
      diagnostics: [],
      value: { links: { internal: count * 20 } },
    });
    return process.cpuUsage(start).user / 1000;
  };
  time(500);
  expect(time(2000)).toBeLessThan(1500);
});
