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
function follower(folder: string, atMost?: number) {
  const seen: string[] = [];
  let stop = Infinity;
  const read = (root: string): Promise<readonly string[]> => {
    const lines = readdirSync(join(root, "sql")).map((name) =>
      readFileSync(join(root, "sql", name), "utf8").trim(),
    );
    seen.push(lines.join());
    if (seen.length >= stop) throw new Error("interrupted");
    return Promise.resolve(lines);
  };
  const follow = async (interruptedAt = Infinity) => {
    seen.length = 0;
    stop = interruptedAt;
    const entries = [{ path: ".", foreign: false }];
    const { value } = await readGit({ root: folder, entries });
    const facts = await followReleases<string, SchemaChange>(value, "schemaChanges", {
      root: folder,
      entries: [{ path: "sql", foreign: false }],
      name: "followed",
      ...(atMost !== undefined && { atMost }),
      isPart: (path) => path.endsWith(".sql"),
      read: fromFolder(read),
      compare: (before, after) =>
        after
          .filter((line) => !before.includes(line))
          .map((name) => ({ name }) as unknown as SchemaChange),
    });
    const changes = itemsOf(facts, "release").map(({ tag, schemaChanges = [], notCompared }) => [
      tag,
      ...(notCompared === true ? ["not compared"] : []),
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

test("of a long history the newest releases are compared, and the others say that they are not", async () => {
  const { folder, commit, git } = gitRepository();
  for (const tag of ["v1", "v2", "v3", "v4"]) {
    commit(`feat: ${tag}`, { [`sql/${tag}.sql`]: tag });
    git("tag", tag);
  }
  const { changes, seen } = await follower(folder, 2)();
  expect(changes).toEqual([
    ["v1", "not compared"],
    ["v2", "not compared"],
    ["v3", "v3"],
    ["v4", "v4"],
  ]);
  expect(seen).toEqual(["v1,v2", "v1,v2,v3", "v1,v2,v3,v4"]);
});

test("who does not wait for the end finds what was done when he comes again", async () => {
  const { folder, commit, git } = gitRepository();
  for (let n = 1; n <= 30; n++) {
    commit(`feat: ${String(n)}`, { "sql/a.sql": String(n) });
    git("tag", `v${String(n)}`);
  }
  const follow = follower(folder);
  await expect(follow(28)).rejects.toThrow("interrupted");
  expect((await follow()).seen).toEqual(["25", "26", "27", "28", "29", "30"]);
});
