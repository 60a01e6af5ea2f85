import type { FileChange } from "#model/location.ts";
import { changedFiles } from "../git/changed-files.ts";

/** A file that nobody touched for longer has no date on its pages, and the run does not wait for it. */
const mostCommits = 10_000;

/**
 * The last commit that changed each of the files, as far as the history here tells: nothing where
 * there is none, or where it is cut off. Reading stops with the last file found.
 */
export async function readLastChanges(
  root: string,
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, FileChange>> {
  const changes = new Map<string, FileChange>();
  try {
    for await (const { file, ...change } of changedFiles(root, [`--max-count=${mostCommits}`])) {
      if (files.has(file) && !changes.has(file)) changes.set(file, change);
      if (changes.size === files.size) break;
    }
    return changes;
  } catch {
    // No git, or no repository: the source that needs one has said so.
    return new Map();
  }
}
