import type { RunGit } from "./run-git.ts";

/** A path that a commit gave another name. */
export interface Rename {
  readonly commit: string;
  readonly from: string;
  readonly to: string;
  /** Of what was there and what it became: 100 for the same bytes. */
  readonly likeness: number;
}

/** What happened longer ago is looked for in vain. */
const mostCommits = 20_000;

const isCommit = (word: string): boolean => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(word);

/**
 * The newest commit that brought each path, or took it away. To name the paths to git makes it much
 * slower.
 */
export async function lastCommits(
  git: RunGit,
  what: "brought" | "taken",
): Promise<ReadonlyMap<string, string>> {
  const output = await git(
    ...["log", "-z", "--no-renames", `--diff-filter=${what === "taken" ? "D" : "A"}`, "--relative"],
    ...["--format=%H", "--name-only", `--max-count=${mostCommits}`, "HEAD", "--"],
  );
  const last = new Map<string, string>();
  let commit = "";
  for (const word of wordsOf(output)) {
    if (isCommit(word)) commit = word;
    else if (!last.has(word)) last.set(word, commit);
  }
  return last;
}

/** The renames in some commits. */
export async function renamesIn(
  git: RunGit,
  commits: ReadonlySet<string>,
): Promise<readonly Rename[]> {
  if (commits.size === 0) return [];
  const output = await git(
    ...["show", "-z", "--find-renames", "--diff-filter=R", "--relative", "--format=%H"],
    ...["--name-status", ...commits, "--"],
  );
  const words = wordsOf(output);
  const renames: Rename[] = [];
  let commit = "";
  for (let at = 0; at < words.length; at++) {
    // `R087`, the old path and the new one.
    const [word = "", from = "", to = ""] = words.slice(at, at + 3);
    const likeness = /^R(\d{3})$/.exec(word)?.[1];
    if (isCommit(word)) commit = word;
    if (likeness === undefined) continue;
    renames.push({ commit, from, to, likeness: Number(likeness) });
    at += 2;
  }
  return renames;
}

/** Git ends each with a NUL, and begins the list of a commit with a line of its own. */
const wordsOf = (output: string): readonly string[] =>
  output
    .split("\0")
    .map((word) => word.replace(/^\n/, ""))
    .filter((word) => word !== "");
