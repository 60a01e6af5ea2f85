import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { pathChecker } from "#model/pages/file-name.ts";

/** Makes the function that says whether a path means the same file everywhere. */
export function safePaths(): (path: string) => boolean {
  const defectOf = pathChecker();
  return (path) => defectOf(path) === undefined;
}

/** Two paths with the same key are one file on some system (case, composed accents). */
const fold = (path: string): string => path.normalize("NFC").toLowerCase();

/** Reports paths that some system cannot hold, or cannot tell apart. */
export function checkPaths(paths: readonly string[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const defectOf = pathChecker();
  for (const path of paths) {
    const defect = defectOf(path);
    if (defect !== undefined) {
      diagnostics.push(diagnose("publish/unsafe-path", { path, defect }, { target: path }));
    }
    const key = fold(path);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, path);
    else diagnostics.push(diagnose("publish/colliding-paths", { path, other }, { target: path }));
  }
  return [...diagnostics, ...checkFolders(paths, seen)];
}

/** A file cannot stand where another file needs a folder. */
function checkFolders(
  paths: readonly string[],
  files: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return [...foldersOf(paths)].flatMap((folder) => {
    const file = files.get(fold(folder));
    return file === undefined
      ? []
      : [
          diagnose(
            "publish/colliding-paths",
            { path: `${folder}/`, other: file },
            { target: folder },
          ),
        ];
  });
}

/** Every folder that the paths need, parents first. */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) addParents(path, folders);
  return new Set([...folders].sort((a, b) => (a < b ? -1 : 1)));
}

function addParents(path: string, folders: Set<string>): void {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const folder = path.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}
