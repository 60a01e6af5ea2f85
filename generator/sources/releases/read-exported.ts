import type { SourceEntry } from "#model/settings.ts";
import type { ExportedName } from "#model/code/change.ts";
import { posix } from "node:path";
import type { Blob, CommittedFiles } from "../git/objects/extract-files.ts";
import type { FileExports } from "../typescript/exports/read-exports.ts";
import { listPackages } from "../typescript/packages/list-code.ts";
import { committedTree, isManifest } from "../typescript/packages/package-tree.ts";
import { stem } from "../typescript/stem.ts";

type ReadVersion = (
  files: CommittedFiles,
  commit: string,
) => Promise<readonly ExportedName[] | undefined>;

/** Reads the exports of versions; a file that several of them share is parsed once. */
export function readerOfExports(entries: readonly SourceEntry[]): ReadVersion {
  const parsed = new Map<string, FileExports>();
  return async (files, commit) => {
    const blobs = await files.list(commit);
    const own = blobs && (await findEntries(files, blobs, entries));
    if (blobs === undefined || own === undefined) return undefined;
    // The compiler takes longer to load than most projects take without it.
    const [{ readExports, specifiersOf }, { candidates, exportedNames }] = await Promise.all([
      import("../typescript/exports/read-exports.ts"),
      import("../typescript/exports/exported-names.ts"),
    ]);
    const byPath = new Map(blobs.map((blob) => [blob.path, blob]));
    const parse = async (blob: Blob): Promise<FileExports | undefined> => {
      const known = parsed.get(blob.id);
      const text = known === undefined ? await files.text(blob) : undefined;
      const file = text === undefined ? known : readExports(text, blob.path);
      if (file !== undefined) parsed.set(blob.id, file);
      return file;
    };
    const found = new Map<string, FileExports>();
    const open = [...own.keys()];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const blob = byPath.get(path);
      if (blob === undefined || found.has(path)) continue;
      const file = await parse(blob);
      if (file === undefined) return undefined;
      found.set(path, file);
      for (const specifier of specifiersOf(file)) open.push(...candidates(path, specifier));
    }
    return exportedNames({ entries: own, exportsOf: (path) => found.get(path) });
  };
}

/** What a version is read from: code, and the manifests of packages when the entries ask for them. */
export function isPartOf(entries: readonly SourceEntry[]): (path: string) => boolean {
  if (!entries.some(({ packages }) => packages === true)) return isCode;
  return (path) => isCode(path) || isManifest(path);
}

/** Declarations repeat what the code says. */
const isCode = (path: string): boolean =>
  /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path) && !/(?:^|\/)node_modules\//.test(path);

/** The names of the modules that count, by the paths of their files; undefined when git lacks a manifest. */
async function findEntries(
  files: CommittedFiles,
  blobs: readonly Blob[],
  entries: readonly SourceEntry[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const plain = entries.filter(({ packages }) => packages !== true);
  const asked = entries.filter(({ packages }) => packages === true);
  const named = blobs
    .map(({ path }) => path)
    .filter((path) => isCode(path) && isEntry(path, plain))
    .map((path) => [path, stem(path)] as const);
  if (asked.length === 0) return new Map(named);
  const tree = await committedTree(files, blobs);
  if (tree === undefined) return undefined;
  const found = listPackages(tree, asked).value.files;
  return new Map([...named, ...found.map(({ path, module }) => [path, module] as const)]);
}

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
