import { globSync } from "tinyglobby";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isInside, statOf } from "../../files.ts";
import type { Blob, CommittedFiles } from "../../git/objects/extract-files.ts";

/** The files among which packages are looked for: those of a folder, or those of a commit. */
export interface PackageTree {
  /** Whether a file is there. */
  readonly has: (path: string) => boolean;
  /** The text of a manifest. */
  readonly read: (path: string) => string | undefined;
  /** The files that a pattern names, sorted; none of an installed package. */
  readonly find: (pattern: string) => readonly string[];
}

export function folderTree(root: string): PackageTree {
  const has = (path: string): boolean =>
    statOf(join(root, path))?.isFile() === true && isInside(root, join(root, path));
  return {
    has,
    read: (path) => (has(path) ? readFileSync(join(root, path), "utf8") : undefined),
    find: (pattern) =>
      globSync(pattern, {
        cwd: root,
        expandDirectories: false,
        ignore: ["out/**", "out.next/**", "**/node_modules/**"],
      })
        .filter((path) => isInside(root, join(root, path)))
        .sort(),
  };
}

/** What says which packages there are. */
export const isManifest = (path: string): boolean =>
  /(?:^|\/)(?:package\.json|deno\.json|pnpm-workspace\.yaml|lerna\.json)$/.test(path) &&
  !/(?:^|\/)node_modules\//.test(path);

/** The same of a commit; undefined when git lacks a manifest. */
export async function committedTree(
  files: CommittedFiles,
  blobs: readonly Blob[],
): Promise<PackageTree | undefined> {
  const paths = new Set(blobs.map(({ path }) => path));
  const texts = new Map<string, string>();
  for (const blob of blobs.filter(({ path }) => isManifest(path))) {
    const text = await files.text(blob);
    if (text === undefined) return undefined;
    texts.set(blob.path, text);
  }
  return {
    has: (path) => paths.has(path),
    read: (path) => texts.get(path),
    find: (pattern) => [...paths].filter((path) => posix.matchesGlob(path, pattern)).sort(),
  };
}
