import { checkFolder } from "#cli/links/check-folder.ts";
import { examples } from "#diagnostics/catalogue/links/examples.ts";
import { codes, describeCode } from "#diagnostics/describe-code.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const beside = {
  "guide.md": "# Guide\n\n## Step\n\nA.\n\n## Step\n\nB.\n\n## Ação\n\n[x](README.md)\n",
  "draft.md": "---\ndraft: true\n---\n\n# Draft\n",
  "photo.png": "",
  "data.csv": "total\n",
  "files/list.txt": "",
};

async function codesIn(page: string): Promise<readonly string[]> {
  const folder = temporaryFolder({ ...beside, "README.md": `# Início\n\n${page}\n` });
  const run = await checkFolder({ folder, language: "en" });
  const diagnostics = "root" in run ? run.diagnostics : run;
  return diagnostics.flatMap(({ code, file }) => (file === "README.md" ? [code] : []));
}

describe("an explanation", () => {
  test.each(Object.entries(examples))(
    "of %s has an example that shows it",
    async (code, example) => {
      expect(await codesIn(example.wrong)).toContain(code);
      expect(await codesIn(example.right)).not.toContain(code);
    },
  );

  test("gives the sentences of a finding without what they are about", () => {
    expect(describeCode("verify/wrong-case", "en")).toMatchObject({
      severity: "error",
      rule: "L002",
      message: "the link `…` differs from its target in upper and lower case",
    });
  });

  test("never shows the inside of a program", () => {
    const described = codes.flatMap((code) => [
      describeCode(code, "en"),
      describeCode(code, "pt-BR"),
    ]);
    for (const { message = "", hint = "" } of described) {
      expect(message + hint).not.toMatch(/undefined|NaN|\[object|=>/);
    }
  });
});
