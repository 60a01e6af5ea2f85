import { spawnSync } from "node:child_process";

/** How a command ran. */
export interface CommandRun {
  /** As it would be typed. */
  readonly command: string;
  /** When it started, in UTC. */
  readonly time: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly exit: number;
  readonly output: string;
}

const mostOutput = 256 * 1024 * 1024;

/** Runs a command without a shell and waits; what it prints passes through to standard error. */
export function runCommand(words: readonly string[]): CommandRun | undefined {
  const [program = "", ...args] = words;
  const time = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const start = performance.now();
  const { status, stdout, error } = spawnSync(program, args, {
    stdio: ["inherit", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: mostOutput,
  });
  const duration = Math.round(performance.now() - start);
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") return undefined;
  process.stderr.write(stdout);
  // A command that a signal ended has no status, and did not succeed.
  return {
    command: words.map(quoted).join(" "),
    time,
    duration,
    exit: status ?? 128,
    output: stdout,
  };
}

const quoted = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
