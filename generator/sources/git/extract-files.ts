import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openGit, type RunGit } from "./run-git.ts";

/** Files of one revision, in a folder of their own until they are disposed of. */
export interface ExtractedFiles {
  readonly folder: string;
  readonly dispose: () => void;
}

/** The full name of the commit that a revision is; undefined when git knows none. */
export async function findCommit(root: string, revision: string): Promise<string | undefined> {
  const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  try {
    return (await openGit(root)(...asked)).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** One file of a commit. */
interface Blob {
  /** Relative to the root. */
  readonly path: string;
  readonly id: string;
  readonly size: number;
}

/** The regular files below `root` as the commit has them. */
export async function listBlobs(root: string, commit: string): Promise<readonly Blob[]> {
  const git = openGit(root);
  const listing = await git("ls-tree", "-r", "-l", "-z", "--end-of-options", commit, ".");
  return listing.split("\0").flatMap((line) => {
    const [, id, size, path] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    // A tree can be made by hand: no name in it leads out of the folder.
    if (path === undefined || path.split("/").includes("..")) return [];
    return [{ path, id: id ?? "", size: Number(size) }];
  });
}

/** Writes the files of a commit that are wanted into a temporary folder, each at its own path. */
export async function extractFiles(
  root: string,
  commit: string,
  isWanted: (path: string) => boolean,
): Promise<ExtractedFiles> {
  const wanted = (await listBlobs(root, commit)).filter(({ path }) => isWanted(path));
  const folder = mkdtempSync(join(tmpdir(), "rastro-"));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  try {
    const git = openGit(root);
    for (const group of grouped(wanted)) await writeBlobs(git, group, folder);
  } catch (error) {
    dispose();
    throw error;
  }
  return { folder, dispose };
}

/** Command lines and answers stay small. */
const groupLimits = { files: 200, bytes: 8_000_000 };

function grouped(blobs: readonly Blob[]): readonly (readonly Blob[])[] {
  const groups: Blob[][] = [];
  let [current, bytes]: [Blob[], number] = [[], 0];
  for (const blob of blobs) {
    const isFull = current.length >= groupLimits.files || bytes + blob.size > groupLimits.bytes;
    if (isFull && current.length > 0) {
      groups.push(current);
      [current, bytes] = [[], 0];
    }
    current.push(blob);
    bytes += blob.size;
  }
  return current.length === 0 ? groups : [...groups, current];
}

/** Many at once come one after the other; what is not UTF-8 loses its length and is asked for alone. */
async function writeBlobs(git: RunGit, blobs: readonly Blob[], folder: string): Promise<void> {
  const print = ["show", "--no-textconv", "--end-of-options"];
  const all = Buffer.from(await git(...print, ...blobs.map(({ id }) => id)));
  const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
  let at = 0;
  for (const blob of blobs) {
    const part =
      all.length === size
        ? all.subarray(at, at + blob.size)
        : Buffer.from(await git("cat-file", "blob", blob.id));
    at += blob.size;
    const file = join(folder, blob.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, part);
  }
}
