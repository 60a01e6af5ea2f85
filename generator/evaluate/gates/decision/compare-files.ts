import type { FileDigest, SignOffResult } from "#model/programme/sign-off.ts";

export const noChanges: SignOffResult["changes"] = { added: [], changed: [], removed: [] };

/** What became of files between two moments, by path. */
export function compareFiles(
  before: readonly FileDigest[],
  after: readonly FileDigest[],
): SignOffResult["changes"] {
  const old = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  const young = new Map(after.map(({ path, sha256 }) => [path, sha256]));
  return {
    added: [...young.keys()].filter((path) => !old.has(path)).toSorted(),
    changed: [...young]
      .flatMap(([path, digest]) => (old.has(path) && old.get(path) !== digest ? [path] : []))
      .toSorted(),
    removed: [...old.keys()].filter((path) => !young.has(path)).toSorted(),
  };
}
