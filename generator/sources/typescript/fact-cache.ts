import type { Outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "../files.ts";

/** What was documented before, and what it was made from. */
interface Entry {
  /** Of `inputs` and their bytes. */
  readonly key: string;
  readonly inputs: readonly string[];
  readonly facts: Outcome<readonly Fact[]>;
  /** Of `facts`: a half-written or edited entry is no entry. */
  readonly digest: string;
}

/** Remembers facts on disk until a byte of what they were made from changes. */
export interface FactCache {
  readonly read: () => Outcome<readonly Fact[]> | undefined;
  readonly write: (facts: Outcome<readonly Fact[]>, inputs: readonly string[]) => void;
}

/**
 * A cache below `node_modules/.cache`, where tools keep what can be made again; a project without
 * `node_modules` has none. `question` tells apart what was asked, and by which versions.
 */
export function openCache(root: string, question: readonly string[]): FactCache {
  const folder = join(root, "node_modules");
  const file = join(folder, ".cache/rastro", `typescript-${digestOf(question).slice(0, 16)}.json`);
  const usable =
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && isInside(root, file);
  if (!usable) return { read: () => undefined, write: () => undefined };
  return {
    read: () => {
      const entry = readEntry(file);
      const valid =
        entry?.digest === digestOf(entry?.facts) && entry.key === keyOf(root, entry.inputs);
      return valid ? entry.facts : undefined;
    },
    write: (facts, inputs) => {
      const key = keyOf(root, inputs);
      const entry: Entry = { key, inputs, facts, digest: digestOf(facts) };
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
function readEntry(file: string): Entry | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, "utf8")) as Partial<Entry> | null;
    return Array.isArray(entry?.inputs) ? (entry as Entry) : undefined;
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
