import { describe, expect, test } from "vitest";
import { checkFolder } from "#cli/links/check-folder.ts";
import type { LinkOptions } from "#cli/links/options.ts";
import { sortDiagnostics } from "#diagnostics/index.ts";
import { temporaryFolder } from "../../support/folder.ts";

type Files = Readonly<Record<string, string>>;

/** A folder that was checked, its findings in the order of their places. */
async function check(files: Files, options: Partial<LinkOptions> = {}) {
  const run = await checkFolder({ folder: temporaryFolder(files), language: "en", ...options });
  if (!("root" in run)) throw new Error("no folder");
  return { ...run, diagnostics: sortDiagnostics(run.diagnostics) };
}

const codes = async (files: Files, options?: Partial<LinkOptions>): Promise<readonly string[]> =>
  (await check(files, options)).diagnostics.map(({ code }) => code);

const errors = async (files: Files, options?: Partial<LinkOptions>): Promise<readonly string[]> =>
  (await check(files, options)).diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code }) => code);

describe("definitions and notes", () => {
  test("what nothing uses, what hides another and what is not there are told apart", async () => {
    const text = "[a][x]\n\n[x]: #t\n[x]: #u\n[y]: #t\n\n[^n]: um\n[^n]: dois\n\n# t\n";
    const found = await codes({ "README.md": text });
    expect(found).toContain("verify/shadowed-definition");
    expect(found).toContain("verify/unused-definition");
    expect(found).toContain("verify/unused-footnote");
    expect(found).toContain("verify/duplicate-footnote");
  });

  test("indexes, boxes, code and escaped brackets are no references", async () => {
    const text = "a[0][1] `[a][bc]` \\[a\\]\\[bc\\] [x] [1][2]\n\n    [a][bc]\n\n[top](#top)\n";
    expect(await errors({ "README.md": text })).toEqual([]);
  });
});

describe("anchors", () => {
  const page = "# Ação e Reação\n\n## 1. Passo\n\n## Próprio {#meu-id}\n\n";
  test.each([
    ["github", "#ação-e-reação", "#1-passo"],
    ["gitlab", "#ação-e-reação", "#1-passo"],
    ["bitbucket", "#markdown-header-ação-e-reação", "#markdown-header-1-passo"],
    ["vitepress", "#acao-e-reacao", "#_1-passo"],
    ["docusaurus", "#ação-e-reação", "#1-passo"],
    ["python-markdown", "#acao-e-reacao", "#1-passo"],
    ["starlight", "#ação-e-reação", "#1-passo"],
    ["docsify", "#ação-e-reação", "#_1-passo"],
  ] as const)("are made as %s makes them", async (anchors, first, second) => {
    const text = `${page}[a](${first}) [b](${second}) [c](#meu-id)\n`;
    expect(await errors({ "README.md": text }, { anchors })).toEqual([]);
    expect(await errors({ "README.md": `${page}[a](#passo)\n` }, { anchors })).toHaveLength(1);
  });

  test("are known by what lies in the folder", async () => {
    const files = { "mkdocs.yml": "site_name: x\n", "docs/index.md": "# Ação\n\n[x](#acao)\n" };
    expect((await check(files)).sites).toEqual(["python-markdown"]);
    expect(await errors(files)).toEqual([]);
  });

  test("of files that have none are warned about, but lines and pages of viewers are let pass", async () => {
    const files = { "a.txt": "", "b.pdf": "", "c.ts": "" };
    const text = "[a](b.pdf#page=2) [b](c.ts#L1-L3) [c](c.ts:10) [d](a.txt#parte)\n";
    expect(await errors({ ...files, "README.md": text })).toEqual(["verify/anchor-into-file"]);
  });

  test("with white space in them are told", async () => {
    expect(await errors({ "README.md": '<a id="a b"></a>\n\n[x](#top)\n' })).toEqual([
      "verify/invalid-anchor",
    ]);
  });
});

describe("addresses of sites", () => {
  const files = {
    "index.md": "[a](/guia/inicio) [b](guia/inicio.html) [c](./guia/) [d](/logo.png)\n",
    "guia/inicio.md": "# Início\n",
    "guia/index.md": "# Guia\n",
    "public/logo.png": "",
  };

  test("may leave the extension out where a site completes it", async () => {
    expect(await errors(files, { anchors: "vitepress" })).toEqual([]);
  });

  test("are told where a forge would not complete them, with the certain fix", async () => {
    const found = (await check(files, { anchors: "github" })).diagnostics;
    const extension = found.filter(({ code }) => code === "verify/missing-extension");
    expect(extension.map(({ fix }) => fix?.text)).toEqual(["/guia/inicio.md", "guia/inicio.md"]);
  });

  test("may lie below a part of the site, and below its whole address", async () => {
    const text = "[a](/docs/outra.md) [b](https://exemplo.org/docs/falta)\n";
    const site = { "index.md": text, "outra.md": "# Outra\n" };
    const options = { base: "/docs/", site: "https://exemplo.org" };
    expect(await codes(site, options)).toContain("verify/own-site-url");
    expect(await errors(site, options)).toEqual(["verify/missing-file"]);
  });

  test("of docsify are routes with an id", async () => {
    const text = "[a](#/guia?id=passo) [b](guia.md?id=falta)\n";
    const found = await errors(
      { "README.md": text, "guia.md": "# Guia\n\n## Passo\n" },
      { anchors: "docsify" },
    );
    expect(found).toEqual(["verify/missing-anchor"]);
  });
});

describe("absolute addresses", () => {
  test("are judged without a network", async () => {
    const text = [
      "[a](mailto:x) [b](tel:abc) [c](https://) [d](mailto:a@b.org?subject=x) [e](tel:+55119)",
      "[f](http://exemplo.org) [g](irc://x) [h](file:///etc/passwd) [i](C:\\a.md)",
    ].join("\n");
    expect(await codes({ "README.md": text })).toEqual([
      "verify/bad-address",
      "verify/bad-address",
      "verify/bad-address",
      "verify/insecure-url",
      "verify/refused-scheme",
      "verify/refused-scheme",
    ]);
  });

  test("of the repository are read as paths, and of other states of it let pass", async () => {
    const base = "https://github.com/d/n/blob";
    const text = `[a](${base}/main/outra.md#x) [b](${base}/v1/falta.md) [c](${base}/main/outra.md#L2)\n`;
    const run = await check(
      { "README.md": text, "outra.md": "# Outra\n" },
      { repository: "github.com/d/n" },
    );
    const found = run.diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    expect(found.filter((each) => !each.startsWith("info"))).toEqual([
      "error verify/missing-anchor",
    ]);
    expect(found).toContain("info verify/own-repository-url");
  });
});

describe("a folder as a whole", () => {
  test("without a single link is a failure", async () => {
    expect(await codes({ "README.md": "# Só\n" })).toEqual(["verify/nothing-checked"]);
    expect(await codes({ "a.txt": "" })).toEqual(["verify/nothing-checked"]);
  });

  test("tells pages that only unreachable pages lead to", async () => {
    const found = (
      await check({
        "README.md": "# Início\n\n[x](#início)\n",
        "a.md": "[b](b.md)\n",
        "b.md": "# B\n",
      })
    ).diagnostics;
    expect(found.map(({ code, file }) => `${file} ${code}`)).toEqual([
      "a.md verify/orphan-page",
      "b.md verify/unreachable-page",
    ]);
  });

  test("has a navigation that fits its pages", async () => {
    const found = (
      await check({
        "mkdocs.yml": "site_name: x\nnav:\n  - Início: index.md\n  - Falta: falta.md\ntheme: y\n",
        "docs/index.md": "[a](a.md)\n",
        "docs/a.md": "# A\n",
      })
    ).diagnostics;
    expect(found.map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual([
      "docs/a.md:1 verify/page-without-navigation",
      "mkdocs.yml:4 verify/navigation-without-page",
    ]);
  });

  test("has redirects that end at a page", async () => {
    const redirects = "/a /b\n/b /a 301\n/c /guia\n/d /falta\n/e /c\n/f https://x.org\n";
    const found = (await check({ _redirects: redirects, "guia.md": "[x](#top)\n" })).diagnostics;
    expect(
      found.map(({ line, code, args }) => `${line} ${code} ${String(args["problem"])}`),
    ).toEqual([
      "1 verify/broken-redirect loop",
      "2 verify/broken-redirect loop",
      "4 verify/broken-redirect nothing",
      "5 verify/broken-redirect chain",
    ]);
  });

  test("keeps its languages apart, and its drafts", async () => {
    const found = await codes({
      "en/a.md": "[b](../pt/b.md) [c](c.md)\n",
      "en/b.md": "# B\n",
      "en/c.md": "---\ndraft: true\n---\n# C\n",
      "pt/b.md": "# B\n",
    });
    expect(found).toContain("verify/other-locale");
    expect(found).toContain("verify/draft-target");
  });

  test("names pages in double brackets as wikis do", async () => {
    const files = {
      "nota.md": "[[Outra nota]] [[outra_nota#Parte|x]] [[Outra nota#Falta]] [[Nenhuma]]\n",
      "sub/Outra-nota.md": "# Parte\n",
    };
    expect(await errors(files)).toEqual(["verify/missing-anchor", "verify/missing-wiki-target"]);
  });

  test("mixes HTML and Markdown", async () => {
    const html =
      '<a href="b.md#parte">x</a>\n<script>"<a href=nada>"</script>\n<!-- <a href="y"> -->\n<img src=z.png>\n';
    const run = await check({ "index.html": html, "b.md": "# Parte\n" });
    const found = run.diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);
    expect(found).toEqual(["4:1 verify/image-without-text", "4:1 verify/missing-image"]);
  });
});
