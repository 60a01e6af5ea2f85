import { scopeDigest, sha256, withLineFeeds } from "#data/canonical.ts";
import type { FileDigest } from "#model/programme/sign-off.ts";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { isInside } from "./files.ts";

/** The regular files below `root` that globs name, by path. */
export function findFiles(
  root: string,
  include: readonly string[],
  exclude: readonly string[] = [],
): readonly string[] {
  if (include.length === 0) return [];
  return globSync([...include], {
    cwd: root,
    dot: true,
    ignore: ["**/node_modules/**", "**/.git/**", ...exclude],
    expandDirectories: true,
  })
    .filter((path) => isInside(root, join(root, path)))
    .toSorted();
}

/** What is in each file; one that is not there, or no file, is left out. */
export const digestFiles = (root: string, paths: Iterable<string>): readonly FileDigest[] =>
  [...new Set(paths)].toSorted().flatMap((path) => {
    const absolute = join(root, path);
    const isFile =
      isInside(root, absolute) && statSync(absolute, { throwIfNoEntry: false })?.isFile();
    if (isFile !== true) return [];
    const bytes = withLineFeeds(readFileSync(absolute));
    return [{ path, sha256: sha256(bytes), size: bytes.length }];
  });

/** One digest of all files that globs name; undefined when they name none. */
export function digestOf(root: string, globs: readonly string[]): string | undefined {
  const files = digestFiles(root, findFiles(root, globs));
  return files.length === 0 ? undefined : scopeDigest(files);
}
