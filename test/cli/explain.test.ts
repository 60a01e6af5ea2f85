import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const settings = (site: string) =>
  `${site}language: pt-BR\nlanguages: [pt-BR, en]\nfindings: true\nsources:\n  pages: [docs]\n`;
const page = "# Guia\n\nUm [x](falta.md).\n";

describe("a project with pages for findings", () => {
  test("leads to them from `explain` and from reports, where it is published", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": settings("site: { url: https://docs.example/p }\n"),
      "docs/guia.md": page,
    });
    const english = rastro(folder, ["explain", "L001", "--lang", "en"]).stdout;
    expect(english).toContain("[x](nothing.md)");
    expect(english).toContain("https://docs.example/p/en/findings/verify/missing-file.html");
    const { stdout } = rastro(folder, ["check", "--format", "sarif"]);
    const { runs } = JSON.parse(stdout) as { runs: { tool: { driver: { rules: object[] } } }[] };
    expect(runs[0]?.tool.driver.rules[0]).toMatchObject({
      helpUri: "https://docs.example/p/findings/graph/dangling-reference.html",
    });
  });

  test("leads to the files of its site, where that has no address", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": settings(""),
      "docs/guia.md": "# Guia\n\nUm texto.\n",
    });
    expect(rastro(folder, ["explain", "L001"]).stdout).not.toContain("out/site");
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const { stdout } = rastro(folder, ["explain", "L001", "--format", "json", "--lang", "pt-BR"]);
    expect(JSON.parse(stdout)).toMatchObject({
      code: "verify/missing-file",
      page: expect.stringMatching(/out\/site\/findings\/verify\/missing-file\.html$/) as string,
    });
  });
});
