import { checkFolder } from "#cli/links/check-folder.ts";
import type { LinkOptions } from "#cli/links/options.ts";
import { sortDiagnostics } from "#diagnostics/index.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

async function findings(
  files: Readonly<Record<string, string>>,
  options: Partial<LinkOptions> = {},
) {
  const run = await checkFolder({ folder: temporaryFolder(files), language: "en", ...options });
  if (!("root" in run)) throw new Error("not a folder");
  return sortDiagnostics(run.diagnostics)
    .filter(({ severity }) => severity !== "info")
    .map(({ code, severity, target }) => `${severity} ${code.slice(7)} ${target ?? ""}`);
}

describe("a site somewhere in a repository has addresses of its own", () => {
  test("VitePress looks in the folder that its settings name", async () => {
    const files = {
      "README.md": "[x](/guide/a)\n",
      "web/.vitepress/config.ts": "export default { srcDir: './src' }",
      "web/src/index.md":
        "[a](/guide/a#não) [b](/guide/a.html#nao) [l](/logo.svg) [c](/guide/c)\n\n[[toc]]\n",
      "web/src/guide/a.md": "# Não\n\n[b](../index) <img src='@theme/x.png' alt='x'>\n",
      "web/src/guide/a/deep.md": "# Deep\n",
      "web/src/public/logo.svg": "",
    };
    expect(await findings(files)).toEqual([
      "error missing-file /guide/a",
      "error accent-variant-anchor /guide/a#não",
      "error missing-file /guide/c",
    ]);
  });

  test("Docusaurus finds pages from their folder, and makes addresses that no file tells", async () => {
    const files = {
      "website/docusaurus.config.ts": "docs: { path: '../docs', routeBasePath: '/' }",
      "website/static/img/a.png": "",
      "docs/a/b.md": "[c](c/d.md) ![i](/img/a.png) [s](/some-slug) ![x](/img/x.png)\n",
      "docs/c/d.md": "## D {#own}\n\n[e](#own)\n",
    };
    expect(await findings(files)).toEqual([
      "warning missing-file /some-slug",
      "warning missing-image /img/x.png",
    ]);
  });

  test("MkDocs fills the gaps of a translation with the original", async () => {
    const files = {
      "docs/en/mkdocs.yml": "site_name: x\n",
      "docs/en/docs/index.md": "# X\n\n[a](a.md)\n",
      "docs/en/docs/a.md": "# A\n",
      "docs/en/docs/img/a.png": "",
      "docs/pt/docs/index.md": "# X\n\n[a](a.md#a) ![i](/img/a.png) [z](z.md) [b]({{ base }}/x)\n",
    };
    expect(await findings(files)).toEqual(["error missing-file z.md"]);
  });

  test("Starlight reads addresses from that of the page, and falls back to the original language", async () => {
    const files = {
      "astro.config.mjs": "",
      "public/a.png": "",
      "src/content/docs/en/guide.mdx": "## `astro dev`\n\n[x](../other/#b)\n",
      "src/content/docs/en/other.md": "## B\n",
      "src/content/docs/pt-br/start.mdx":
        "[g](/pt-br/guide/#astro-dev) ![a](/a.png) [n](/pt-br/guide/#nada)\n",
    };
    expect(await findings(files)).toEqual(["error missing-anchor /pt-br/guide/#nada"]);
  });

  test("mdBook serves HTML, beside other books", async () => {
    const files = {
      "book.toml": '[book]\nsrc = "text"\n',
      "text/a.md": "# A\n\n[b](b.html#b-c) [o](../std/index.html) [z](z.html)\n",
      "text/b.md": "# B c\n\n[a](a.md)\n",
    };
    expect(await findings(files)).toEqual(["error missing-file z.html"]);
  });

  test("DocFX publishes many repositories together, without regard to case, and keeps old addresses", async () => {
    const files = {
      ".openpublishing.publish.config.json": "{}",
      "redir/.openpublishing.redirection.json":
        '{"redirections":[{"source_path":"../docs/old.md","redirect_url":"/x"}]}',
      "docs/a.md": "[p](/dotnet/api/x) [b](B.md) [o](old.md) [z](z.md)\n",
      "docs/b.md": "# B\n",
    };
    expect(await findings(files)).toEqual(["error missing-file z.md"]);
  });

  test("is read with one kind of anchors throughout where somebody says which", async () => {
    const files = {
      "book.toml": "",
      "src/a.md": "# Ação\n\n[a](#ação) [b](#acao)\n",
    };
    expect(await findings(files)).toEqual(["error accent-variant-anchor #acao"]);
    expect(await findings(files, { anchors: "vitepress" })).toEqual([
      "error accent-variant-anchor #ação",
    ]);
  });
});

describe("MDX", () => {
  const page = (text: string) => ({
    "b.md": "# B\n",
    "a.mdx": text,
    "README.md": "[a](a.mdx)\n",
  });

  test("has links in its elements and none in its code and expressions", async () => {
    const text = [
      "import X from 'x';\n",
      '<Card href="b.md">',
      "```jsx",
      "[no](no.md)\n",
      "<a href='no.md'>",
      "```",
      '<a href="z.md">z</a> <img src={x} alt="" /> <Link src="no" to="y.md" /> <RepoLink href="no" />',
      "</Card>\n",
      '<p id="own"></p>\n',
      "## Words {#mine}\n",
      "[own](#own) [mine](#mine) [{x}](b.md)\n",
    ].join("\n");
    expect(await findings(page(text))).toEqual([
      "error missing-file z.md",
      "error missing-file y.md",
    ]);
  });

  test("that is none is read as Markdown", async () => {
    expect(await findings(page("# A\n\n<br> {\n\n[x](no.md)\n"))).toEqual([
      "error missing-file no.md",
    ]);
  });
});

describe("addresses that are not names of files", () => {
  const site = { "docusaurus.config.js": "", "docs/01-start/CLI.md": "---\nid: cli\n---\n## Um\n" };

  test("are made of the front matter, of dates and without numbers of order", async () => {
    const found = await findings({
      ...site,
      "docs/02-guide/setup.md": "---\nslug: /install\n---\n# X\n",
      "blog/2024-03-01-news.md": "# News\n\n[b](/blog/2024/03/01/news#news)\n",
      "docs/01-start/a.md":
        "[a](cli#um) [b](/docs/start/cli#dois) [c](/install) [d](../guide/setup) [e](/docs/next/start/cli)\n",
    });
    expect(found).toEqual(["error missing-anchor /docs/start/cli#dois"]);
  });

  test("are those of one's own version and language first", async () => {
    const found = await findings({
      ...site,
      "versioned_docs/version-1.0/a.md": "[b](/b.md) ![i](/i.png)\n",
      "versioned_docs/version-1.0/b.md": "# B\n",
      "i18n/pt/docusaurus-plugin-content-docs/version-1.0/a.md": "[b](/b.md)\n",
      "i18n/pt/docusaurus-plugin-content-docs/version-1.0/b.md": "# B\n",
      "static/i.png": "",
    });
    expect(found).toEqual([]);
  });

  test("of a site that nobody knows are doubtful, unless they name a file", async () => {
    const found = await findings({
      "docs/1.start/2.a.md":
        "---\ntitle: A\n---\n[b](./b) [c](/docs/start/c) [d](d.md) [e](./b#x)\n",
      "docs/1.start/3.b.md": "---\ntitle: B\n---\n# B\n",
      "README.md": "[a](docs/1.start/2.a)\n",
    });
    expect(found).toEqual([
      "error missing-extension docs/1.start/2.a",
      "warning missing-file /docs/start/c",
      "error missing-file d.md",
      "warning missing-anchor ./b#x",
    ]);
  });

  test("of docsify are found from its root, below the root of a repository as well", async () => {
    const found = await findings({
      "README.md": "[x](docs/sub/a)\n",
      "docs/_sidebar.md": "- [a](sub/a.md)\n",
      "docs/sub/_sidebar.md": "- [a](sub/a.md)\n",
      "docs/sub/a.md": "# 1. Um\n\n[r](sub/a?id=_1-um) [n](other)\n",
    });
    expect(found).toEqual(["error missing-extension docs/sub/a", "error missing-file other"]);
  });

  test("of the forge are no addresses of the site that pages of the same folder have", async () => {
    const found = await findings({
      "mkdocs.yml": "site_name: x\n",
      "docs/index.md": "# Ação\n\n[a](#acao)\n",
      "README.md": "# Ação\n\n[a](#ação) [b](docs/index) [c](docs/index.md#ação)\n",
    });
    expect(found).toEqual(["error missing-extension docs/index"]);
  });
});

describe("what only a program tells", () => {
  test("is doubtful where settings name one: labels and anchors of MkDocs", async () => {
    const text =
      "# A {id=um}\n\n[x][pkg.Class] [](){ #dois } [a](#um) [b](#dois) [c](#tres) [d](#pkg.Class)\n\n{: #tres }\n";
    const files = { "docs/index.md": text };
    expect(await findings({ ...files, "mkdocs.yml": "plugins:\n  - mkdocstrings:\n" })).toEqual([
      "warning missing-anchor #pkg.Class",
    ]);
    expect(await findings({ ...files, "mkdocs.yml": "plugins:\n  - search\n" })).toEqual([
      "warning undefined-reference pkg.Class",
      "error missing-anchor #pkg.Class",
    ]);
  });

  test("is doubtful in pages of Sphinx: labels of other pages and of code", async () => {
    const found = await findings({
      "docs/conf.py": "extensions = ['myst_parser']\n",
      "docs/index.md":
        "(meu/rotulo)=\n# A\n\n[a](#meu/rotulo) [b](b.md) [c](pacote/parte) [d](#pacote.Classe)\n",
    });
    expect(found).toEqual([
      "error missing-file b.md",
      "warning missing-file pacote/parte",
      "warning missing-anchor #pacote.Classe",
    ]);
  });

  test("is doubtful in sites of Next: pages lie by language, pictures where they are served", async () => {
    const found = await findings({
      "site/next.config.js": "",
      "site/public/a.png": "",
      "site/content/en/docs/options.mdx": "# O\n",
      "site/content/en/docs/a.mdx": "[o](/docs/options) ![i](/a.png) [n](/docs/nada) [f](b.mdx)\n",
    });
    expect(found).toEqual(["warning missing-file /docs/nada", "error missing-file b.mdx"]);
  });

  test("is doubtful in texts that a site takes from elsewhere: its addresses are right there", async () => {
    const found = await findings({
      "book.toml": "[book]\n",
      "src/SUMMARY.md": "[a](ref/a.md)\n",
      "src/ref/a.md": "# A\n",
      "man/tool.md": "[a](../ref/a.html#a) [b](../ref/b.html)\n",
    });
    expect(found).toEqual([
      "warning missing-file ../ref/a.html#a",
      "error missing-file ../ref/b.html",
    ]);
  });

  test("is no version of a page: addresses without it are tried", async () => {
    const found = await findings({
      "docs/4.api/2.use-fetch.md": "---\ntitle: F\n---\n[b](/docs/4.x/api/call-once) [c]($call)\n",
      "docs/4.api/3.call-once.md": "---\ntitle: C\n---\n# C\n",
      "docs/1.start/1.$call.md": "---\ntitle: C\n---\n# C\n",
    });
    expect(found).toEqual([]);
  });
});

describe("what is no link of anybody", () => {
  test("is passed over: comments, placeholders, copies of others, addresses that programs complete", async () => {
    const found = await findings({
      "README.md": [
        "[//]: # 'a comment'",
        "[comment]: <> (another)",
        "",
        "[a](/docs/<VERSION>/a) <RepoLink href='src/x'>x</RepoLink>",
        "",
        "<!-- ALL-CONTRIBUTORS-LIST:START -->",
        '<a href="#content-maria" title="Content">x</a>',
        "<!-- ALL-CONTRIBUTORS-LIST:END -->",
        "",
        "[b](#content-maria)",
      ].join("\n"),
      "vendor/x/README.md": "[a](a.md)\n",
      "src/__tests__/page.md": "[a](a.md)\n",
    });
    expect(found).toEqual(["error missing-anchor #content-maria"]);
  });
});
