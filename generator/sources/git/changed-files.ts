import type { FileChange } from "#model/location.ts";
import { openGit } from "./run-git.ts";
import { streamGit } from "./stream-git.ts";

/** A file that a commit touched. */
export interface ChangedFile extends FileChange {
  /** Relative to the folder that was asked about. */
  readonly file: string;
}

const heading = /^\n?\u0001([0-9a-f]+) (.+)$/;

/**
 * The files that commits touched, from the newest commit back, each under the name that it had then.
 * Nothing where the history is cut off: all files would seem to come from its first commit. `limits`
 * are further words for `git log`, `within` the folder that counts.
 */
export async function* changedFiles(
  root: string,
  limits: readonly string[],
  within = "",
): AsyncGenerator<ChangedFile> {
  const shallow = await openGit(root)("rev-parse", "--is-shallow-repository");
  if (shallow.trim() !== "false") return;
  const folders = within === "" ? [] : [`:(literal)${within}`];
  const log = streamGit(root, [
    ...["log", "-z", "--no-renames", "--no-show-signature", "--relative", "--name-only"],
    ...[...limits, "--format=%x01%H %cI", "HEAD", "--", ...folders],
  ]);
  let change: FileChange | undefined;
  for await (const word of wordsOf(log)) {
    const [, commit, date] = heading.exec(word) ?? [];
    if (commit !== undefined && date !== undefined) change = { commit, date };
    else if (change) yield { ...change, file: word.replace(/^\n/, "") };
  }
}

async function* wordsOf(log: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of log) {
    const words = (rest + decoder.decode(piece, { stream: true })).split("\0");
    rest = words.pop() ?? "";
    yield* words;
  }
  yield rest;
}
