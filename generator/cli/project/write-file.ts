import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes a file whole or not at all, with the folders that its path needs. */
export function writeWhole(root: string, path: string, content: Uint8Array | string): void {
  const absolute = join(root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(`${absolute}.new`, content);
  renameSync(`${absolute}.new`, absolute);
}
