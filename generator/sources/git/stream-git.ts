import { spawn } from "node:child_process";
import { gitEnvironment } from "./run-git.ts";

/** No git says more than this about why it failed. */
const longestReason = 4096;

/** Runs one read-only git command and gives what it prints while it prints it. */
export async function* streamGit(
  folder: string,
  args: readonly string[],
): AsyncGenerator<Buffer, void, undefined> {
  const git = spawn("git", args, {
    cwd: folder,
    // Into a pipe git would write every record by itself, which takes longer than finding it.
    env: { ...gitEnvironment(), GIT_FLUSH: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let reason = "";
  git.stderr.setEncoding("utf8").on("data", (text: string) => {
    if (reason.length < longestReason) reason += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    git.once("error", reject);
    git.once("close", resolve);
  });
  // Asked for when everything is read; until then a failure waits.
  ended.catch(() => undefined);
  yield* git.stdout as AsyncIterable<Buffer>;
  if ((await ended) !== 0) throw new Error(reason);
}
