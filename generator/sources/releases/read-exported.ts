import type { SourceEntry } from "#model/settings.ts";
import type { ExportedName } from "#model/code/change.ts";
import { posix } from "node:path";
import type { CommittedFiles } from "../git/objects/extract-files.ts";
import type { FileExports } from "../typescript/exports/read-exports.ts";

/** Reads the exports of versions; a file that several of them share is parsed once. */
export function readerOfExports(
  entries: readonly SourceEntry[],
): (files: CommittedFiles, commit: string) => Promise<readonly ExportedName[] | undefined> {
  const parsed = new Map<string, FileExports>();
  return async (files, commit) => {
    const blobs = await files.list(commit);
    if (blobs === undefined) return undefined;
    // The compiler takes longer to load than most projects take without it.
    const [{ readExports, specifiersOf }, { candidates, exportedNames }] = await Promise.all([
      import("../typescript/exports/read-exports.ts"),
      import("../typescript/exports/exported-names.ts"),
    ]);
    const byPath = new Map(blobs.map((blob) => [blob.path, blob]));
    const found = new Map<string, FileExports>();
    const own = blobs.map(({ path }) => path).filter((path) => isEntry(path, entries));
    const open = [...own];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const blob = byPath.get(path);
      if (blob === undefined || found.has(path)) continue;
      const text = parsed.has(blob.id) ? "" : await files.text(blob);
      if (text === undefined) return undefined;
      const file = parsed.get(blob.id) ?? readExports(text, path);
      parsed.set(blob.id, file);
      found.set(path, file);
      for (const specifier of specifiersOf(file)) open.push(...candidates(path, specifier));
    }
    return exportedNames({ entries: own, exportsOf: (path) => found.get(path) });
  };
}

/** Declarations repeat what the code says. */
export const isCode = (path: string): boolean =>
  /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path) && !/(?:^|\/)node_modules\//.test(path);

/** As the settings name files: a file, everything in a folder, a pattern. */
function isEntry(path: string, entries: readonly SourceEntry[]): boolean {
  return entries.some((entry) => {
    const named = posix.normalize(entry.path).replace(/\/$/, "");
    return (
      named === "." ||
      path === named ||
      path.startsWith(`${named}/`) ||
      posix.matchesGlob(path, named)
    );
  });
}
