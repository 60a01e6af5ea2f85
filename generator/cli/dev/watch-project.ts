import { readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/** What changes often and is no source. */
const ignored = new Set(["out", "node_modules", "dist", "coverage"]);

/** An editor writes a file in several steps. */
const restMilliseconds = 8;

/** Calls `changed` after each change below a folder, one call at a time; never returns. */
export async function watchProject(root: string, changed: () => Promise<void>): Promise<never> {
  let isRunning = false;
  let isWaiting = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    if (isRunning) {
      isWaiting = true;
      return;
    }
    isRunning = true;
    do {
      isWaiting = false;
      await changed();
      // Set by a change that came while the last one was worked on.
    } while (isWaiting as boolean);
    isRunning = false;
  };
  const note = (_event: string, name: string | null): void => {
    if (name !== null && isIgnored(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), restMilliseconds);
  };
  const watched = new Set<string>();
  const watchFolders = (): void => {
    for (const folder of foldersIn(root).filter((name) => !watched.has(name))) {
      watched.add(folder);
      watch(join(root, folder), { recursive: true }, note);
    }
  };
  watch(root, (event, name) => {
    watchFolders();
    note(event, name);
  });
  watchFolders();
  return new Promise(() => undefined);
}

const isIgnored = (name: string): boolean => ignored.has(name) || name.startsWith(".");

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const foldersIn = (root: string): readonly string[] =>
  readdirSync(root).filter((name) => !isIgnored(name) && isFolder(join(root, name)));
