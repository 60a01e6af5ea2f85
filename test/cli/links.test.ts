import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const wrongCase = { "README.md": "# Início\n\né [x](Guia.md#passo)\n", "guia.md": "# Passo\n" };

describe("rastro check --links", () => {
  test("needs no settings, and names line, column and what to write", () => {
    const run = rastro(temporaryFolder(wrongCase), ["check", "--links", "."]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(run.stdout).toContain("README.md:3:3 error the link `Guia.md#passo`");
    expect(run.stdout).toContain("did you mean `guia.md#passo`?");
    expect(run.stdout).toContain("2 pages, 1 links: 1 checked");
  });

  test("speaks Portuguese, and JSON with the fix", () => {
    const folder = temporaryFolder(wrongCase);
    const spoken = rastro(folder, ["check", "--links", ".", "--lang", "pt-BR"]);
    expect(spoken.stdout).toContain("2 páginas, 1 links: 1 conferidos");
    const { stdout } = rastro(folder, ["check", "--links", ".", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      anchors: "github",
      links: { internal: 1, external: 0 },
      findings: [
        {
          code: "verify/wrong-case",
          file: "README.md",
          line: 3,
          column: 3,
          fix: { line: 3, column: 7, endColumn: 20, text: "guia.md#passo" },
        },
      ],
    });
  });

  test("cannot run on what is no folder, or with anchors that nobody makes", () => {
    expect(rastro(temporaryFolder(), ["check", "--links", "nada"])).toMatchObject({ code: 2 });
    const { code, stderr } = rastro(".", ["check", "--links", ".", "--anchors", "hugo"]);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("vitepress") as string,
    });
  });

  test("follows symbolic links inside the folder and none out of it", () => {
    const outside = temporaryFolder({ "segredo.md": "# S\n" });
    const folder = temporaryFolder({
      "README.md": "[a](atalho/guia.md#passo) [b](fora/segredo.md)\n",
      "docs/guia.md": "# Passo\n",
    });
    symlinkSync("docs", join(folder, "atalho"));
    symlinkSync(outside, join(folder, "fora"));
    const { stdout } = rastro(folder, ["check", "--links", "."]);
    expect(stdout).toContain("leads outside the folder");
    expect(stdout).toContain("0 errors, 1 warning");
  });

  test("checks what is not UTF-8 all the same, with a warning", () => {
    const folder = temporaryFolder({ "guia.md": "# G\n" });
    writeFileSync(join(folder, "README.md"), Buffer.from("a\xe7\xe3o [x](falta.md)\n", "latin1"));
    const { stdout } = rastro(folder, ["check", "--links", "."]);
    expect(stdout).toContain("[data/not-utf8]");
    expect(stdout).toContain("[verify/missing-file]");
  });

  test("a baseline freezes what is known, and nothing new", () => {
    const folder = temporaryFolder({ "README.md": "[x](falta.md)\n" });
    const baseline = ["--baseline", "known.json"];
    const links = ["check", "--links", "."];
    expect(rastro(folder, [...links, ...baseline, "--update-baseline"]).code).toBe(0);
    writeFileSync(join(folder, "README.md"), "# Acima\n\n[x](falta.md)\n");
    const known = rastro(folder, [...links, ...baseline, "--format", "json"]);
    expect(known.code).toBe(0);
    expect(JSON.parse(known.stdout)).toMatchObject({
      findings: [{ code: "verify/missing-file", severity: "info", baselined: true, line: 3 }],
    });
    writeFileSync(join(folder, "README.md"), "[x](falta.md) [y](falta.md)\n");
    expect(rastro(folder, [...links, ...baseline]).code).toBe(1);
  });

  test("a baseline that is not there is an error", () => {
    const folder = temporaryFolder({ "README.md": "[x](#top)\n" });
    const run = rastro(folder, ["check", "--links", ".", "--baseline", "falta.json"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("falta.json");
  });
});

describe("rastro fix", () => {
  const files = {
    "README.md": "[a](Guia.md) e [b](sub\\outra.md) [c](<Guia.md>)\r\n\r\n[d]: Guia.md\r\n",
    "guia.md": "# Passo\n\n[e](#PASSO) [f](#passo2) <a href='Readme.md'>g</a>\n",
    "sub/outra.md": "[![foto](x.png)](../GUIA.md 'título')\n",
    "sub/x.png": "",
  };

  test("applies what is certain, and nothing else", () => {
    const folder = temporaryFolder(files);
    const { code, stdout } = rastro(folder, ["fix", "--links", "."]);
    expect(code).toBe(0);
    expect(stdout).toContain("README.md:1:5 Guia.md → guia.md");
    expect(stdout).toContain("7 fixes in 3 files");
    const read = (path: string): string => readFileSync(join(folder, path), "utf8");
    expect(read("README.md")).toBe(
      "[a](guia.md) e [b](sub/outra.md) [c](<guia.md>)\r\n\r\n[d]: guia.md\r\n",
    );
    expect(read("guia.md")).toBe("# Passo\n\n[e](#passo) [f](#passo2) <a href='README.md'>g</a>\n");
    expect(read("sub/outra.md")).toBe("[![foto](x.png)](../guia.md 'título')\n");
    expect(readdirSync(folder).sort()).toEqual(["README.md", "guia.md", "sub"]);
    expect(rastro(folder, ["fix", "--links", "."]).stdout).toContain("0 fixes in 0 files");
  });

  test("without a folder mends the pages that the settings name as one's own", () => {
    const settings = "sources:\n  pages: [docs, { path: deles, foreign: true }]\n";
    const link = "# P\n\n[x](../Guia.md)\n";
    const folder = temporaryFolder({
      "rastro.config.yaml": settings,
      "guia.md": "# G\n",
      "docs/a.md": link,
      "deles/a.md": link,
    });
    const { code, stdout } = rastro(folder, ["fix"]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "docs/a.md:3:5 ../Guia.md → ../guia.md\n1 fix in 1 file\n",
    });
    expect(readFileSync(join(folder, "deles/a.md"), "utf8")).toBe(link);
    expect(rastro(temporaryFolder(), ["fix"])).toMatchObject({ code: 2 });
  });

  test("--dry-run shows the lines and writes nothing", () => {
    const folder = temporaryFolder(files);
    const { stdout } = rastro(folder, ["fix", "--links", ".", "--dry-run"]);
    expect(stdout).toContain("- [![foto](x.png)](../GUIA.md 'título')");
    expect(stdout).toContain("+ [![foto](x.png)](../guia.md 'título')");
    expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(files["README.md"]);
  });
});

describe("rastro explain", () => {
  test("knows the rules of the link catalogue by their numbers", () => {
    expect(rastro(".", ["explain", "L022"]).stdout).toContain("verify/accent-variant-anchor");
    expect(rastro(".", ["explain", "l060"]).stdout).toContain("graph/dangling-reference");
  });
});
