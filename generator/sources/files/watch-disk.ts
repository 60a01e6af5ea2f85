import { type Dirent, lstat, readdir, realpath, stat, type Stats } from "node:fs";
import { relative } from "node:path";
import type { GlobOptions } from "tinyglobby";
import { isInside } from "./inside.ts";

/** Why a search could not read something. */
export type Obstacle =
  | { readonly kind: "unreadable-folder" | "broken-symlink"; readonly reason: string }
  | { readonly kind: "outside-root" | "special-file" };

type Disk = NonNullable<GlobOptions["fs"]>;
type Callback<Value> = (error: Error | null, value?: Value) => void;

/** A disk to search, and what was noted during the search. */
export interface WatchedDisk {
  readonly disk: Disk;
  /** What looks like a file to the search, and is none; it matters when the search finds it. */
  readonly inFiles: ReadonlyMap<string, Obstacle>;
  /** What the search wanted to look into, and could not. */
  readonly inFolders: ReadonlyMap<string, Obstacle>;
}

/**
 * The disk as a search for files sees it. The search passes over in silence whatever it cannot
 * read; here it is noted. Broken links and pipes look like files, or, without an ending, like empty
 * folders, so that the search itself says whether they are wanted.
 * @param root absolute, without symbolic links
 */
export function watchDisk(root: string): WatchedDisk {
  const inFiles = new Map<string, Obstacle>();
  const inFolders = new Map<string, Obstacle>();
  const notes: Notes = {
    inFiles,
    inFolders,
    doors: new Map(),
    root,
    nameOf: (path) => relative(root, path).replaceAll("\\", "/"),
  };
  // The search uses no other form of these functions.
  const disk = {
    readdir: (folder: string, _: unknown, callback: Callback<readonly Dirent[]>) =>
      listFolder(folder, callback, notes),
    realpath: (path: string, callback: Callback<string>) => followLink(path, callback, notes),
    stat: (path: string, callback: Callback<Stats>) => describePath(path, callback, notes),
  } as unknown as Disk;
  return { disk, inFiles, inFolders };
}

interface Notes {
  readonly root: string;
  readonly nameOf: (path: string) => string;
  readonly inFiles: Map<string, Obstacle>;
  readonly inFolders: Map<string, Obstacle>;
  /** Links that are not gone through, by where they lead. */
  readonly doors: Map<string, { readonly link: string; readonly obstacle: Obstacle }>;
}

function listFolder(
  folder: string,
  callback: Callback<readonly Dirent[]>,
  { nameOf, doors, inFolders, inFiles }: Notes,
): void {
  const door = doors.get(nameOf(folder));
  if (door) {
    inFolders.set(door.link, door.obstacle);
    callback(null, []);
    return;
  }
  readdir(folder, { withFileTypes: true }, (error, entries) => {
    if (error) {
      const reason = codeOf(error);
      if (!isAbsent(reason)) inFolders.set(nameOf(folder), { kind: "unreadable-folder", reason });
      callback(error);
      return;
    }
    for (const { name } of entries.filter(isSpecial)) {
      inFiles.set(nameOf(`${folder}/${name}`), { kind: "special-file" });
    }
    callback(null, entries.map(withoutSpecial));
  });
}

function followLink(
  path: string,
  callback: Callback<string>,
  { root, nameOf, doors, inFiles }: Notes,
): void {
  const link = nameOf(path);
  realpath(path, (error, resolved) => {
    if (error) {
      const obstacle = { kind: "broken-symlink", reason: codeOf(error) } as const;
      inFiles.set(link, obstacle);
      doors.set(link, { link, obstacle });
    } else if (!isInside(root, resolved)) {
      doors.set(nameOf(resolved), { link, obstacle: { kind: "outside-root" } });
    }
    callback(null, error ? path : resolved);
  });
}

function describePath(path: string, callback: Callback<Stats>, { nameOf, inFiles }: Notes): void {
  if (!inFiles.has(nameOf(path))) {
    stat(path, callback);
    return;
  }
  lstat(path, (error, stats) => {
    callback(error, looksLikeFolder(path) ? asFolder(stats) : stats);
  });
}

const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? String(error);

/** A pattern may begin with folders that are not there: that is nothing found, no obstacle. */
const isAbsent = (reason: string): boolean => reason === "ENOENT" || reason === "ENOTDIR";

const looksLikeFolder = (path: string): boolean => !/\.[^/]+$/.test(path);

const isSpecial = (entry: Dirent): boolean =>
  !entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink();

const withoutSpecial = (entry: Dirent): Dirent =>
  isSpecial(entry) ? Object.assign(Object.create(entry) as Dirent, { isFile: () => true }) : entry;

const asFolder = (stats: Stats): Stats =>
  Object.assign(Object.create(stats) as Stats, { isDirectory: () => true });
