import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One commit as a corpus tells it: all but its files. */
interface LoggedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly message: string;
}

/** A history that was rebuilt from what somebody logged of it. */
export interface RebuiltRepository {
  readonly folder: string;
  readonly commits: readonly LoggedCommit[];
  /** The name that a commit has here, by the one that it had. */
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Git's name for the folder with nothing in it. */
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/**
 * Rebuilds the history of a `log.ndjson` with `git fast-import`, every commit with an empty tree.
 * Names of commits in messages are replaced by those that the commits have here. It is made once,
 * and kept among the temporary files.
 */
export function rebuildRepository(file: string): RebuiltRepository {
  const text = readFileSync(file, "utf8");
  const commits = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LoggedCommit);
  const { stream, nameOf } = toStream(parentsFirst(commits));
  const digest = createHash("sha256").update(stream).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), `rastro-history-${digest}`);
  if (!existsSync(folder)) importInto(folder, stream, nameOf.get(commits[0]!.sha)!);
  return { folder, commits, nameOf };
}

function importInto(folder: string, stream: string, head: string): void {
  const place = mkdtempSync(`${folder}-`);
  const git = (args: readonly string[], input = "") =>
    execFileSync("git", args, { cwd: place, input, stdio: ["pipe", "pipe", "pipe"] });
  git(["init", "--quiet", "--initial-branch=main"]);
  git(["fast-import", "--quiet"], stream);
  git(["update-ref", "refs/heads/main", head]);
  try {
    renameSync(place, folder);
  } catch {
    // Another test was faster.
    rmSync(place, { recursive: true });
  }
}

/** The log has children first, but not where clocks differed. */
function parentsFirst(commits: readonly LoggedCommit[]): readonly LoggedCommit[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const done = new Set<LoggedCommit>();
  const open = [...commits];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    const waiting = commit.parents.map((sha) => bySha.get(sha)!).filter((each) => !done.has(each));
    if (waiting.length === 0) done.add(commit);
    else open.push(commit, ...waiting);
  }
  return [...done];
}

function toStream(commits: readonly LoggedCommit[]): {
  readonly stream: string;
  readonly nameOf: ReadonlyMap<string, string>;
} {
  const nameOf = new Map<string, string>();
  const markOf = new Map(commits.map(({ sha }, at) => [sha, `:${String(at + 1)}`]));
  const blocks = commits.map((commit) => {
    const mark = markOf.get(commit.sha)!;
    const parents = commit.parents.map((sha) => nameOf.get(sha)!);
    const message = commit.message.replace(/\b[0-9a-f]{40}\b/g, (name) => nameOf.get(name) ?? name);
    const who = signature(commit);
    const name = commitName(parents, who, message);
    nameOf.set(commit.sha, name);
    const size = String(Buffer.byteLength(message));
    return [
      // Without this a commit that names no parent gets the one before it.
      ...(parents.length === 0 ? ["reset refs/heads/import"] : []),
      "commit refs/heads/import",
      `mark ${mark}`,
      `author ${who}`,
      `committer ${who}`,
      `data ${size}\n${message}`,
      ...commit.parents.map((sha, at) => `${at === 0 ? "from" : "merge"} ${markOf.get(sha)!}`),
      "",
      ...commit.tags.map((tag) => `reset refs/tags/${tag}\nfrom ${mark}\n`),
    ].join("\n");
  });
  return { stream: blocks.join("\n"), nameOf };
}

function signature({ author, date }: LoggedCommit): string {
  const seconds = String(Math.floor(Date.parse(date) / 1000));
  const zone = /([+-]\d{2}):(\d{2})$/.exec(date);
  const name = author.replace(/[<>\n]/g, "").trim();
  return `${name} <a@example.invalid> ${seconds} ${zone ? `${zone[1]!}${zone[2]!}` : "+0000"}`;
}

function commitName(parents: readonly string[], who: string, message: string): string {
  const lines = [
    `tree ${emptyTree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  const body = Buffer.from(`${lines.join("\n")}\n\n${message}`);
  return createHash("sha1")
    .update(`commit ${String(body.length)}\0`)
    .update(body)
    .digest("hex");
}
