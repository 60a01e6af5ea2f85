import type { Move } from "#model/links/link-folder.ts";
import { openGit, type RunGit } from "../git/run-git.ts";

/** A file that was moved longer ago, or more often, is looked for in vain. */
const mostCommits = 20_000;
const mostSteps = 8;

/**
 * Where files that are gone went, by the history of the repository that the folder lies in: only the
 * commits that took them away are compared. Without a history nothing is known, which is no defect.
 */
export async function findMoves(
  root: string,
  gone: readonly string[],
  files: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Move>> {
  const steps = new Map<string, Move>();
  const git = openGit(root);
  try {
    const removals = await readRemovals(git);
    let wanted = gone;
    for (let round = 0; round < mostSteps && wanted.length > 0; round++) {
      const found = await renamesOf(git, wanted, removals);
      for (const [path, move] of found) steps.set(path, move);
      wanted = [...found.values()].map(({ to }) => to).filter((to) => !files.has(to));
      wanted = wanted.filter((path) => !steps.has(path));
    }
  } catch {
    return new Map();
  }
  return new Map(
    gone.flatMap((path): readonly (readonly [string, Move])[] => {
      const move = follow(path, steps, files);
      return move ? [[path, move]] : [];
    }),
  );
}

/** Over all steps to a file that is there; as sure as the least sure step. */
function follow(
  path: string,
  steps: ReadonlyMap<string, Move>,
  files: ReadonlySet<string>,
): Move | undefined {
  let likeness = 100;
  let at = steps.get(path);
  for (let count = 0; at !== undefined && count < mostSteps; count++) {
    likeness = Math.min(likeness, at.likeness);
    if (files.has(at.to)) return { to: at.to, likeness };
    at = steps.get(at.to);
  }
  return undefined;
}

const isCommit = (word: string): boolean => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(word);

/** The newest commit that took each path away. To name the paths to git makes it much slower. */
async function readRemovals(git: RunGit): Promise<ReadonlyMap<string, string>> {
  const removals = await git(
    ...["log", "-z", "--no-renames", "--diff-filter=D", "--relative", "--format=%H"],
    ...["--name-only", `--max-count=${mostCommits}`, "HEAD", "--"],
  );
  const removedIn = new Map<string, string>();
  let commit = "";
  for (const word of wordsOf(removals)) {
    if (isCommit(word)) commit = word;
    else if (!removedIn.has(word)) removedIn.set(word, commit);
  }
  return removedIn;
}

/** The renames of paths in the commits that took them away. */
async function renamesOf(
  git: RunGit,
  paths: readonly string[],
  removals: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Move>> {
  const removedIn = new Map(
    paths.flatMap((path) => {
      const commit = removals.get(path);
      return commit === undefined ? [] : [[path, commit] as const];
    }),
  );
  const commits = [...new Set(removedIn.values())];
  if (commits.length === 0) return new Map();
  const renames = await git(
    ...["show", "-z", "--find-renames", "--diff-filter=R", "--relative", "--format=%H"],
    ...["--name-status", ...commits, "--"],
  );
  return readRenames(wordsOf(renames), removedIn);
}

/** Git ends each with a NUL, and begins the list of a commit with a line of its own. */
const wordsOf = (output: string): readonly string[] =>
  output
    .split("\0")
    .map((word) => word.replace(/^\n/, ""))
    .filter((word) => word !== "");

/** `R087`, the old path and the new one. */
function readRenames(
  words: readonly string[],
  removedIn: ReadonlyMap<string, string>,
): ReadonlyMap<string, Move> {
  const moves = new Map<string, Move>();
  let commit = "";
  for (let at = 0; at < words.length; at++) {
    const [word = "", from = "", to = ""] = words.slice(at, at + 3);
    const likeness = /^R(\d{3})$/.exec(word)?.[1];
    if (isCommit(word)) commit = word;
    if (likeness === undefined) continue;
    if (removedIn.get(from) === commit) moves.set(from, { to, likeness: Number(likeness) });
    at += 2;
  }
  return moves;
}
