import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheHome } from "./cache-home.ts";
import { pruneCache } from "./prune-cache.ts";

/** What was found out before, and what it was made from. */
interface Entry<Value> {
  /** Of `inputs` and their bytes. */
  readonly key: string;
  readonly inputs: readonly string[];
  readonly value: Value;
  /** Of `value`: a half-written or edited entry is no entry. */
  readonly digest: string;
}

/** Remembers a value on disk until a byte of what it was made from changes. */
export interface Cache<Value> {
  /** Whether anything is remembered at all. */
  readonly isKept: boolean;
  readonly read: () => Value | undefined;
  readonly write: (value: Value, inputs: readonly string[]) => void;
}

/**
 * A cache in the home that `cacheHome` finds; without one nothing is remembered. `question` tells
 * apart what was asked, and by which versions.
 *
 * @trace P9
 */
export function openCache<Value>(
  root: string,
  name: string,
  question: readonly string[],
): Cache<Value> {
  const home = cacheHome(root);
  if (home === undefined) {
    return { isKept: false, read: () => undefined, write: () => undefined };
  }
  const file = join(home, `${name}-${digestOf(question).slice(0, 16)}.json`);
  return {
    isKept: true,
    read: () => {
      const entry = readEntry<Value>(file);
      const valid =
        entry?.digest === digestOf(entry?.value) && entry.key === keyOf(root, entry.inputs);
      if (!valid) return undefined;
      markUsed(file);
      return entry.value;
    },
    write: (value, inputs) => {
      const key = keyOf(root, inputs);
      const entry: Entry<Value> = { key, inputs, value, digest: digestOf(value) };
      writeWhole(file, name, JSON.stringify(entry));
    },
  };
}

const digestOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("hex");

/** Of the bytes of every input; a file that is gone counts as one that is empty. */
function keyOf(root: string, inputs: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of inputs) hash.update(`${path}\0${digestOfFile(join(root, path))}\0`);
  return hash.digest("hex");
}

function digestOfFile(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return "";
  }
}

/** The file may hold anything: only the digest in it says that it is ours. */
function readEntry<Value>(file: string): Entry<Value> | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, "utf8")) as Partial<Entry<Value>> | null;
    return Array.isArray(entry?.inputs) ? (entry as Entry<Value>) : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time, nothing else. */
function writeWhole(file: string, name: string, text: string): void {
  const temporary = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
    pruneCache(file, name);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/** What is used stays. */
function markUsed(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Somebody else's file that we may read: it is not ours to keep.
  }
}
