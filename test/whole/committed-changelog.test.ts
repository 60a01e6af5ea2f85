import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const settings = `language: en
changelog: docs/CHANGELOG.md
sources:
  git: [.]
`;

test("the committed changelog is made from tags, checked for drift, and mended by one command", () => {
  const { folder, commit, git } = gitRepository();
  commit("feat(api)!: one <b>bold</b> step", { "rastro.config.yaml": settings });
  git("tag", "v1.0.0");
  const file = join(folder, "docs/CHANGELOG.md");
  // A tag of the newest commit cannot be in a file of that commit.
  expect(rastro(folder, ["gen"]).stdout).toContain(
    "regions brought up to date in docs/CHANGELOG.md",
  );
  expect(readFileSync(file, "utf8")).not.toContain("1.0.0");
  commit("fix: two");
  const stale = rastro(folder, ["check"]);
  expect(stale.code).toBe(1);
  expect(stale.stdout).toContain("docs/CHANGELOG.md:1 error");
  expect(stale.stdout).toContain("publish/stale-region");
  expect(stale.stdout).toContain("rastro gen");
  rastro(folder, ["gen", "api"]);
  expect(readFileSync(file, "utf8")).not.toContain("1.0.0");
  rastro(folder, ["gen"]);
  const made = readFileSync(file, "utf8");
  expect(made.replace(/`[0-9a-f]{12}`/g, "…")).toBe(
    `# Changelog

<!-- rastro:begin changelog -->

## 1.0.0 (2026-01-02)

### Breaking changes

- **api:** one \\<b>bold\\</b> step (…)

### Features

- **api:** one \\<b>bold\\</b> step (…)

<!-- rastro:end -->
`,
  );
  expect(rastro(folder, ["check"]).code).toBe(0);
  expect(rastro(folder, ["gen"]).stdout).not.toContain("regions brought");
  expect(readFileSync(file, "utf8")).toBe(made);
});

test("nothing is written through a link that leads out of the project", () => {
  const { folder, commit, git } = gitRepository();
  commit("feat: one", { "rastro.config.yaml": settings });
  git("tag", "v1.0.0");
  commit("fix: two");
  const outside = temporaryFolder();
  symlinkSync(outside, join(folder, "docs"));
  const { code, stdout } = rastro(folder, ["gen"]);
  expect(code).not.toBe(0);
  expect(stdout).toContain("sources/committed-outside");
  expect(existsSync(join(outside, "CHANGELOG.md"))).toBe(false);
});

test("marks that are no pair stop the run and change nothing", () => {
  const { folder, commit } = gitRepository();
  mkdirSync(join(folder, "docs"));
  const text = "# x\n\n<!-- rastro:begin changelog -->\n";
  writeFileSync(join(folder, "docs/CHANGELOG.md"), text);
  commit("feat: one", { "rastro.config.yaml": settings });
  const { code, stdout } = rastro(folder, ["gen"]);
  expect(code).toBe(1);
  expect(stdout).toContain("docs/CHANGELOG.md:3 error");
  expect(readFileSync(join(folder, "docs/CHANGELOG.md"), "utf8")).toBe(text);
});
