import { simpleGit, type SimpleGit } from "simple-git";

/** Runs one read-only git command and gives what it printed. */
export type RunGit = (...args: readonly string[]) => Promise<string>;

/** What git needs of the environment; everything else, `GIT_DIR` first of all, could lead it astray. */
const inherited = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TEMP", "TMP"];

/** No prompt, no network (a partial clone would fetch), no local rewriting, messages in one language. */
const hardening = {
  GIT_ALLOW_PROTOCOL: "",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_TERMINAL_PROMPT: "0",
};

/** Opens git in a folder that exists. */
export function openGit(folder: string): RunGit {
  const git = hardenedGit(folder);
  return (...args) => git.raw([...args]);
}

/** Reads files out of commits, byte by byte: `main:docs/a.md`; undefined for what is not there. */
export function openBlobs(folder: string): (name: string) => Promise<Buffer | undefined> {
  const git = hardenedGit(folder);
  return async (name) => {
    try {
      return Buffer.from((await git.binaryCatFile(["blob", name])) as Buffer);
    } catch {
      return undefined;
    }
  };
}

function hardenedGit(folder: string): SimpleGit {
  return simpleGit({
    baseDir: folder,
    config: [],
    maxConcurrentProcesses: 2,
    allowEnvironment: Object.keys(hardening),
  }).env(gitEnvironment());
}

/** The environment in which git is asked, whoever starts it. */
export function gitEnvironment(): Readonly<Record<string, string>> {
  const environment = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(environment), ...hardening, LC_ALL: "C" };
}

/** Why git did not answer. */
export type GitFailure =
  | { readonly why: "missing" }
  | { readonly why: "not-a-repository" }
  | { readonly why: "refused"; readonly reason: string };

export function classifyFailure(error: unknown): GitFailure {
  const text = error instanceof Error ? error.message : String(error);
  if (/\bENOENT\b/.test(text)) return { why: "missing" };
  if (text.includes("not a git repository")) return { why: "not-a-repository" };
  const [reason = text] = text.split("\n");
  return { why: "refused", reason: reason.replace(/^fatal: /, "") };
}
