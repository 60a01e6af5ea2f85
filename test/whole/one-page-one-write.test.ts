import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleCopy, writeText } from "../support/example.ts";
import { rastro } from "../support/rastro.ts";
import { treeOf } from "../support/tree.ts";

const inodes = (folder: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.keys(treeOf(folder)).map((path) => [path, statSync(join(folder, path)).ino]),
  );

test(
  "[P9] a second run writes nothing, and a changed page only itself",
  { timeout: 60_000 },
  () => {
    const folder = exampleCopy();
    const out = join(folder, "out");
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const before = { tree: treeOf(out), inodes: inodes(out), folder: statSync(out).ino };
    expect(rastro(folder, ["gen"]).stdout).toMatch(/^0 arquivos escritos/m);
    expect(statSync(out).ino).toBe(before.folder);
    const page = "villa-canabrava/paginas/arquitetura-dos-dados.md";
    writeText(folder, page, `${readFileSync(join(folder, page), "utf8")}\nUma frase a mais.\n`);
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const changed = Object.entries(treeOf(out)).filter(
      ([path, digest]) => before.tree[path] !== digest,
    );
    const rewritten = Object.entries(inodes(out)).filter(
      ([path, ino]) => before.inodes[path] !== ino,
    );
    expect(rewritten.map(([path]) => path)).toEqual(changed.map(([path]) => path));
    expect(changed.map(([path]) => path)).toEqual([
      "data/graph.json",
      "data/manifest.json",
      "md/en/pages/arquitetura-dos-dados.md",
      "md/pages/arquitetura-dos-dados.md",
      "site/en/pages/arquitetura-dos-dados.html",
      "site/en/pages/arquitetura-dos-dados.md",
      "site/pages/arquitetura-dos-dados.html",
      "site/pages/arquitetura-dos-dados.md",
      "site/search/en/terms-0.js",
      "site/search/pt-BR/terms-0.js",
    ]);
  },
);
