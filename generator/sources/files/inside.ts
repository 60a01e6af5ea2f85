import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";

/**
 * Whether `path`, with symbolic links followed, lies below `root`. Both absolute.
 *
 * @trace P8
 */
export function isInside(root: string, path: string): boolean {
  const way = relative(realpathSync.native(root), realPathOf(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Follows the links of as much of a path as exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = join(path, "..");
    return parent === path ? path : join(realPathOf(parent), path.slice(parent.length));
  }
}

/** What a path leads to; `undefined` when it leads nowhere, for whatever reason. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a file lies at a path itself, and no link. */
export function isPlainFile(path: string): boolean {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}
