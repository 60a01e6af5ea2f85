import { withLineFeeds } from "#data/canonical.ts";
import type { PastFile } from "#model/programme/sign-off.ts";
import { openObjects } from "../git/objects/open-objects.ts";
import type { RunGit } from "../git/run-git.ts";
import type { TrustedSource } from "./read-trust.ts";

/**
 * Every version of these files and folders that the trusted ref ever had at its tip, each with the
 * moment when it came there. What it lost again is among them.
 */
export async function readPast(
  root: string,
  { git, commit, shallow }: TrustedSource,
  paths: readonly string[],
): Promise<readonly PastFile[]> {
  if (commit === undefined || shallow || paths.length === 0) return [];
  const versions = await listVersions(git, commit, paths);
  if (versions.length === 0) return [];
  const clock = await readClock(git, commit);
  const objects = openObjects(root);
  try {
    const past: PastFile[] = [];
    for (const { path, blob, by } of versions) {
      const object = await objects.read(blob);
      const since = clock.get(by);
      if (object?.type !== "blob" || since === undefined) continue;
      past.push({ path, bytes: withLineFeeds(object.content), since });
    }
    return past;
  } finally {
    objects.close();
  }
}

/** Content that a path once had, and the commit that brought it there first. */
interface Version {
  readonly path: string;
  readonly blob: string;
  readonly by: string;
}

/** Along the first parents: what a branch had before it was merged was never trusted. */
async function listVersions(
  git: RunGit,
  commit: string,
  paths: readonly string[],
): Promise<readonly Version[]> {
  const format = ["--format=%H", "--raw", "--no-renames", "--no-abbrev", "--relative", "-z"];
  const limit = paths.map((path) => `:(literal)${path}`);
  const walk = ["--first-parent", "-m", "--no-show-signature", commit, "--", ...limit];
  const tokens = (await git("log", ...format, ...walk)).split("\0");
  const versions = new Map<string, Version>();
  let by = "";
  for (const [index, token] of tokens.entries()) {
    const text = token.trim();
    if (/^[0-9a-f]{40,64}$/.test(text)) by = text;
    const [, blob] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AMT]$/.exec(text) ?? [];
    const path = tokens[index + 1];
    // Newest first: what comes later in the list was there earlier.
    if (blob !== undefined && path !== undefined)
      versions.set(`${path}\0${blob}`, { path, blob, by });
  }
  return [...versions.values()];
}

/** When each commit was made; none earlier than one before it, whatever it says of itself. */
async function readClock(git: RunGit, commit: string): Promise<ReadonlyMap<string, string>> {
  const text = await git("log", "--first-parent", "--no-show-signature", "--format=%H %ct", commit);
  const clock = new Map<string, string>();
  let latest = 0;
  for (const line of text.trim().split("\n").toReversed()) {
    const [hash = "", seconds = ""] = line.split(" ");
    latest = Math.max(latest, Number(seconds));
    clock.set(hash, new Date(latest * 1000).toISOString().replace(".000Z", "Z"));
  }
  return clock;
}
