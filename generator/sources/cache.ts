import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "./files.ts";

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
 * A cache below `node_modules/.cache`, where tools keep what can be made again; a project without
 * `node_modules` has none. `question` tells apart what was asked, and by which versions.
 *
 * @trace P9
 */
export function openCache<Value>(
  root: string,
  name: string,
  question: readonly string[],
): Cache<Value> {
  const folder = join(root, "node_modules");
  const file = join(folder, ".cache/rastro", `${name}-${digestOf(question).slice(0, 16)}.json`);
  const usable =
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && isInside(root, file);
  if (!usable) return { isKept: false, read: () => undefined, write: () => undefined };
  return {
    isKept: true,
    read: () => {
      const entry = readEntry<Value>(file);
      const valid =
        entry?.digest === digestOf(entry?.value) && entry.key === keyOf(root, entry.inputs);
      return valid ? entry.value : undefined;
    },
    write: (value, inputs) => {
      const key = keyOf(root, inputs);
      const entry: Entry<Value> = { key, inputs, value, digest: digestOf(value) };
      writeWhole(file, JSON.stringify(entry));
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
function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
