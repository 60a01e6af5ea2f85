import { describe, expect, it } from "vitest";
import { headingAnchors, readPage, readProse, writeProse } from "#markdown/index.ts";
import type { Location } from "#model/location.ts";

const read = (text: string, location: Location = { file: "docs/a/b.md", line: 1, column: 1 }) =>
  readProse({ text, location }, "page:docs/a/b");

const names = (text: string, location?: Location) => read(text, location).map(({ to }) => to);

describe("links in somebody's text", () => {
  it("to items are names, with and without words of their own", () => {
    expect(names("[[OPT1]] [[table:public.a_b|a tabela]] **[[op:x]]** [[a\\_b]]\n")).toEqual([
      "OPT1",
      "table:public.a_b",
      "op:x",
      "a_b",
    ]);
  });

  it("in a table have their words behind `\\|`", () => {
    expect(names("| a |\n| - |\n| [[OPT1\\|a primeira]] |\n")).toEqual(["OPT1"]);
  });

  it("are not what looks like one in code, in shell or in numbers", () => {
    expect(
      names("`[[a]]`\n\n```\n[[b]]\n```\n\n[[ -f x ]] [[1,2]] [[:alpha:]] [[^1]] [[]]\n"),
    ).toEqual([]);
  });

  it.each([
    ["c.md", "page:docs/a/c"],
    ["../guia.md#ação", "page:docs/guia#ação"],
    ["../guia.md#a%C3%A7%C3%A3o", "page:docs/guia#ação"],
    ["#x", "page:docs/a/b#x"],
    ["/README.md", "page:README"],
    ["./", "page:docs/a/README"],
    ["../../", "page:README"],
    ["..", "page:docs/README"],
    ["mapa.png", "asset:docs/a/mapa.png"],
    ["/x/y.yaml?raw=1#L10", "asset:x/y.yaml"],
    ["<a b.md>", "page:docs/a/a b"],
    ["../../../fora.md", "page:../fora"],
    ["../../../fora.png", "asset:../fora.png"],
    ["a%ZZ.md", "page:docs/a/a%ZZ"],
    ["sub\\x.md", "page:docs/a/sub\\x"],
  ])("to %s are %s", (url, name) => {
    expect(names(`[x](${url})`)).toEqual([name]);
  });

  it.each(["https://x.example/a.md", "//x.example", "mailto:a@b.example", "javascript:x", "", "#"])(
    "to %j are no concern of the project",
    (url) => {
      expect(names(`[x](<${url}>)`)).toEqual([]);
    },
  );

  it("may be images, definitions and raw HTML", () => {
    expect(
      names("![i](i.png) [r][r] <a href='c.md'>c</a>\n<img src=\"j.png\">\n\n[r]: r.md\n"),
    ).toEqual(["asset:docs/a/i.png", "page:docs/a/c", "asset:docs/a/j.png", "page:docs/a/r"]);
  });

  it("to a fragment mean nothing outside a page", () => {
    expect(names("[x](#y) [z](w.md)", { file: "api.yaml", line: 3 })).toEqual(["page:w"]);
  });

  it("are located where a person edits them", () => {
    const places = (text: string, location: Location) =>
      read(text, location).map(({ location: { line, column } }) => [line, column]);
    const text = "😀 [[A]] [b](b.md)\n\n- ção [[C]]\n";
    expect(places(text, { file: "x.md", line: 5, column: 1 })).toEqual([
      [5, 4],
      [5, 10],
      [7, 7],
    ]);
    expect(places(text, { file: "x.yaml", line: 5, column: 20 })).toEqual([
      [5, 23],
      [5, 29],
      [7, undefined],
    ]);
    expect(places(text, { file: "x.yaml", line: 5 })).toEqual([
      [5, undefined],
      [5, undefined],
      [7, undefined],
    ]);
    expect(read(text, { file: "x.yaml" })[0]?.location).toEqual({ file: "x.yaml" });
  });

  it("lead where `writeProse` asks for them", () => {
    const text =
      "[[A]] [[B|b]] [c](../c.md#d) ![e](e.png) [f][f] <a href='g.md'>g</a>\n\n[f]: f.md\n";
    const prose = { text, location: { file: "docs/a/b.md" } };
    const asked = new Set<string>();
    const link = ({ to }: { readonly to: string }): undefined => {
      asked.add(to);
    };
    writeProse(prose, { depth: 2, link });
    expect([...asked].sort()).toEqual([...names(text)].sort());
  });
});

describe("an authored page", () => {
  it("is front matter, title, body and anchors", () => {
    const text =
      '---\nordem: 1\n---\n\n# Título `x`\n\nCorpo.\n\n## Um\n\n## Um\n\n<a id="dois"></a>\n';
    expect(readPage(text)).toEqual({
      frontMatter: { text: "ordem: 1", line: 2 },
      title: "Título x",
      firstHeading: "Título x",
      body: { text: text.slice(text.indexOf("Corpo.")), line: 7 },
      anchors: ["título-x", "um", "um-1", "dois"],
    });
  });

  it("may have neither front matter nor title", () => {
    expect(readPage("Só texto.\n\n# Depois\n")).toEqual({
      firstHeading: "Depois",
      body: { text: "Só texto.\n\n# Depois\n", line: 1 },
      anchors: ["depois"],
    });
    expect(readPage("")).toEqual({ body: { text: "", line: 1 }, anchors: [] });
  });

  it("keeps its lines whatever they end with", () => {
    const { body, frontMatter } = readPage("---\r\na: 1\r\n---\r\n\r\n# T\r\n\r\nx\r\n");
    expect([body.line, body.text, frontMatter?.line]).toEqual([7, "x\r\n", 2]);
  });

  it("has the anchors that the page made of it will have", () => {
    const text = "## A & b\n\n## [[OPT1]]\n\n## ![i](i.png) x\n\n### `c_d`\n\n## A & b\n";
    expect(headingAnchors(text)).toEqual(["a--b", "opt1", "-x", "c_d", "a--b-1"]);
  });
});

describe("a page that begins with HTML", () => {
  it("is named by its heading, and what follows is its body", () => {
    const text =
      '<div align="center">\n  <h1 id="top">A <b>b</b></h1>\n  <p>c</p>\n</div>\n\n[d](#x)\n';
    expect(readPage(text)).toEqual({
      title: "A b",
      firstHeading: "A b",
      body: { text: "  <p>c</p>\n</div>\n\n[d](#x)\n", line: 3 },
      anchors: ["a-b", "top"],
    });
  });
});
