import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { gitEnvironment } from "../run-git.ts";

/** An object as git stores it. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

/** One process of git that gives one object after the other. */
export interface GitObjects {
  /** By any name that git knows; undefined for what is not there. Wait for one before the next. */
  readonly read: (name: string) => Promise<GitObject | undefined>;
  readonly close: () => void;
}

/** Hundreds of objects by one process: starting git for each takes longer than reading them. */
export function openObjects(folder: string): GitObjects {
  const git = spawn("git", ["cat-file", "--batch"], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ["pipe", "pipe", "ignore"],
  });
  // A git that is missing or gone gives no object, which is what its answers say then.
  git.on("error", () => undefined);
  git.stdin.on("error", () => undefined);
  const answers = readBytes(git.stdout);
  return {
    read: async (name) => {
      if (name.includes("\n")) return undefined;
      git.stdin.write(`${name}\n`);
      const header = /^([0-9a-f]+) ([a-z]+) (\d+)$/.exec((await answers.line()) ?? "");
      const [, id = "", type = "", size] = header ?? [];
      if (size === undefined) return undefined;
      const content = await answers.take(Number(size));
      await answers.take(1);
      return content && { id, type, content };
    },
    close: () => git.stdin.end(),
  };
}

/** Takes lines and counted bytes from a stream; undefined when it ends before. */
function readBytes(stream: Readable): {
  readonly line: () => Promise<string | undefined>;
  readonly take: (size: number) => Promise<Buffer | undefined>;
} {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer[] = [];
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held.push(next.value);
    return true;
  };
  const take = async (size: number): Promise<Buffer | undefined> => {
    while (held.reduce((sum, { length }) => sum + length, 0) < size) {
      if (!(await more())) return undefined;
    }
    const all = Buffer.concat(held);
    held = [all.subarray(size)];
    return all.subarray(0, size);
  };
  const line = async (): Promise<string | undefined> => {
    for (;;) {
      const end = Buffer.concat(held).indexOf("\n");
      if (end >= 0) return (await take(end + 1))?.toString("utf8", 0, end);
      if (!(await more())) return undefined;
    }
  };
  return { line, take };
}
