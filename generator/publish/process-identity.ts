import { readFileSync } from "node:fs";

/** Tells a running process from a later one that got its number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** The start of the machine, where the system says. */
  readonly boot?: string;
  /** The start of the process, where the system says. */
  readonly start?: string;
}

export const ownIdentity = (): ProcessIdentity => identityOf(process.pid);

function identityOf(pid: number): ProcessIdentity {
  const boot = readSystemFile("/proc/sys/kernel/random/boot_id")?.trim();
  // The second field is the program's name in parentheses, which may hold anything, even `)`.
  const stat = readSystemFile(`/proc/${String(pid)}/stat`);
  const start = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return { pid, ...(boot !== undefined && { boot }), ...(start !== undefined && { start }) };
}

function readSystemFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Not every system has `/proc`, and processes end while one asks.
    return undefined;
  }
}

/**
 * Whether another process that left its identity still runs. This one publishes synchronously: what
 * bears its number was left by a predecessor, or by an attempt of its own that failed.
 */
export function isRunningElsewhere(known: ProcessIdentity): boolean {
  if (known.pid === process.pid) return false;
  const now = identityOf(known.pid);
  if (known.boot !== now.boot) return false;
  if (known.start !== undefined && now.start !== undefined && known.start !== now.start) {
    return false;
  }
  try {
    process.kill(known.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
