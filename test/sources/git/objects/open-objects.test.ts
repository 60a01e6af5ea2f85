import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { extractFiles, openCommittedFiles } from "#sources/git/objects/extract-files.ts";
import { openObjects } from "#sources/git/objects/open-objects.ts";
import { gitRepository } from "../../../support/git-repository.ts";

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

test("one folder becomes the files of one commit after the other", async () => {
  const { folder: repository, commit } = gitRepository();
  const first = commit("feat: a", { "a.sql": "1", "b/c.sql": "2", "d.sql": "3" });
  const second = commit("feat: b", { "a.sql": "1", "b/c.sql": "", "d.sql": "4", "e/f.sql": "5" });
  rmSync(join(repository, "b"), { recursive: true });
  const third = commit("feat: a file where a folder was", { b: "6" });
  const files = openCommittedFiles(repository, () => true);
  const seen = async (hash: string) => {
    const at = (await files.checkOut(hash)) ?? "";
    const all = readdirSync(at, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    return all
      .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), "utf8")])
      .sort();
  };
  expect(await seen(first)).toEqual([
    ["a.sql", "1"],
    ["c.sql", "2"],
    ["d.sql", "3"],
  ]);
  expect(await seen(second)).toEqual([
    ["a.sql", "1"],
    ["c.sql", ""],
    ["d.sql", "4"],
    ["f.sql", "5"],
  ]);
  expect(await seen(third)).toEqual([
    ["a.sql", "1"],
    ["b", "6"],
    ["d.sql", "4"],
    ["f.sql", "5"],
  ]);
  expect(await seen(first)).toEqual([
    ["a.sql", "1"],
    ["c.sql", "2"],
    ["d.sql", "3"],
  ]);
  const left = (await files.checkOut(first)) ?? "";
  files.close();
  expect(existsSync(left)).toBe(false);
});
