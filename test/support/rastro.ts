import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "./repository.ts";

/** What a run of the command said and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

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
      env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", ...environment },
    },
  );
  return { code: status, stdout, stderr };
}
