import type { FileChange } from "#model/location.ts";
import { openGit } from "../git/run-git.ts";
import { streamGit } from "../git/stream-git.ts";

/** A file that nobody touched for longer has no date on its pages, and the run does not wait for it. */
const mostCommits = 10_000;

const heading = /^\n?\u0001([0-9a-f]+) (.+)$/;

/**
 * The last commit that changed each of the files, as far as the history here tells: nothing where
 * there is none, and nothing where it is cut off, because all files seem to come from its first
 * commit then. Reading stops with the last file found.
 */
export async function readLastChanges(
  root: string,
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, FileChange>> {
  try {
    const shallow = await openGit(root)("rev-parse", "--is-shallow-repository");
    return shallow.trim() === "false" ? await collect(wordsOf(root), files) : new Map();
  } catch {
    // No git, or no repository: the source that needs one has said so.
    return new Map();
  }
}

async function collect(
  words: AsyncIterable<string>,
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, FileChange>> {
  const changes = new Map<string, FileChange>();
  let change: FileChange | undefined;
  for await (const word of words) {
    const [, commit, date] = heading.exec(word) ?? [];
    if (commit !== undefined && date !== undefined) {
      if (changes.size === files.size) break;
      change = { commit, date };
      continue;
    }
    const file = word.replace(/^\n/, "");
    if (change && files.has(file) && !changes.has(file)) changes.set(file, change);
  }
  return changes;
}

/** The commits from the newest back, each followed by its files. */
async function* wordsOf(root: string): AsyncGenerator<string> {
  const log = streamGit(root, [
    ...["log", "-z", "--no-renames", "--no-show-signature", "--relative", "--name-only"],
    ...[`--max-count=${String(mostCommits)}`, "--format=%x01%H %cI", "HEAD", "--"],
  ]);
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of log) {
    const words = (rest + decoder.decode(piece, { stream: true })).split("\0");
    rest = words.pop() ?? "";
    yield* words;
  }
  yield rest;
}
