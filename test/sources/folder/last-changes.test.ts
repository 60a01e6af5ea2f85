import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readLastChanges } from "#sources/folder/index.ts";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";

test("each file has the commit that changed it last, from the folder of the project", async () => {
  const { folder, commit } = gitRepository();
  const first = commit("feat: a", { "docs/a.md": "1", "docs/ação b.md": "1", "x.md": "1" });
  const second = commit("feat: b", { "docs/a.md": "2" });
  commit("feat: c", { "x.md": "2" });
  const changes = await readLastChanges(
    join(folder, "docs"),
    new Set(["a.md", "ação b.md", "new.md"]),
  );
  expect(Object.fromEntries(changes)).toEqual({
    "a.md": { commit: second, date: "2026-01-03T12:00:00-03:00" },
    "ação b.md": { commit: first, date: "2026-01-02T12:00:00-03:00" },
  });
});

test("a history that is cut off tells nothing, and neither does a folder without one", async () => {
  const { folder, commit } = gitRepository();
  commit("feat: a", { "a.md": "1" });
  commit("feat: b", { "b.md": "1" });
  const clone = join(temporaryFolder(), "clone");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, clone]);
  expect(await readLastChanges(clone, new Set(["a.md"]))).toEqual(new Map());
  expect(await readLastChanges(temporaryFolder(), new Set(["a.md"]))).toEqual(new Map());
});
