import { checkFolder } from "#cli/links/check-folder.ts";
import type { LinkOptions } from "#cli/links/options.ts";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";

const text = Array.from({ length: 12 }, (_, index) => `Linha ${String(index)} do texto.\n`).join(
  "",
);

/** A repository in which `docs/a.md` became `docs/b.md`, and that `docs/sub/ç d.md`. */
function withMovedPage(links: string): string {
  const { folder, commit, git } = gitRepository();
  commit("docs: início", { "docs/a.md": `# A\n\n${text}`, "docs/README.md": "# Docs\n" });
  git("mv", "docs/a.md", "docs/b.md");
  commit("docs: muda o nome");
  writeFiles(folder, { "docs/sub/x.md": "# X\n" });
  git("mv", "docs/b.md", "docs/sub/ç d.md");
  commit("docs: muda a pasta", { "docs/sub/ç d.md": `# A\n\n${text}Mais uma linha.\n` });
  commit("docs: links", { "docs/README.md": links });
  return folder;
}

async function findingsIn(folder: string, options: Partial<LinkOptions> = {}) {
  const run = await checkFolder({ folder, language: "en", ...options });
  if (!("root" in run)) throw new Error("not a folder");
  return run.diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code, target, suggestions, fix }) => ({ code, target, suggestions, fix: fix?.text }));
}

describe("a link to a file that was moved", () => {
  test("is mended over all steps, in the manner in which it was written", async () => {
    const folder = join(withMovedPage("[x](a.md#a) [y](./b.md) [z](/a.md?x)\n"), "docs");
    expect(await findingsIn(folder)).toEqual(
      [
        ["a.md#a", "sub/ç%20d.md#a"],
        ["./b.md", "./sub/ç%20d.md"],
        ["/a.md?x", "/sub/ç%20d.md?x"],
      ].map(([target, fix]) => ({
        code: "verify/moved-target",
        target,
        suggestions: [fix],
        fix,
      })),
    );
  });

  test("keeps the short address of a site that completes addresses", async () => {
    const folder = withMovedPage("[x](./a) [y](a.md)\n");
    expect(await findingsIn(folder, { anchors: "vitepress" })).toMatchObject([
      { fix: "./sub/ç%20d" },
      { fix: "sub/ç%20d.md" },
    ]);
  });

  test("is only suggested when what is there now is hardly what was moved", async () => {
    const { folder, commit, git } = gitRepository();
    commit("docs: início", { "a.md": `# A\n\n${text}`, "README.md": "[x](a.md)\n" });
    git("mv", "a.md", "b.md");
    const half = text.split("\n").slice(0, 7).join("\n");
    commit("docs: outro texto", { "b.md": `# A\n\n${half}\n${"Isto é novo aqui.\n".repeat(5)}` });
    expect(await findingsIn(folder)).toEqual([
      { code: "verify/moved-target", target: "a.md", suggestions: ["b.md"], fix: undefined },
    ]);
  });

  test("is a link to nothing when the file was deleted, or was never there", async () => {
    const { folder, commit, git } = gitRepository();
    commit("docs: início", { "a.md": "# A\n", "README.md": "[x](a.md) [y](nunca.md)\n" });
    git("rm", "--quiet", "a.md");
    commit("docs: apaga");
    const codes = (await findingsIn(folder)).map(({ code }) => code);
    expect(codes).toEqual(["verify/missing-file", "verify/missing-file"]);
  });

  test("is a link to nothing where there is no history", async () => {
    const folder = temporaryFolder({ "README.md": "[x](a.md) [y](--output=x.md)\n" });
    const codes = (await findingsIn(folder)).map(({ code }) => code);
    expect(codes).toEqual(["verify/missing-file", "verify/missing-file"]);
  });
});

describe("a page that was moved", () => {
  test("has its own links mended, over all steps, where what they name is still there", async () => {
    const { folder, commit, git } = gitRepository();
    commit("docs: início", {
      "guia/a.md": `# A\n\n[x](b.md#b) [y](../README.md) [z](nada.md) [w](#a)\n\n${text}`,
      "guia/b.md": "# B\n",
      "README.md": "[a](guia/a.md) [b](guia/b.md)\n",
    });
    git("mv", "guia/a.md", "a.md");
    commit("docs: muda a pasta");
    writeFiles(folder, { "fim/x.md": "# X\n" });
    git("mv", "a.md", "fim/a.md");
    commit("docs: muda outra vez", { "README.md": "[a](fim/a.md) [b](guia/b.md)\n" });
    expect(await findingsIn(folder)).toEqual([
      {
        code: "verify/moved-page",
        target: "b.md#b",
        suggestions: ["../guia/b.md#b"],
        fix: "../guia/b.md#b",
      },
      expect.objectContaining({ code: "verify/missing-file", target: "nada.md" }),
    ]);
  });
});
