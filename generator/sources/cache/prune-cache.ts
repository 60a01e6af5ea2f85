import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isProjectFolder } from "./cache-home.ts";

/** Answers to other questions of one name that are kept: other branches, other arguments. */
const keptAnswers = 8;

/** Projects that nobody asked about for so long are forgotten. */
const forgottenAfter = 90 * 24 * 60 * 60 * 1000;

/**
 * Removes what was not used for long beside an entry that was just written: surplus answers of the
 * same name, and in a folder of many projects those that are forgotten.
 */
export function pruneCache(file: string, name: string): void {
  const home = dirname(file);
  const answers = filesIn(home)
    .filter(({ path }) => path.startsWith(join(home, `${name}-`)) && path.endsWith(".json"))
    .sort((a, b) => b.used - a.used);
  for (const { path } of answers.slice(keptAnswers)) rmSync(path, { force: true });
  if (!isProjectFolder(home)) return;
  const now = statSync(file).mtimeMs;
  for (const { path } of filesIn(dirname(home))) {
    if (path === home || !isProjectFolder(path)) continue;
    const used = filesIn(path).map((each) => each.used);
    if (Math.max(0, ...used) < now - forgottenAfter) rmSync(path, { recursive: true, force: true });
  }
}

/** When each was last read or written. */
const filesIn = (folder: string): readonly { readonly path: string; readonly used: number }[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats ? [{ path, used: stats.mtimeMs }] : [];
  });
