import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";

/** Writes a file so that it is there whole, the old or the new, whatever happens in between. */
export function replaceFile(path: string, content: string): void {
  const next = `${path}.rastro-${process.pid}`;
  try {
    writeFileSync(next, content, { mode: modeOf(path) });
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0o644;
}
