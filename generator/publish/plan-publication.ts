import { diagnose, type Diagnostic, hasErrors, outcome, type Outcome } from "#diagnostics/index.ts";
import type { OutputFile, Target } from "#model/pages/page.ts";
import { basename } from "node:path";
import { compareOutput, type Comparison, reportComparison } from "./compare.ts";
import { type CurrentOutput, type FolderIdentity, readOutput } from "./current-output.ts";
import { type EntryKind, onDisk } from "./disk.ts";
import { checkPaths, foldersOf } from "./file-names.ts";
import { manifestPath } from "./manifest.ts";

/** What has to happen so that `out/` holds what was made, and nothing of ours that was not. */
export interface PublicationPlan {
  /** Absolute. */
  readonly out: string;
  /** The folder that the plan was made for; another one there means that another run was faster. */
  readonly identity: FolderIdentity | undefined;
  /** False when `out/` already is as it should be: nothing is touched then. */
  readonly isNeeded: boolean;
  /** Parents first; with permissions where the folder is already there. */
  readonly folders: readonly { readonly path: string; readonly mode: number | undefined }[];
  /** Encoded when it is written: all bytes at once would be as much again as all texts. */
  readonly writes: readonly Pick<OutputFile, "path" | "content">[];
  /** What stays as it is: unchanged files, those of other targets, and other people's. */
  readonly carried: readonly { readonly path: string; readonly kind: EntryKind }[];
  /** Files of ours that are made no longer. */
  readonly removed: readonly string[];
}

/**
 * Compares what was made with the manifest and the disk; reads only. `targets` are those being
 * made now: files of others stay. The plan is absent when it must not be carried out.
 */
export function planPublication(
  files: readonly OutputFile[],
  out: string,
  { targets }: { readonly targets: readonly Target[] },
): Outcome<PublicationPlan | undefined> {
  // Before anything is read: a path may lead outside.
  const unsafe = checkPaths([...files.map(({ path }) => path), manifestPath]);
  if (unsafe.length > 0) return outcome(undefined, unsafe);
  const planned = onDisk(out, (): Outcome<PublicationPlan | undefined> => {
    const { value: current, diagnostics } = readOutput(out);
    if (hasErrors(diagnostics)) return outcome(undefined, diagnostics);
    const made = compareOutput(files, current, targets);
    const foreign = foreignEntries(current, made);
    const paths = [...made.files.map(({ path }) => path), ...made.kept];
    const all = [
      ...diagnostics,
      // What is made alone was checked above.
      ...(made.kept.length > 0 ? checkPaths(paths) : []),
      ...reportComparison(made, out),
      ...reportConflicts(foreign, current, made),
    ];
    return outcome(hasErrors(all) ? undefined : draftPlan(current, made, foreign), all);
  });
  return "problem" in planned ? outcome(undefined, [planned.problem]) : planned.value;
}

function foreignEntries({ tree, manifest }: CurrentOutput, made: Comparison): readonly string[] {
  const ours = new Set(made.files.map(({ path }) => path));
  return [...tree.entries.keys()].filter((path) => !ours.has(path) && !manifest.has(path));
}

/** Somebody else's file where we need a folder, or in what we need as a file. */
function reportConflicts(
  foreign: readonly string[],
  { out, tree }: CurrentOutput,
  { files }: Comparison,
): readonly Diagnostic[] {
  const paths = files.map(({ path }) => path);
  const ours = new Set(paths);
  const folders = foldersOf(paths);
  const theirs = [...foreign, ...tree.emptyFolders];
  const inTheWay = [
    ...foreign.filter((path) => folders.has(path)),
    ...theirs.filter((path) => ours.has(path)),
    ...theirs.filter((path) => [...foldersOf([path])].some((folder) => ours.has(folder))),
  ];
  return inTheWay.map((path) =>
    diagnose("publish/foreign-file", {}, { location: { file: `${basename(out)}/${path}` } }),
  );
}

function draftPlan(
  { out, identity, tree, manifest }: CurrentOutput,
  { files, kept }: Comparison,
  foreign: readonly string[],
): PublicationPlan {
  const unchanged = files.filter(({ difference }) => difference === "unchanged");
  const writes = files.filter(({ difference }) => difference !== "unchanged");
  const stays = [...unchanged.map(({ path }) => path), ...kept, ...foreign];
  const remaining = new Set([...files.map(({ path }) => path), ...stays]);
  const removed = [...manifest.keys()].filter(
    (path) => tree.entries.has(path) && !remaining.has(path),
  );
  const contents = [...remaining, ...tree.emptyFolders.map((folder) => `${folder}/`)];
  return {
    out,
    identity,
    isNeeded: writes.length > 0 || removed.length > 0,
    folders: [...foldersOf(contents)].map((path) => ({ path, mode: tree.folders.get(path) })),
    writes,
    carried: stays.map((path) => ({ path, kind: tree.entries.get(path) ?? "file" })),
    removed,
  };
}
