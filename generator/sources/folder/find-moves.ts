import type { Move } from "#model/links/link-folder.ts";
import { lastCommits, renamesIn } from "../git/renames.ts";
import { openGit, type RunGit } from "../git/run-git.ts";

/** A file that was moved more often is looked for in vain. */
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
    const removals = await lastCommits(git, "taken");
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

/** The renames of paths in the commits that took them away. */
async function renamesOf(
  git: RunGit,
  paths: readonly string[],
  takenIn: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Move>> {
  const wanted = new Set(paths);
  const commits = new Set(paths.flatMap((path) => takenIn.get(path) ?? []));
  const renames = await renamesIn(git, commits);
  const own = renames.filter(
    ({ from, commit }) => wanted.has(from) && takenIn.get(from) === commit,
  );
  return new Map(own.map(({ from, to, likeness }) => [from, { to, likeness }]));
}
