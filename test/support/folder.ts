import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** A new folder outside the repository that holds `files`; it is gone when the test ends. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "rastro-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** A new folder for all tests of a suite; it is gone when the last of them ends. */
export function suiteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rastro-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes texts below `folder`, with the folders that their paths need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
