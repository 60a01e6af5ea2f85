import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { readdirSync, lstatSync, type Stats } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

/** What stands at a path, symbolic links not followed. */
export type EntryKind = "file" | "link" | "other";

/** Everything below a folder, as it is on disk. Paths are relative to it, with `/`. */
export interface Tree {
  readonly entries: ReadonlyMap<string, EntryKind>;
  /** Every folder with its permissions. */
  readonly folders: ReadonlyMap<string, number>;
  readonly emptyFolders: readonly string[];
  /** Folders of another file system, which were not entered. */
  readonly mountPoints: readonly string[];
}

export const emptyTree: Tree = {
  entries: new Map(),
  folders: new Map(),
  emptyFolders: [],
  mountPoints: [],
};

/** Lists a folder and all below it, following nothing. */
export function readTree(root: string): Tree {
  const entries = new Map<string, EntryKind>();
  const folders = new Map<string, number>();
  const emptyFolders: string[] = [];
  const mountPoints: string[] = [];
  const { dev: device } = lstatSync(root);
  const visit = (folder: string): void => {
    const names = readdirSync(join(root, folder), { withFileTypes: true });
    if (names.length === 0 && folder !== "") emptyFolders.push(folder);
    for (const name of names) {
      const path = folder === "" ? name.name : `${folder}/${name.name}`;
      if (!name.isDirectory()) {
        entries.set(path, name.isFile() ? "file" : name.isSymbolicLink() ? "link" : "other");
        continue;
      }
      const stats = lstatSync(join(root, path));
      folders.set(path, stats.mode & 0o7777);
      if (stats.dev === device) visit(path);
      else mountPoints.push(path);
    }
  };
  visit("");
  return { entries, folders, emptyFolders, mountPoints };
}

/** What is at a path itself; `undefined` when there is nothing. */
export const statOf = (path: string): Stats | undefined =>
  lstatSync(path, { throwIfNoEntry: false });

/** Runs `work`; what the file system refuses becomes a diagnostic, a bug stays an exception. */
export function onDisk<Value>(
  out: string,
  work: () => Value,
): { readonly value: Value } | { readonly problem: Diagnostic } {
  try {
    return { value: work() };
  } catch (error) {
    const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
    if (typeof code !== "string" || !/^E[A-Z0-9]+$/.test(code)) throw error;
    const place = describePlace(out, dest ?? path ?? out);
    return { problem: diagnose("publish/disk-refused", { path: place, reason: code }) };
  }
}

/** A path as people see it: from the folder that holds `out/`, never absolute. */
export const describePlace = (out: string, path: string): string =>
  relative(dirname(out), path).split(sep).join("/") || basename(out);
