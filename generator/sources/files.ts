import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { SourceEntry } from "#model/settings.ts";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { glob } from "tinyglobby";
import type { SourceRequest } from "./source.ts";

/** A file that an entry of the settings names. */
export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly entry: SourceEntry;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The regular files that the entries name, by path, each once. A folder means everything below it
 * that `pattern` matches (`**` + `/*.sql`). What matches nothing, leads outside or is a folder with
 * the name of a file is reported.
 */
export async function listFiles(
  { root, entries }: SourceRequest,
  pattern: string,
): Promise<Outcome<readonly SourceFile[]>> {
  const files = new Map<string, SourceFile>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const isOutside = isAbsolute(entry.path) || !isInside(root, join(root, entry.path));
    const found = isOutside ? null : await expand(root, entry, pattern);
    if (found === null) {
      diagnostics.push(describeEntry("sources/outside-root", entry));
    } else if (found.length === 0) {
      diagnostics.push(describeEntry("sources/nothing-matches", entry));
    }
    for (const path of found ?? []) {
      if (path.endsWith("/")) diagnostics.push(describeFolder(path, entry));
      else if (!files.has(path)) files.set(path, { path, entry });
    }
  }
  const sorted = [...files.values()].sort((a, b) => compare(a.path, b.path));
  return outcome(sorted, diagnostics);
}

/** What is wrong with an entry of the settings, at the line where they name it. */
export const describeEntry = (
  code: "sources/outside-root" | "sources/nothing-matches",
  { path, location }: SourceEntry,
): Diagnostic => diagnose(code, { path }, { ...(location && { location }) });

async function expand(root: string, entry: SourceEntry, pattern: string): Promise<string[]> {
  const path = entry.path.replace(/\/+$/, "");
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats?.isFile()) return [path];
  const wanted = stats?.isDirectory() ? `${escapeGlob(path)}/${pattern}` : path;
  return glob(wanted, {
    cwd: root,
    dot: false,
    expandDirectories: false,
    ignore: ["**/node_modules/**"],
    // A pattern that ends with an extension means files: a folder that it finds is a mistake.
    onlyFiles: !/\.[^/*]+$/.test(wanted),
  });
}

const describeFolder = (path: string, { foreign }: SourceEntry): Diagnostic =>
  diagnose(
    "sources/folder-called-like-a-file",
    { path: path.replace(/\/+$/, "") },
    { location: { file: path.replace(/\/+$/, "") }, ...(foreign && { severity: "warning" }) },
  );

const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!]/g, "\\$&");

/** Whether `path`, with symbolic links followed, lies below `root`. Both absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(realpathSync.native(root), realPathOf(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Follows the links of as much of a path as exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = join(path, "..");
    return parent === path ? path : join(realPathOf(parent), path.slice(parent.length));
  }
}

/** The defects of somebody else's files are worth knowing, but no reason to stop. */
export const softened = (
  diagnostics: readonly Diagnostic[],
  foreign: boolean | undefined,
): readonly Diagnostic[] =>
  foreign === true
    ? diagnostics.map((each) =>
        each.severity === "error" ? { ...each, severity: "warning" as const } : each,
      )
    : diagnostics;

/** Reads UTF-8 text, without a byte order mark; anything else is reported with the line it is on. */
export function readText(
  root: string,
  file: string,
  foreign?: boolean,
): Outcome<string | undefined> {
  const { value, diagnostics } = readOwnText(root, file);
  return outcome(value, softened(diagnostics, foreign));
}

function readOwnText(root: string, file: string): Outcome<string | undefined> {
  const location = { file };
  if (!isInside(root, join(root, file))) {
    return outcome(undefined, [diagnose("sources/outside-root", { path: file }, { location })]);
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return outcome(undefined, [diagnose("sources/unreadable-file", { reason }, { location })]);
  }
  if (bytes.includes(0)) {
    const encoding = utf16Of(bytes);
    const start = { file, line: 1, column: 1 };
    return outcome(undefined, [diagnose("sources/binary-file", { encoding }, { location: start })]);
  }
  return decode(bytes, file);
}

/** By its byte order mark; empty for what is no text at all. */
const utf16Of = ([first, second]: Buffer): string =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? "UTF-16" : "";

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Buffer, file: string): Outcome<string | undefined> {
  try {
    return outcome(utf8.decode(bytes));
  } catch {
    const at = firstInvalidByte(bytes);
    const before = bytes.subarray(0, at);
    const line = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
    const column = before.subarray(before.lastIndexOf(0x0a) + 1).toString("utf8").length + 1;
    const location = { file, line, column };
    const problem = diagnose("sources/not-utf8", { byte: bytes[at] ?? 0 }, { location });
    return outcome(undefined, [problem]);
  }
}

/** Where decoding with replacements and encoding again first changes something. */
function firstInvalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString("utf8"));
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at < 0 ? bytes.length - 1 : at;
}
