import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program that is timed as a whole process. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What one run took. */
export interface Sample {
  readonly milliseconds: number;
  /** Of all threads together, which a busy machine changes less; absent without GNU time. */
  readonly cpuMilliseconds?: number;
  /** Of the largest process; absent without GNU time. */
  readonly peakMebibytes?: number;
}

const gnuTime = "/usr/bin/time";

/** Runs a command to its end. A command that fails has no time: what it said is thrown. */
export function measure({ program, args, cwd }: Command): Sample {
  const folder = mkdtempSync(join(tmpdir(), "rastro-time-"));
  const report = join(folder, "peak");
  const timed = existsSync(gnuTime);
  const words = timed ? ["-q", "-f", "%M %U %S", "-o", report, program, ...args] : args;
  try {
    const start = process.hrtime.bigint();
    const { status, error, stderr } = spawnSync(timed ? gnuTime : program, words, {
      cwd,
      env: environmentFor(cwd),
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      maxBuffer: 2 ** 28,
    });
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    if (error) throw error;
    if (status !== 0)
      throw new Error(`${program} ${args.join(" ")} ended with ${status}\n${stderr}`);
    return { milliseconds, ...(timed && readReport(readFileSync(report, "utf8"))) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A cold run stays one: only a project with a place of its own to remember in remembers. */
function environmentFor(cwd: string): NodeJS.ProcessEnv {
  const remembers = existsSync(join(cwd, "node_modules"));
  return { ...process.env, RASTRO_CACHE: remembers ? "" : "off" };
}

function readReport(text: string): Omit<Sample, "milliseconds"> {
  const [kibibytes = 0, user = 0, system = 0] = text.split(" ").map(Number);
  return { cpuMilliseconds: (user + system) * 1000, peakMebibytes: kibibytes / 1024 };
}
