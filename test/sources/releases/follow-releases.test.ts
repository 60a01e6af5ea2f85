import type { SchemaChange } from "#model/schema/change.ts";
import { readGit } from "#sources/git/read-git.ts";
import { followReleases, fromFolder } from "#sources/releases/follow-releases.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";
import { itemsOf } from "../../support/history.ts";

beforeEach(() => {
  vi.stubEnv("RASTRO_CACHE", temporaryFolder());
});

/** Follows the lines of the SQL files; says which versions it read. */
function follower(folder: string) {
  const seen: string[] = [];
  const read = (root: string): Promise<readonly string[]> => {
    const lines = readdirSync(join(root, "sql")).map((name) =>
      readFileSync(join(root, "sql", name), "utf8").trim(),
    );
    seen.push(lines.join());
    return Promise.resolve(lines);
  };
  const follow = async () => {
    seen.length = 0;
    const entries = [{ path: ".", foreign: false }];
    const { value } = await readGit({ root: folder, entries });
    const facts = await followReleases<string, SchemaChange>(value, "schemaChanges", {
      root: folder,
      entries: [{ path: "sql", foreign: false }],
      name: "followed",
      isPart: (path) => path.endsWith(".sql"),
      read: fromFolder(read),
      compare: (before, after) =>
        after
          .filter((line) => !before.includes(line))
          .map((name) => ({ name }) as unknown as SchemaChange),
    });
    const changes = itemsOf(facts, "release").map(({ tag, schemaChanges = [] }) => [
      tag,
      ...schemaChanges.map(({ name }) => name),
    ]);
    return { changes: changes.sort(), seen: [...seen] };
  };
  return follow;
}

test("a release is compared once: another tag costs the step that leads to it", async () => {
  const { folder, commit, git } = gitRepository();
  const release = (tag: string, files: Readonly<Record<string, string>>) => {
    commit(`feat: ${tag}`, files);
    git("tag", tag);
  };
  release("v1", { "sql/a.sql": "a" });
  release("v2", { "readme.md": "no SQL" });
  release("v3", { "sql/b.sql": "b" });
  const follow = follower(folder);
  const first = await follow();
  expect(first).toEqual({ changes: [["v1", "a"], ["v2"], ["v3", "b"]], seen: ["a", "a,b"] });
  expect(await follow()).toEqual({ changes: first.changes, seen: [] });

  release("v4", { "sql/c.sql": "c" });
  expect(await follow()).toEqual({
    changes: [...first.changes, ["v4", "c"]],
    seen: ["a,b", "a,b,c"],
  });

  // A tag between two others changes what the later one is compared with.
  git("tag", "v2.5", "v3~0^");
  git("tag", "-d", "v2");
  expect((await follow()).changes).toEqual([["v1", "a"], ["v2.5"], ["v3", "b"], ["v4", "c"]]);
});
