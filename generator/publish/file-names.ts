import { diagnose, type Diagnostic } from "#diagnostics/index.ts";

/** Why a path cannot be published. */
export type NameDefect = "outside" | "reserved" | "ending" | "character" | "length";

/** Devices of Windows, which no file there can be called, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const unsafeCharacter = /[<>:"|?*\\\u0000-\u001f\u007f]/;
/** Encrypted file systems leave 143 of the usual 255 bytes of a name. */
const longestName = 143;

function nameDefect(name: string): NameDefect | undefined {
  if (name === "" || name === "." || name === "..") return "outside";
  if (unsafeCharacter.test(name)) return "character";
  if (reserved.test(name)) return "reserved";
  if (name.endsWith(".") || name.endsWith(" ")) return "ending";
  return Buffer.byteLength(name) > longestName ? "length" : undefined;
}

/** What is wrong with paths, so that each means the same file on every system. */
function pathChecker(): (path: string) => NameDefect | undefined {
  const folders = new Map<string, NameDefect | undefined>();
  const check = (path: string): NameDefect | undefined => {
    const end = path.lastIndexOf("/");
    return (
      (end < 0 ? undefined : checkFolder(path.slice(0, end))) ?? nameDefect(path.slice(end + 1))
    );
  };
  const checkFolder = (folder: string): NameDefect | undefined => {
    if (!folders.has(folder)) folders.set(folder, check(folder));
    return folders.get(folder);
  };
  return check;
}

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
