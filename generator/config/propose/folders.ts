import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
} from "node:fs";
import { join } from "node:path/posix";

/** A folder further down is nobody's main source. */
const deepest = 5;
const mostFolders = 4000;

const passedOver =
  /^(?:\..*|node_modules|vendor|third[-_]party|bower_components|venv|__pycache__|dist|build|out|target|coverage|tests?|__tests__|specs?-?fixtures|fixtures|examples?|samples?|templates?)$/i;

/** A folder of the project, with what lies directly in it. */
export interface Folder {
  /** Below where the search began; empty for that folder itself. */
  readonly path: string;
  readonly entries: readonly Dirent[];
}

/** The folder and those below, nearest first; of what others made or only test with, nothing. */
export function foldersIn(root: string): readonly Folder[] {
  const folders: Folder[] = [{ path: "", entries: listFolder(root, "") }];
  // A list that grows while it is walked.
  for (const { path, entries } of folders) {
    if (folders.length > mostFolders) break;
    if (depthOf(path) >= deepest) continue;
    for (const entry of entries) {
      if (!entry.isDirectory() || passedOver.test(entry.name)) continue;
      const below = join(path, entry.name);
      folders.push({ path: below, entries: listFolder(root, below) });
    }
  }
  return folders;
}

/** Where Java keeps what is no code is one step down, though three folders. */
const depthOf = (path: string): number =>
  path.replace(/(^|\/)src\/main\/resources(?=\/|$)/, "$1resources").split("/").length;

/** What lies in a folder, by name; nothing when it cannot be listed. */
export function listFolder(root: string, path: string): readonly Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return [];
  }
}

const fewBytes = 4096;

/** How a file begins; empty when it cannot be read. */
export const readHead = (root: string, path: string): string => readPart(root, path, () => 0);

/** How a file ends; empty when it cannot be read. */
export const readTail = (root: string, path: string): string =>
  readPart(root, path, (size) => Math.max(0, size - fewBytes));

function readPart(root: string, path: string, start: (size: number) => number): string {
  try {
    const file = openSync(join(root, path), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const bytes = Buffer.alloc(fewBytes);
      const from = start(fstatSync(file).size);
      return bytes.toString("utf8", 0, readSync(file, bytes, 0, fewBytes, from));
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}
