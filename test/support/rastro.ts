import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "./repository.ts";

/** What a run of the command said and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const environmentOf = (own: Readonly<Record<string, string>>) => ({
  PATH: process.env["PATH"] ?? "",
  LANG: "C.UTF-8",
  ...own,
});

/** Runs `rastro` as a process of its own in `folder`. */
export function rastro(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, "generator/main.ts"), ...words],
    {
      cwd: folder,
      encoding: "utf8",
      env: environmentOf(environment),
    },
  );
  return { code: status, stdout, stderr };
}

/** The same, while this process goes on: it may be the server that the command asks. */
export const rastroAsync = (folder: string, words: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const main = join(repository, "generator/main.ts");
    const options = { cwd: folder, env: environmentOf({}) };
    const child = execFile(process.execPath, [main, ...words], options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
