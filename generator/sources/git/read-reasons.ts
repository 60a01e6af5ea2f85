import type { PlanReason } from "#model/programme/plan-change.ts";
import { openGit, type RunGit } from "./run-git.ts";

/** A line that is there, or a text that a file has lost. */
export type Trace =
  | { readonly file: string; readonly line: number }
  | { readonly file: string; readonly lost: string };

/** Says which commits since a version wrote lines, or took texts away. */
export interface Reasons {
  readonly of: (traces: readonly Trace[]) => Promise<{
    readonly reasons: readonly PlanReason[];
    readonly isUncommitted: boolean;
  }>;
}

/** The commit of a line; `before`: older than the version; `nobody`: not committed. */
type Writer = PlanReason | "before" | "nobody";

/** Whether a clone holds a part of the history only; false without one. */
export async function isShallow(root: string): Promise<boolean> {
  try {
    return (await openGit(root)("rev-parse", "--is-shallow-repository")).trim() === "true";
  } catch {
    return false;
  }
}

/** The lines of every file are asked about once. */
export function openReasons(root: string, since: string): Reasons {
  const git = openGit(root);
  const known = new Map<string, Promise<readonly Writer[]>>();
  const writersOf = (file: string): Promise<readonly Writer[]> => {
    const found = known.get(file) ?? readWriters(git, since, file);
    known.set(file, found);
    return found;
  };
  const writerOf = async (trace: Trace): Promise<Writer | undefined> =>
    "lost" in trace
      ? await findRemover(git, since, trace)
      : (await writersOf(trace.file))[trace.line - 1];
  return {
    of: async (traces) => {
      const writers = await Promise.all(traces.map(writerOf));
      const reasons = new Map(
        writers.flatMap((each) => (typeof each === "object" ? [[each.hash, each] as const] : [])),
      );
      return { reasons: [...reasons.values()], isUncommitted: writers.includes("nobody") };
    },
  };
}

/** The last commit that changed how often the text stands in the file. */
async function findRemover(
  git: RunGit,
  since: string,
  { file, lost }: Trace & { readonly lost: string },
): Promise<Writer> {
  const range = [`${since}..HEAD`, "--", `:(literal)${file}`];
  const found = await git(
    "log",
    "-1",
    "--format=%H%x00%s",
    "--no-show-signature",
    `-S${lost}`,
    ...range,
  );
  const [hash = "", subject = ""] = found.trim().split("\0");
  return hash === "" ? "nobody" : { hash, subject };
}

/** By line, from 1; nothing of a file that git does not know. */
async function readWriters(git: RunGit, since: string, file: string): Promise<readonly Writer[]> {
  try {
    return readBlame(await git("blame", "--line-porcelain", `^${since}`, "--", file));
  } catch {
    return [];
  }
}

/** One block for each line: its commit, facts of it, and the line behind a tab. */
function readBlame(text: string): readonly Writer[] {
  const blocks = text.split(/^\t.*\n/m).slice(0, -1);
  return blocks.map((block) => {
    const hash = /^[0-9a-f]+/.exec(block)?.[0] ?? "";
    if (/^0+$/.test(hash)) return "nobody";
    if (/^boundary$/m.test(block)) return "before";
    return { hash, subject: /^summary (.*)$/m.exec(block)?.[1] ?? "" };
  });
}
