import { describe, expect, it } from "vitest";
import { checkEngine, parsePage } from "#markdown/index.ts";

describe("a page's links", () => {
  const urls = (markdown: string) => parsePage(markdown).links.map(({ url }) => url);

  it("are those of Markdown and of raw HTML, in order", () => {
    const page =
      "[a](a.md) ![b](b.png) <https://c.example> [d][d] <a href='e.md'>e</a>\n\n[d]: d.md\n";
    expect(parsePage(page).links).toEqual([
      { url: "a.md", kind: "link" },
      { url: "b.png", kind: "image" },
      { url: "https://c.example", kind: "link" },
      { url: "d.md", kind: "link" },
      { url: "e.md", kind: "link" },
    ]);
  });

  it("are not those in code, in comments or between a note and its mark", () => {
    expect(urls("`[a](a.md)`\n\n```\n[b](b.md)\n```\n\n<!-- <a href='c.md'> -->\n")).toEqual([]);
    expect(urls("x[^1]\n\n[^1]: [n](n.md)\n")).toEqual(["n.md"]);
  });

  it("are placed by line and column, in UTF-16 code units, after accents and emoji", () => {
    const page =
      "# Olá 😀 [a](a.md)\n\nção 👩‍👩‍👧 [a](a.md) e\n> - [b c](<b c.md>) <img src='d.png'>\n";
    const { links, places } = parsePage(page);
    expect(links.map(({ url }, index) => [url, places().links[index]])).toEqual([
      ["a.md", { line: 1, column: 10 }],
      ["a.md", { line: 3, column: 14 }],
      ["b%20c.md", { line: 4, column: 5 }],
      ["d.png", { line: 4, column: 30 }],
    ]);
  });

  it("by reference are placed at the definition, which is what one mends", () => {
    const { places } = parsePage("[a][x] e [b][x]\n\n[x]: nada.md\n");
    expect(places().links).toEqual([
      { line: 3, column: 1 },
      { line: 3, column: 1 },
    ]);
  });

  it("are placed in raw HTML of several lines", () => {
    const { places } = parsePage("x\n\n> <div>\n> <a class='x' href='y.md'>y</a>\n> </div>\n");
    expect(places().links).toEqual([{ line: 4, column: 21 }]);
  });

  it("lead elsewhere in the HTML when the page is rewritten", () => {
    const rewrite = (url: string) => url.replace(/\.md/, ".html");
    const page =
      "[a](a.md#x) ![i](i.md) <a href=\"b.md\" title='c.md'>b</a> [r][r]\n\n[r]: r.md 't'\n";
    expect(parsePage(page, { rewrite }).html).toBe(
      '<p><a href="a.html#x">a</a> <img src="i.html" alt="i"> ' +
        "<a href=\"b.html\" title='c.md'>b</a> " +
        '<a href="r.html" title="t">r</a></p>\n',
    );
    expect(urls(page)).toEqual(["a.md#x", "i.md", "b.md", "r.md"]);
  });

  it("with malformed escapes break nothing", () => {
    const { links, places } = parsePage("[a](a%ZZ.md) [b](%E0%A4%A.md#%)\n");
    expect(links.map(({ url }) => url)).toEqual(["a%ZZ.md", "%E0%A4%25A.md#%25"]);
    expect(places().links[1]).toEqual({ line: 1, column: 14 });
  });
});

describe("a page's anchors", () => {
  it("are the slugs of its headings as on GitHub, and the ids of its raw HTML", () => {
    const page =
      "# Ação & reação\n\n## `x` [y](z.md) *w*\n\n## Foo\n\n## Foo\n\n## Foo-1\n\n<a id=\"op\"></a><i name='n'></i>\n";
    expect(parsePage(page).anchors).toEqual([
      "ação--reação",
      "x-y-w",
      "foo",
      "foo-1",
      "foo-1-1",
      "op",
      "n",
    ]);
  });

  it("stand in the HTML, each once", () => {
    const page = '### <a id="tabela"></a>Tabela\n\n## Outra\n';
    const { html, anchors, headings } = parsePage(page);
    expect(html).toBe('<h3><a id="tabela"></a>Tabela</h3>\n<h2 id="outra">Outra</h2>\n');
    expect(anchors).toEqual(["tabela", "outra"]);
    expect(headings).toEqual([
      { depth: 3, text: "Tabela", id: "tabela" },
      { depth: 2, text: "Outra", id: "outra" },
    ]);
  });

  it("are placed", () => {
    expect(parsePage("---\na: 1\n---\n# Um\n\nDois\n---\n").places().headings).toEqual([
      { line: 4, column: 1 },
      { line: 6, column: 1 },
    ]);
  });

  it("count the blank beside a picture, as forges do, and not the line ends of raw HTML", () => {
    const page = "# x ![y](z)\n\n## ![y](z) w\n\n<h2>\n  Raw\n</h2>\n";
    expect(parsePage(page).anchors).toEqual(["x-", "-w", "raw"]);
  });

  it("of an empty heading are none", () => {
    expect(parsePage("#\n\n## ***\n").html).not.toContain('id=""');
  });
});

describe("a page", () => {
  it("gives its words", () => {
    const parsed = parsePage(
      "# Título\n\nUm **dois** `três` &amp; [quatro](x.md)\n\n- a\n- b\n\n| c | d |\n|-|-|\n| e | f |\n",
    );
    expect(parsed.text()).toBe("Título Um dois três & quatro a b c d e f");
  });

  it("has no styles of its own, which a strict content policy forbids", () => {
    expect(parsePage("| a | b |\n|:-:|--:|\n| 1 | 2 |\n").html).not.toContain("style=");
  });

  it("takes the words of its notes from its language", () => {
    const footnotes = { label: "Notes", back: "Back to {reference}" };
    const { html } = parsePage("x[^1]\n\n[^1]: y\n", { footnotes });
    expect(html).toContain(">Notes</h2>");
    expect(html).toContain('aria-label="Back to 1"');
  });

  it("leaves what is no Markdown of ours alone", () => {
    expect(parsePage(':name: $x$ ^a^ ==b== "q" -- ... [[w]]\n').html).toBe(
      '<p>:name: $x$ ^a^ ==b== "q" -- ... [[w]]</p>\n',
    );
  });

  it("has no anchors for headings of signs alone", () => {
    const { anchors, html } = parsePage("# 🚀\n\n## ***\n\n## a\n");
    expect(anchors).not.toContain("");
    expect(html).toContain("<h1>🚀</h1>");
  });

  it("may be anything", () => {
    for (const page of [
      "",
      "\u0000",
      "\ufeff# x",
      "\ud800",
      "<",
      "<a href",
      '<a href="x',
      "---\n",
    ]) {
      expect(() => parsePage(page).places()).not.toThrow();
    }
  });
});

it("the engine loads on this machine", () => {
  expect(checkEngine()).toEqual([]);
});
