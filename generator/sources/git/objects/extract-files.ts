import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type GitObjects, openObjects } from "./open-objects.ts";
import { parseTree, type TreeEntry } from "./parse-tree.ts";
import { openGit } from "../run-git.ts";

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

/** When a commit was made, with the offset of who made it. */
export const commitDate = async (root: string, commit: string): Promise<string> =>
  (await openGit(root)("show", "--no-patch", "--format=%cI", commit)).trim();

/** One file of a commit. */
export interface Blob {
  /** Relative to the root. */
  readonly path: string;
  readonly id: string;
}

/** Reads the files that commits have below a root; what commits share is read once. */
export interface CommittedFiles {
  /** The regular files that are wanted; undefined when git has no such commit. */
  readonly list: (commit: string) => Promise<readonly Blob[] | undefined>;
  /**
   * The folder with just these files, each at its own path, until the next is asked for; undefined
   * when git lacks some. From one commit to the next only what differs is written.
   */
  readonly checkOut: (commit: string) => Promise<string | undefined>;
  /** The text of one; undefined when git lacks it. */
  readonly text: (blob: Blob) => Promise<string | undefined>;
  readonly close: () => void;
}

export function openCommittedFiles(
  root: string,
  isWanted: (path: string) => boolean,
): CommittedFiles {
  const objects = openObjects(root);
  const trees = new Map<string, readonly TreeEntry[]>();
  const readTree = async (name: string): Promise<readonly TreeEntry[] | undefined> => {
    const known = trees.get(name);
    if (known) return known;
    const tree = await objects.read(name);
    if (tree?.type !== "tree") return undefined;
    const entries = parseTree(tree);
    trees.set(tree.id, entries);
    return entries;
  };
  // Who compares two commits asks for each several times.
  const recent = new Map<string, readonly Blob[] | undefined>();
  const list = async (commit: string): Promise<readonly Blob[] | undefined> => {
    if (recent.has(commit)) return recent.get(commit);
    const top = await readTree(`${commit}:./`);
    const blobs = top && (await listTree("", top, { readTree, isWanted }));
    const [oldest] = recent.size < 2 ? [] : recent.keys();
    if (oldest !== undefined) recent.delete(oldest);
    recent.set(commit, blobs);
    return blobs;
  };
  let tree: WorkTree | undefined;
  const checkOut = async (commit: string): Promise<string | undefined> => {
    const blobs = await list(commit);
    if (blobs === undefined) return undefined;
    tree ??= openWorkTree();
    return (await turnInto(tree, blobs, objects)) ? tree.folder : undefined;
  };
  const close = (): void => {
    objects.close();
    tree?.dispose();
  };
  const text = async ({ id }: Blob) => (await objects.read(id))?.content.toString("utf8");
  return { list, checkOut, text, close };
}

/** Writes the wanted files of one commit into a temporary folder; undefined when git lacks some. */
export async function extractFiles(
  root: string,
  commit: string,
  isWanted: (path: string) => boolean,
): Promise<ExtractedFiles | undefined> {
  const files = openCommittedFiles(root, isWanted);
  try {
    const folder = await files.checkOut(commit);
    if (folder !== undefined) return { folder, dispose: files.close };
  } catch (error) {
    files.close();
    throw error;
  }
  files.close();
  return undefined;
}

interface TreeWalk {
  readonly readTree: (name: string) => Promise<readonly TreeEntry[] | undefined>;
  readonly isWanted: (path: string) => boolean;
}

async function listTree(
  folder: string,
  entries: readonly TreeEntry[],
  walk: TreeWalk,
): Promise<readonly Blob[]> {
  const blobs: Blob[] = [];
  for (const { mode, name, id } of entries) {
    // A tree can be made by hand: no name in it leads out of the folder.
    if (name === ".." || name.includes("/")) continue;
    const path = `${folder}${name}`;
    if (mode.startsWith("100") && walk.isWanted(path)) blobs.push({ path, id });
    if (mode !== "40000") continue;
    const below = await walk.readTree(id);
    if (below) blobs.push(...(await listTree(`${path}/`, below, walk)));
  }
  return blobs;
}

/** A temporary folder, and what is written in it. */
interface WorkTree extends ExtractedFiles {
  /** The content of each file, by its path. */
  readonly files: Map<string, string>;
}

function openWorkTree(): WorkTree {
  const folder = mkdtempSync(join(tmpdir(), "rastro-"));
  return {
    folder,
    files: new Map(),
    dispose: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A partial clone lacks some, and git is not asked to fetch them: half a version is none. */
async function turnInto(
  { folder, files }: WorkTree,
  blobs: readonly Blob[],
  objects: GitObjects,
): Promise<boolean> {
  const wanted = new Set(blobs.map(({ path }) => path));
  for (const path of [...files.keys()].filter((each) => !wanted.has(each))) {
    rmSync(join(folder, path));
    files.delete(path);
  }
  for (const { path, id } of blobs) {
    if (files.get(path) === id) continue;
    const blob = await objects.read(id);
    if (!blob) return false;
    const file = join(folder, path);
    // An emptied folder may have left its name to a file.
    if (!files.has(path)) rmSync(file, { recursive: true, force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, blob.content);
    files.set(path, id);
  }
  return true;
}
