import { openGit } from "../git/run-git.ts";
import { lastCommits, renamesIn } from "../git/renames.ts";

/** A page that was moved more often is not followed further back. */
const mostSteps = 4;

/**
 * Where pages lay before, the newest place first, by the renames in the history of the repository.
 * Without a history nothing is known, which is no defect.
 */
export async function findOrigins(
  root: string,
  pages: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const origins = new Map<string, string[]>(pages.map((path) => [path, []]));
  const git = openGit(root);
  try {
    const broughtIn = await lastCommits(git, "brought");
    // What a page was called at each step, and the page that it is now.
    let names = new Map(pages.map((path) => [path, path]));
    for (let step = 0; step < mostSteps && names.size > 0; step++) {
      const commits = [...names.keys()].flatMap((name) => broughtIn.get(name) ?? []);
      const renames = await renamesIn(git, new Set(commits));
      const before = new Map<string, string>();
      for (const { commit, from, to } of renames) {
        const page = broughtIn.get(to) === commit ? names.get(to) : undefined;
        if (page === undefined || origins.get(page)?.includes(from)) continue;
        origins.get(page)?.push(from);
        before.set(from, page);
      }
      names = before;
    }
  } catch {
    return new Map();
  }
  return origins;
}
