import { execFileSync } from "node:child_process";
import { temporaryFolder, writeFiles } from "./folder.ts";

/** A real repository in a temporary folder, whose every byte depends on what the test asks for. */
export interface GitRepository {
  readonly folder: string;
  /** Runs git and gives what it printed, trimmed. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes `files` and commits them; each commit is one day younger than the last. */
  readonly commit: (message: string, files?: Readonly<Record<string, string>>) => string;
}

export function gitRepository(folder = temporaryFolder()): GitRepository {
  let day = 0;
  const run = (args: readonly string[], input?: string): string => {
    const date = `2026-01-${String(day + 1).padStart(2, "0")}T12:00:00-03:00`;
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      ...(input !== undefined && { input }),
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Joana Conceição",
        GIT_AUTHOR_EMAIL: "joana@example.invalid",
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: "Joana Conceição",
        GIT_COMMITTER_EMAIL: "joana@example.invalid",
        GIT_COMMITTER_DATE: date,
      },
    }).trim();
  };
  run(["init", "--quiet", "--initial-branch=main"]);
  return {
    folder,
    git: (...args) => run(args),
    commit: (message, files = {}) => {
      day++;
      writeFiles(folder, files);
      run(["add", "--all"]);
      run(["commit", "--quiet", "--allow-empty", "--allow-empty-message", "--file=-"], message);
      return run(["rev-parse", "HEAD"]);
    },
  };
}

type Files = Readonly<Record<string, string>>;

/** A project with these settings and releases, each a tag with what it changes. */
export function releasedProject(
  settings: string,
  releases: Readonly<Record<string, Files>>,
): string {
  const { folder, commit, git } = gitRepository();
  for (const [tag, files] of Object.entries(releases)) {
    commit(`feat: ${tag}`, { "rastro.config.yaml": settings, ...files });
    git("tag", tag);
  }
  return folder;
}
