import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { gitRepository, releasedProject } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const settings = "title: Guia\nlanguage: en\nsources:\n  sql: [sql]\n  git: [.]\n";

/** The first release makes a table, the second touches no SQL, the third changes it. */
const project = (): string =>
  releasedProject(settings, {
    "v1.0.0": { "sql/1.sql": "CREATE TABLE area (id int PRIMARY KEY, nome text);\n" },
    "v1.1.0": { "leia.txt": "nada de SQL\n" },
    "v2.0.0": {
      "sql/2.sql": "ALTER TABLE area RENAME nome TO titulo;\nALTER TABLE area ADD hectares int;\n",
    },
  });

const page = (folder: string, tag: string): string =>
  readFileSync(join(folder, `out/md/changelog/releases/${tag}.md`), "utf8");

describe("a release", () => {
  test("says what it changed in the schema, and nothing when its SQL is that of the one before", () => {
    const folder = project();
    expect(rastro(folder, ["gen"]).code).toBe(0);
    expect(page(folder, "v1.0.0")).toContain("## Database schema");
    expect(page(folder, "v1.0.0")).toMatch(
      /\[public\.area\]\(.*\) \| table \| added \| compatible/,
    );
    expect(page(folder, "v1.1.0")).not.toContain("Database schema");
    expect(page(folder, "v2.0.0")).toMatch(
      /public\.area\.titulo.* \| column \| renamed \| breaking \| formerly public\.area\.nome/,
    );
    expect(page(folder, "v2.0.0")).toMatch(
      /public\.area\.hectares.* \| column \| added \| compatible/,
    );
  });

  test("what no release holds yet is told of the last commit, as a release will tell it", () => {
    const folder = project();
    const { commit } = gitRepository(folder);
    commit("feat: nada de SQL", { "leia.txt": "outra coisa\n" });
    expect(rastro(folder, ["gen"]).code).toBe(0);
    expect(page(folder, "unreleased")).not.toContain("Database schema");
    commit("feat: menos", { "sql/3.sql": "ALTER TABLE area DROP COLUMN hectares;\n" });
    expect(rastro(folder, ["gen"]).code).toBe(0);
    expect(page(folder, "unreleased")).toMatch(
      /public\.area\.hectares \| column \| removed \| breaking/,
    );
    expect(page(folder, "v2.0.0")).not.toContain("removed");
  });

  test("says nothing about the schema where the older history is not here", () => {
    const folder = temporaryFolder();
    const { git } = gitRepository(folder);
    git("clone", "--quiet", "--depth=1", `file://${project()}`, "raso");
    expect(rastro(join(folder, "raso"), ["gen"]).code).toBe(0);
    expect(page(join(folder, "raso"), "v2.0.0")).not.toContain("Database schema");
  });
});
