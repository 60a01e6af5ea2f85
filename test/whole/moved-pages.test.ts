import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const settings = `language: pt-BR
site:
  url: https://docs.example/produto
  published: publicado/inventory.json
sources:
  pages: [docs]
`;
const words = Array.from({ length: 9 }, (_, index) => `Linha ${String(index)}.\n`).join("");

test("a site keeps the addresses that readers have: of pages that moved, twice, and says what is lost", () => {
  const { folder, commit, git } = gitRepository();
  const generate = () => {
    const { code, stdout } = rastro(folder, ["gen", "--format", "json"]);
    const { findings } = JSON.parse(stdout) as {
      findings: readonly { code: string; file?: string; target?: string }[];
    };
    const told = findings.filter((each) => each.code.startsWith("verify/"));
    return { code, told: told.map(({ code, file, target }) => [code, file, target].join(" ")) };
  };
  const publish = (): void => {
    mkdirSync(join(folder, "publicado"), { recursive: true });
    copyFileSync(join(folder, "out/data/inventory.json"), join(folder, "publicado/inventory.json"));
  };
  const read = (path: string): string => readFileSync(join(folder, "out/site", path), "utf8");

  commit("docs: início", {
    "rastro.config.yaml": settings,
    ".gitignore": "out/\n",
    "docs/inicio.md": "# Início\n\nUma página.\n",
    "docs/guia.md": `# Guia\n\n## Primeiros passos\n\n${words}`,
    "docs/velha.md": "# Velha\n\nOutra.\n",
  });
  expect(generate()).toEqual({
    code: 0,
    told: ["verify/unreadable-inventory rastro.config.yaml publicado/inventory.json"],
  });
  publish();
  mkdirSync(join(folder, "docs/uso"));
  git("mv", "docs/guia.md", "docs/uso/guia à mão.md");
  git("rm", "--quiet", "docs/velha.md");
  commit("docs: muda", {
    "docs/uso/guia à mão.md": `# Guia\n\n## Os primeiros passos\n\n${words}`,
  });
  expect(generate()).toEqual({
    code: 0,
    told: [
      "verify/removed-anchor docs/uso/guia à mão.md pages/uso/guia à mão.html#primeiros-passos",
      "verify/removed-page docs/velha.md pages/velha.html",
    ],
  });
  expect(read("pages/guia.html")).toContain(
    '<meta http-equiv="refresh" content="0; url=uso/guia%20%C3%A0%20m%C3%A3o.html">',
  );
  expect(read("pages/guia.html")).not.toContain("<script");
  publish();
  git("mv", "docs/uso/guia à mão.md", "docs/manual.md");
  commit("docs: muda de novo");
  expect(generate()).toEqual({
    code: 0,
    told: ["verify/removed-anchor docs/inicio.md pages.html#uso"],
  });
  expect(read("_redirects")).toBe(
    "/produto/pages/guia.html /produto/pages/manual.html 301\n" +
      "/produto/pages/uso/guia%20%C3%A0%20m%C3%A3o.html /produto/pages/manual.html 301\n",
  );
});
