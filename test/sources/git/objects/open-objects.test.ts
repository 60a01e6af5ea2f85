import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { extractFiles, openCommittedFiles } from "#sources/git/objects/extract-files.ts";
import { openObjects } from "#sources/git/objects/open-objects.ts";

const folder = mkdtempSync(join(tmpdir(), "rastro-objects-"));
const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    cwd: folder,
    encoding: "utf8",
  }).trim();
const large = Buffer.alloc(300_000, "ção\n");

beforeAll(() => {
  git("init", "-q");
  mkdirSync(join(folder, "é/b"), { recursive: true });
  writeFileSync(join(folder, "é/b/large.sql"), large);
  writeFileSync(join(folder, "é/latin.sql"), Buffer.from([0xe9, 0x00, 0x0a]));
  writeFileSync(join(folder, "other.txt"), "");
  git("add", ".");
  git("commit", "-qm", "feat: first");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("the objects of git come byte by byte, whatever they hold, and what is missing is skipped", async () => {
  const objects = openObjects(folder);
  expect((await objects.read("HEAD:é/b/large.sql"))?.content).toEqual(large);
  expect(await objects.read("HEAD:nada")).toBeUndefined();
  expect(await objects.read("HEAD\nHEAD")).toBeUndefined();
  expect((await objects.read("HEAD:é/latin.sql"))?.content).toEqual(Buffer.from([0xe9, 0, 10]));
  expect((await objects.read("HEAD:other.txt"))?.content).toHaveLength(0);
  objects.close();
});

test("a folder without a repository has no objects", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "rastro-objects-"));
  const objects = openObjects(elsewhere);
  expect(await objects.read("HEAD")).toBeUndefined();
  expect(await objects.read("HEAD")).toBeUndefined();
  objects.close();
  rmSync(elsewhere, { recursive: true });
});

test("the files of a commit are those that git lists, seen from a folder below as well", async () => {
  const isSql = (path: string) => path.endsWith(".sql");
  const all = openCommittedFiles(folder, isSql);
  expect((await all.list("HEAD"))?.map(({ path }) => path)).toEqual([
    "é/b/large.sql",
    "é/latin.sql",
  ]);
  expect(await all.list("nada")).toBeUndefined();
  all.close();
  const below = await extractFiles(join(folder, "é"), "HEAD", isSql);
  expect(readFileSync(join(below?.folder ?? "", "b/large.sql"))).toEqual(large);
  below?.dispose();
});
