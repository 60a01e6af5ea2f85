import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What lies below some folders, without a look into the files. */
export interface DiskState {
  /** Of the name, size, times, place and permissions of everything there is. */
  readonly digest: string;
  /** When the last of it changed, in milliseconds since 1970. */
  readonly newest: number;
}

/** A folder, and what in it is passed over. */
export interface Looked {
  readonly folder: string;
  readonly passes?: (path: string) => boolean;
}

/**
 * The state of everything in some folders. The system sets the time of a change (`ctime`) itself, so
 * that no edit keeps it, whatever it does to the file's own time.
 */
export function diskState(looked: readonly Looked[]): DiskState {
  const hash = createHash("sha256");
  let newest = 0;
  const visit = (path: string, passes: (path: string) => boolean): void => {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return;
    const { size, mtimeNs, ctimeNs, ctimeMs, ino, mode } = stats;
    const isFolder = stats.isDirectory();
    // The times of a folder change with what is passed over in it.
    const times = isFolder ? "" : `${String(size)} ${String(mtimeNs)} ${String(ctimeNs)}`;
    const target = stats.isSymbolicLink() ? readlinkSync(path) : "";
    hash.update(`${path}\0${times} ${String(ino)} ${String(mode)}\0${target}\n`);
    if (!isFolder) newest = Math.max(newest, Number(ctimeMs));
    for (const name of isFolder ? readdirSync(path).sort() : []) {
      const below = join(path, name);
      if (!passes(below)) visit(below, passes);
    }
  };
  for (const { folder, passes = () => false } of looked) visit(folder, passes);
  return { digest: hash.digest("hex"), newest };
}

/** What git knows of a folder's repository, but for objects, which never change. */
export function gitPlaces(root: string): readonly Looked[] {
  const marker = findUpwards(resolve(root), ".git");
  if (marker === undefined) return [];
  const own = statSync(marker).isDirectory() ? marker : folderIn(marker, /^gitdir: (.+)$/m);
  const shared = existsSync(join(own, "commondir"))
    ? folderIn(join(own, "commondir"), /^(.+)$/m)
    : own;
  const names = [
    "HEAD",
    "index",
    "config",
    "config.worktree",
    "packed-refs",
    "shallow",
    "info",
    "refs",
    "reftable",
  ];
  return [...new Set([own, shared])].flatMap((folder) =>
    names.map((name) => ({ folder: join(folder, name) })),
  );
}

/** A folder that a file of git's names, relative to the file. */
function folderIn(file: string, pattern: RegExp): string {
  const [, written = "."] = pattern.exec(readFileSync(file, "utf8")) ?? [];
  return resolve(dirname(file), written.trim());
}

function findUpwards(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? undefined : findUpwards(dirname(folder), name);
}
