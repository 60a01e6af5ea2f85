import { diagnose, type Diagnostic, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { SourceEntry } from "#model/settings.ts";
import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { basename, dirname, join as joinNames } from "node:path/posix";
import { glob } from "tinyglobby";
import { describeEntry } from "./describe-entry.ts";
import { type FileKind, patternOf } from "./file-kind.ts";
import { statOf } from "./inside.ts";
import { softened } from "./softened.ts";
import { type Obstacle, watchDisk } from "./watch-disk.ts";

/** The files that one entry names, and what stands in the way of others. */
export async function expandEntry(
  root: string,
  entry: SourceEntry,
  kind: FileKind,
): Promise<Outcome<readonly string[]>> {
  const path = entry.path.replace(/\/+$/, "");
  const stats = statOf(join(root, path));
  if (stats?.isFile()) return outcome([path]);
  const wanted = stats?.isDirectory() ? `${escapeGlob(path)}/${patternOf(kind)}` : path;
  const named = await search(root, wanted);
  // `*/src` names folders: what is meant lies below them.
  const isPattern = stats === undefined && isNothing(named);
  const found = isPattern ? await search(root, `${path}/${patternOf(kind)}`) : named;
  const problems = found.obstacles.map(([file, obstacle]) => describeObstacle(file, obstacle));
  problems.push(...emptyFolders(found).map(describeFolder));
  const isSilent = found.files.length === 0 && problems.length === 0;
  if (isSilent) problems.push(describeNothing(root, { ...entry, path }, kind));
  return outcome(found.files, softened(problems, entry.foreign));
}

interface Found {
  readonly files: readonly string[];
  /** Folders that are called like files. */
  readonly folders: readonly string[];
  readonly obstacles: readonly (readonly [path: string, obstacle: Obstacle])[];
}

const isNothing = ({ files, folders, obstacles }: Found): boolean =>
  files.length + folders.length + obstacles.length === 0;

async function search(root: string, wanted: string): Promise<Found> {
  const cwd = realpathSync(root);
  const { disk, inFiles, inFolders } = watchDisk(cwd);
  const found = await glob(wanted, {
    cwd,
    dot: false,
    expandDirectories: false,
    fs: disk,
    // What rastro makes is not what it reads, and packages are read only where they are named.
    // Nor does a pattern for data mean the settings beside them.
    ignore: [...neverMeant, ...(isInPackages(wanted) ? [] : ["**/node_modules/**"])],
    // A pattern that ends with an extension means files: a folder that it finds is a mistake.
    onlyFiles: !/\.[^/*]+$/.test(wanted),
  });
  const isFolder = (path: string) => path.endsWith("/");
  const wantedObstacles = found.flatMap((path) => {
    const obstacle = inFiles.get(path);
    return obstacle ? [[path, obstacle] as const] : [];
  });
  return {
    files: found.filter((path) => !isFolder(path) && !inFiles.has(path)),
    folders: found.filter(isFolder),
    obstacles: [...inFolders, ...wantedObstacles],
  };
}

const neverMeant = ["out/**", "out.next/**", "rastro.config.yaml"];

const isInPackages = (pattern: string): boolean => pattern.split("/").includes("node_modules");

const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!]/g, "\\$&");

/** A folder with files of its own is read for them, whatever it is called. */
const emptyFolders = ({ folders, files }: Found): readonly string[] =>
  folders.filter((folder) => !files.some((path) => path.startsWith(folder)));

function describeFolder(found: string): Diagnostic {
  const path = found.replace(/\/+$/, "");
  return diagnose("sources/folder-called-like-a-file", { path }, { location: { file: path } });
}

function describeObstacle(file: string, obstacle: Obstacle): Diagnostic {
  const at = { location: { file } };
  switch (obstacle.kind) {
    case "special-file":
      return diagnose("sources/special-file", {}, at);
    case "outside-root":
      return diagnose("sources/outside-root", { path: file }, at);
    default:
      return diagnose(`sources/${obstacle.kind}`, { reason: obstacle.reason }, at);
  }
}

/** No file at all: an empty folder, or a name that is written wrongly. */
function describeNothing(root: string, entry: SourceEntry, kind: FileKind): Diagnostic {
  const { path, location } = entry;
  const place = location && { location };
  if (statOf(join(root, path))?.isDirectory()) {
    const { endings, except } = kind;
    const passedOver = except === undefined ? "" : `${except}.${endings[0] ?? ""}`;
    return diagnose("sources/folder-without-files", { path, endings, passedOver }, { ...place });
  }
  return describeEntry("sources/nothing-matches", entry, {
    suggestions: suggest(basename(path), namesIn(join(root, dirname(path)))).map((name) =>
      joinNames(dirname(path), name),
    ),
  });
}

function namesIn(folder: string): readonly string[] {
  return statOf(folder)?.isDirectory() ? readdirSync(folder) : [];
}
