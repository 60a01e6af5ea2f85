import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../support/folder.ts";
import { schemaErrors } from "../support/published-schema.ts";
import { rastro } from "../support/rastro.ts";

/** A project in a folder of a repository, with a link to nothing. */
function projectInRepository(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, ".git"));
  writeFiles(join(root, "guia"), {
    "rastro.config.yaml": "language: en\nsources:\n  pages: [docs]\n",
    "docs/README.md": "# Guide\n\nÀ [x](falta.md) and [[nada]].\n",
  });
  return join(root, "guia");
}

test.each([
  [
    ["check", "--links", "docs"],
    ["sarif", "junit", "gitlab", "rdjson"],
  ],
  [["check"], ["sarif"]],
  [["gen"], ["gitlab"]],
] as const)("%j speaks %j, with paths from the root of the repository", (command, forms) => {
  const folder = projectInRepository();
  for (const form of forms) {
    const { code, stdout, stderr } = rastro(folder, [...command, "--format", form]);
    expect({ code, stderr, form }).toEqual({ code: 1, stderr: "", form });
    expect(schemaErrors(form, stdout)).toEqual([]);
    expect(stdout).toContain("guia/docs/README.md");
  }
});

test("annotations of GitHub come with a summary where GitHub asks for it", () => {
  const folder = projectInRepository();
  const summary = join(folder, "summary.md");
  const environment = { GITHUB_STEP_SUMMARY: summary };
  const { stdout } = rastro(
    folder,
    ["check", "--links", "docs", "--format", "github"],
    environment,
  );
  expect(stdout).toMatch(/^::error file=guia\/docs\/README\.md,line=3,/m);
  expect(readFileSync(summary, "utf8")).toContain(
    "| ❌ | `guia/docs/README.md:3:3` | the link `falta.md` leads to no file | `verify/missing-file` |",
  );
});

test("what is no form of findings is refused where nobody makes it", () => {
  const { code, stderr } = rastro(".", ["explain", "L001", "--format", "sarif"]);
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("'sarif'") as string,
  });
});
