import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fact } from "../../../generator/model/fact.ts";
import { readPages } from "../../../generator/sources/pages/index.ts";
import { temporaryFolder } from "../../support/folder.ts";

const read = async (files: Readonly<Record<string, string | Buffer>>, foreign = false) => {
  const root = temporaryFolder(files as Record<string, string>);
  return readPages({ root, entries: [{ path: "docs", foreign }] });
};

const pagesOf = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.fact === "item" && fact.item.kind === "page" ? [fact.item] : []));

const targetsOf = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.fact === "reference" ? [fact.reference.to] : []));

describe("readPages", () => {
  test("a page is named by its path and titled by its front matter", async () => {
    const { value, diagnostics } = await read({
      "docs/guia.md": "---\ntitle: Guia\norder: 2\nstatus: accepted\n---\n\n# Outro\n\nTexto\n",
    });
    expect(diagnostics).toEqual([]);
    expect(pagesOf(value)).toMatchObject([
      { id: "page:docs/guia", title: "Guia", attributes: { order: 2, status: "accepted" } },
    ]);
  });

  test("a heading that says what the title says is not repeated; another one stays", async () => {
    const { value } = await read({
      "docs/a.md": "---\ntitle: Guia\n---\n\n# Guia\n\nTexto\n",
      "docs/b.md": "---\ntitle: Guia\n---\n\n# Outro\n\nTexto\n",
    });
    expect(pagesOf(value).map(({ attributes }) => attributes.body)).toMatchObject([
      { text: "Texto\n", location: { line: 7 } },
      { text: "# Outro\n\nTexto\n", location: { line: 5 } },
    ]);
  });

  test("without front matter the first heading is the title, wherever it stands", async () => {
    const { value } = await read({
      "docs/a.md": "# Um `dois`\n",
      "docs/b.md": "Antes.\n\n## Três\n",
      "docs/c.md": "Só texto.\n",
    });
    expect(pagesOf(value).map(({ title }) => title)).toEqual(["Um dois", "Três", "c"]);
  });

  test("a link in the heading that becomes the title is read where it stands, and kept", async () => {
    const { value } = await read({
      "docs/a.md": "---\norder: 1\n---\n\n# Guia de [b](b.md) e `c`\n\nTexto\n",
      "docs/b.md": "# Sem link ![x](x.png)\n",
    });
    const [a, b] = pagesOf(value);
    expect(a).toMatchObject({
      title: "Guia de b e c",
      attributes: {
        heading: { text: "Guia de [b](b.md) e `c`", location: { line: 5, column: 3 } },
      },
    });
    expect(b).toMatchObject({ title: "Sem link", attributes: { anchors: ["sem-link"] } });
    expect(b?.attributes).not.toHaveProperty("heading");
    const references = value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : []));
    expect(references).toMatchObject([{ from: "page:docs/a", location: { line: 5, column: 11 } }]);
  });

  test("anchors are those that a forge gives, and those that are written", async () => {
    const { value } = await read({
      "docs/a.md": '# A\n\n## Visão geral\n\n## Visão geral\n\n<a id="meu"></a>\n',
    });
    expect(pagesOf(value)[0]?.attributes.anchors).toEqual([
      "a",
      "visão-geral",
      "visão-geral-1",
      "meu",
    ]);
  });

  test("a link is reported on the line of the file, front matter counted", async () => {
    const { value } = await read({ "docs/a.md": "---\ntitle: A\n---\n\nUm.\n\nVeja [[OPT1]].\n" });
    expect(value.find(({ fact }) => fact === "reference")).toMatchObject({
      reference: { to: "OPT1", location: { file: "docs/a.md", line: 7, column: 6 } },
    });
  });

  test("names in the front matter are references", async () => {
    const { value } = await read({
      "docs/a.md": "---\nimplements: [P3]\nrefs:\n  - OPT1\n---\ntexto\n",
    });
    expect(value.filter(({ fact }) => fact === "reference")).toMatchObject([
      { reference: { role: "implements", to: "P3", location: { line: 2, column: 14 } } },
      { reference: { role: "refers-to", to: "OPT1", location: { line: 4, column: 5 } } },
    ]);
  });

  test("relative links lead to pages, folders to their entrance, other files to themselves", async () => {
    const { value } = await read({
      "docs/a.md": "[b](b.md#x) [p](pasta/) [q](pasta) [r](outra/) [s](../fora.md) [t](img.png)\n",
      "docs/b.md": "## x\n",
      "docs/pasta/index.md": "# I\n",
      "docs/outra/README.md": "# R\n",
      "fora.md": "# F\n",
    });
    expect(targetsOf(value)).toEqual([
      "page:docs/b#x",
      "page:docs/pasta/index",
      "page:docs/pasta/index",
      "page:docs/outra/README",
      "asset:fora.md",
      "asset:docs/img.png",
    ]);
  });
});

describe("pages that are wrong are reported", () => {
  const codes = async (text: string | Buffer) => {
    const { diagnostics } = await read({ "docs/a.md": text });
    return diagnostics.map(({ code, line }) => [code, line]);
  };

  test("definitions and notes that do not fit what refers to them", async () => {
    const text =
      "---\ntitle: A\n---\n\n[x][nada] [y][um] `[z][dois]` fim[^1]\n\n[um]: a.md\n[Um]: b.md\n[só]: a.md\n[//]: # (nota)\n\n[^2]: Nota\n";
    const { diagnostics } = await read({ "docs/a.md": text, "docs/b.md": "texto\n" });
    expect(diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
      "5:1 verify/undefined-reference",
      "9:1 verify/unused-definition",
      "8:1 verify/shadowed-definition",
      "5:34 verify/undefined-footnote",
      "12:1 verify/unused-footnote",
    ]);
  });

  test("a key of the front matter that nobody knows", async () => {
    expect(await codes("---\ntitle: A\ntilte: B\n---\ntexto\n")).toEqual([["data/unknown-key", 3]]);
  });

  test("a key of another tool in the front matter is a note", async () => {
    const { diagnostics } = await read({ "docs/a.md": "---\nsidebar_position: 2\n---\ntexto\n" });
    expect(diagnostics).toMatchObject([{ code: "data/unknown-key", severity: "info", line: 2 }]);
  });

  test("front matter that is not YAML, and front matter without an end", async () => {
    expect(await codes("---\ntitle: [\n---\ntexto\n")).toMatchObject([["data/not-yaml", 2]]);
    expect(await codes("---\ntitle: A\n\ntexto\n")).toEqual([
      ["sources/pages-unclosed-front-matter", 1],
    ]);
  });

  test("an empty page is a warning, an empty front matter is none", async () => {
    expect(await codes("---\n---\n")).toEqual([["sources/pages-empty-page", 1]]);
    expect(await codes("---\n---\ntexto\n")).toEqual([]);
  });

  test("a byte order mark is no part of the page", async () => {
    expect(await codes("\uFEFF---\ntitle: A\n---\ntexto\n")).toEqual([]);
  });

  test("a page that is not UTF-8 and a page that is binary", async () => {
    expect(await codes(Buffer.from([0x61, 0x0a, 0xe7]))).toEqual([["data/not-utf8", 2]]);
    expect(await codes(Buffer.from([0x61, 0x00]))).toEqual([["data/binary-file", 1]]);
  });

  test("a link to a folder that no page stands for is none of a missing page", async () => {
    const { value, diagnostics } = await read({
      "docs/a.md": "# A\n\n[docs](/docs) [docs](.) [x](x) [y](x/)\n",
      "docs/x/mapa.txt": "",
    });
    expect(targetsOf(value)).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "sources/pages-folder-without-pages", severity: "info", line: 3, column: 25 },
      { code: "sources/pages-folder-without-pages", severity: "info", line: 3, column: 32 },
    ]);
  });

  test("a folder called like a page", async () => {
    const root = temporaryFolder({ "docs/a.md": "texto\n", "docs/with.md/b.md": "texto\n" });
    mkdirSync(join(root, "docs/x.md"));
    const { diagnostics } = await readPages({ root, entries: [{ path: "docs", foreign: false }] });
    expect(diagnostics).toMatchObject([
      { code: "sources/folder-called-like-a-file", file: "docs/x.md" },
    ]);
  });

  test("the defects of a foreign page are warnings", async () => {
    const { diagnostics } = await read({ "docs/a.md": "---\ntilte: B\n---\ntexto\n" }, true);
    expect(diagnostics).toMatchObject([{ code: "data/unknown-key", severity: "warning" }]);
  });
});
