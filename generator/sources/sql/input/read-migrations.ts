import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { listFiles, type SourceFile, textReader } from "../../files.ts";
import type { SourceRequest } from "../../source.ts";
import type { Migration } from "../catalogue/entry.ts";
import { compareMigrations } from "../order-migrations.ts";
import { locate, sourceText, type SourceText } from "../parser/source-text.ts";
import { blankDownSections } from "./blank-down-sections.ts";
import { fillPlaceholders } from "./fill-placeholders.ts";
import { findIncludes, type Include } from "./find-includes.ts";
import { leaveOut } from "./leave-out.ts";

/** A file that is read, before it has its place in the order. */
interface ReadFile {
  readonly entry: SourceFile["entry"];
  readonly source: SourceText;
  readonly includes: readonly Include[];
}

interface Reading {
  readonly root: string;
  readonly readText: ReturnType<typeof textReader>;
  readonly files: Map<string, ReadFile | undefined>;
  readonly diagnostics: Diagnostic[];
}

/**
 * The migrations that the settings name, in the order of their application: placeholders filled,
 * what undoes left out, and a file that a script of psql includes at the place where it does.
 */
export async function readMigrations(
  request: SourceRequest,
): Promise<Outcome<readonly Migration[]>> {
  const listed = await listFiles(request, { endings: ["sql"] });
  const { files, diagnostics } = orderFiles(listed.value, request);
  const reading = {
    root: request.root,
    readText: textReader(request.root),
    files: new Map<string, ReadFile | undefined>(),
    diagnostics: [...listed.diagnostics, ...diagnostics],
  };
  for (const file of files) readFile(file, reading);
  const migrations = placeFiles(reading);
  return outcome(migrations, reading.diagnostics);
}

/** In the order of the settings, then of the paths; what no tool would apply stays apart. */
function orderFiles(
  files: readonly SourceFile[],
  { entries }: SourceRequest,
): { readonly files: readonly SourceFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const rank = new Map(entries.map((entry, at) => [entry, at]));
  const byOrder = (a: SourceFile, b: SourceFile) =>
    (rank.get(a.entry) ?? 0) - (rank.get(b.entry) ?? 0) || compareMigrations(a.path, b.path);
  const { applied, diagnostics } = leaveOut(files);
  return { files: applied.toSorted(byOrder), diagnostics };
}

/** Reads a file, and those that it includes; each once. */
function readFile({ path, entry }: SourceFile, reading: Reading): void {
  if (reading.files.has(path)) return;
  const { root, readText, files, diagnostics } = reading;
  files.set(path, undefined);
  const { value: written, diagnostics: unreadable } = readText(path, entry.foreign);
  diagnostics.push(...unreadable);
  if (written === undefined) return;
  const up = blankDownSections(written);
  if (up.firstDown !== undefined) {
    const location = { file: path, line: up.firstDown };
    diagnostics.push(diagnose("sources/sql-down-section", {}, { location }));
  }
  const { text, shifts } = fillPlaceholders(up.text, entry.placeholders ?? {});
  const source = sourceText(path, text, shifts);
  const includes = findIncludes(root, source);
  files.set(path, { entry, source, includes });
  for (const { target } of includes) {
    if (target !== undefined) readFile({ path: target, entry }, reading);
  }
}

/** What nothing includes stands for itself; of files that include each other the first one does. */
function placeFiles(reading: Reading): readonly Migration[] {
  const paths = [...reading.files.keys()];
  const included = new Set(
    [...reading.files].flatMap(([path, file]) =>
      (file?.includes ?? []).flatMap(({ target }) =>
        target === undefined || target === path ? [] : [target],
      ),
    ),
  );
  const placing: Placing = { ...reading, placed: new Set(), above: [] };
  const roots = [...paths.filter((path) => !included.has(path)), ...paths];
  return roots.flatMap((path) => place(path, placing) ?? []);
}

interface Placing extends Reading {
  /** Paths in their order so far. */
  readonly placed: Set<string>;
  /** The files that include this one, outermost first. */
  readonly above: readonly string[];
}

/** A file and all that it includes; undefined when it has its place already. */
function place(path: string, placing: Placing): Migration | undefined {
  const file = placing.files.get(path);
  if (file === undefined || placing.placed.has(path)) return undefined;
  const order = placing.placed.size;
  placing.placed.add(path);
  const { entry, source } = file;
  const inner = { ...placing, above: [...placing.above, path] };
  return {
    name: path.replace(/\.[^./]+$/, ""),
    order,
    foreign: entry.foreign,
    source,
    searchPath: entry.searchPath ?? ["public"],
    extensions: entry.extensions ?? "present",
    includes:
      file.includes.length === 0
        ? nothing
        : new Map(file.includes.map((include) => [include.start, follow(include, file, inner)])),
  };
}

const nothing: Migration["includes"] = new Map();

/** What an include leads to; what it does not is reported. */
function follow(
  { command, start, target }: Include,
  { source, entry }: ReadFile,
  placing: Placing,
): Migration | undefined {
  if (target !== undefined && !placing.above.includes(target)) return place(target, placing);
  const code = target === undefined ? "sources/sql-include" : "sources/sql-include-cycle";
  const extras = {
    location: locate(source, start),
    ...(entry.foreign && { severity: "warning" as const }),
  };
  placing.diagnostics.push(diagnose(code, { command }, extras));
  return undefined;
}
