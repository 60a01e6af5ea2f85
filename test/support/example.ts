import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { layExampleProject } from "./example-project.ts";
import { temporaryFolder } from "./folder.ts";

/** A copy of the example programme with settings of its own, in a folder that is gone afterwards. */
export function exampleCopy(): string {
  const folder = temporaryFolder();
  layExampleProject(folder);
  return folder;
}

/** Replaces one piece of a file; the piece must be there. */
export function edit(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`nothing to replace: ${before}`);
  return text.replace(before, () => after);
}

export const writeText = (folder: string, path: string, text: string): void => {
  writeFileSync(join(folder, path), text);
};
