import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { statOf } from "./disk.ts";
import { isRunningElsewhere, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/**
 * The folder beside `out/` in which a run prepares the next tree: at once the lock against other
 * runs and the mark that what is in it is ours. It is there only while a run publishes, or after
 * one was killed:
 *
 *     out.next/holder.json   who works here
 *     out.next/tree/         the next `out/`
 *     out.next/complete      the tree is whole; from here on a killed run is finished by the next
 *     out.next/previous/     the old `out/`, moved away
 */
export interface Staging {
  readonly folder: string;
  readonly holder: string;
  /** A dead holder, while its place is taken over. */
  readonly dead: string;
  readonly tree: string;
  readonly complete: string;
  readonly previous: string;
}

export function stagingOf(out: string): Staging {
  const folder = `${out}.next`;
  return {
    folder,
    holder: join(folder, "holder.json"),
    dead: join(folder, "holder-dead.json"),
    tree: join(folder, "tree"),
    complete: join(folder, "complete"),
    previous: join(folder, "previous"),
  };
}

/** `made`: it is new; `inherited`: a dead run left it to us. Both are held by this process now. */
export type Hold = "made" | "inherited" | { readonly heldBy: number } | "foreign";

/** Takes the staging folder for this process, or says who has it. */
export function holdStaging(staging: Staging): Hold {
  for (let attempt = 0; attempt < 5; attempt++) {
    const hold = tryToMake(staging) ? "made" : tryToInherit(staging);
    if (hold !== "again") return hold;
    pause(20);
  }
  return "foreign";
}

function tryToMake({ folder, holder }: Staging): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  writeHolder(holder);
  return true;
}

const writeHolder = (path: string): void =>
  writeFileSync(path, JSON.stringify(ownIdentity()), { flag: "wx" });

function tryToInherit(staging: Staging): Hold | "again" {
  if (!lstatSync(staging.folder, { throwIfNoEntry: false })?.isDirectory()) {
    return statOf(staging.folder) === undefined ? "again" : "foreign";
  }
  const text = readIfThere(staging.holder);
  if (text === undefined) return withoutHolder(staging);
  const identity = parseIdentity(text);
  if (identity === undefined) return afterAPause(() => dropUnfinished(staging, text));
  if (isRunningElsewhere(identity)) return { heldBy: identity.pid };
  return takeOver(staging, text) ? "inherited" : "again";
}

/**
 * Only one of several heirs can move the dead holder's file away. Whoever moved a file that a
 * living run has put there meanwhile puts it back.
 */
function takeOver({ holder, dead }: Staging, judged: string): boolean {
  try {
    renameSync(holder, dead);
    if (readIfThere(dead) !== judged) {
      renameSync(dead, holder);
      return false;
    }
    writeHolder(holder);
    rmSync(dead);
    return true;
  } catch (error) {
    if (["ENOENT", "EEXIST"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

/** A run was killed right after it made the folder, or while it took over from a dead one. */
function withoutHolder({ folder, holder, dead }: Staging): Hold | "again" {
  try {
    if (statOf(dead)) renameSync(dead, holder);
    else rmdirSync(folder);
    return "again";
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "again";
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) return "foreign";
    throw error;
  }
}

/** A holder file that is cut short: its run was killed while writing it, before anything else. */
function dropUnfinished({ folder, holder }: Staging, seen: string): Hold | "again" {
  if (readIfThere(holder) !== seen) return "again";
  if (seen !== "" || readdirSync(folder).length > 1) return "foreign";
  rmSync(holder);
  return "again";
}

function afterAPause(next: () => Hold | "again"): Hold | "again" {
  pause(50);
  return next();
}

/** Lets another process go on; publishing is synchronous on purpose. */
const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(text) as Partial<ProcessIdentity> | null;
    return typeof value?.pid === "number" ? (value as ProcessIdentity) : undefined;
  } catch {
    return undefined;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Finishes what a killed run had prepared: a whole next tree takes the empty place of `out/`. */
export function settleStaging(out: string, { complete, tree }: Staging): boolean {
  if (statOf(out) !== undefined || !statOf(complete) || !statOf(tree)) return false;
  renameSync(tree, out);
  return true;
}

/**
 * Removes the staging folder that this process holds. The mark of completeness goes first and the
 * holder last, so that a kill in between leaves what the next run understands.
 */
export function removeStaging({ folder, complete, tree, previous, dead, holder }: Staging): void {
  for (const path of [complete, tree, previous, dead, holder]) {
    makeWritable(path);
    rmSync(path, { recursive: true, force: true });
  }
  rmdirSync(folder);
}

/** A tree takes over permissions that may forbid emptying it. */
function makeWritable(path: string): void {
  const stats = statOf(path);
  if (!stats?.isDirectory()) return;
  if ((stats.mode & 0o700) !== 0o700) chmodSync(path, stats.mode | 0o700);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(path, entry.name));
  }
}
