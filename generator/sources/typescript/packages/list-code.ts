import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { SourceEntry } from "#model/settings.ts";
import { type FileKind, listFiles, softened, type SourceFile } from "../../files.ts";
import type { SourceRequest } from "../../source.ts";
import { stem } from "../stem.ts";
import { findPackages, type FoundPackage, moduleName } from "./find-packages.ts";
import { folderTree, type PackageTree } from "./package-tree.ts";

/** A file to document, and the name of the module that it is. */
export interface CodeFile extends SourceFile {
  readonly module: string;
  /** By its name, when the file is one of its entry points. */
  readonly package?: string;
}

/** Everything that the settings name. */
export interface CodeListing {
  readonly files: readonly CodeFile[];
  readonly packages: readonly FoundPackage[];
}

/** Declarations repeat what the code says, so they are read only where they are named. */
const code: FileKind = { endings: ["ts", "tsx", "mts", "cts"], except: ".d" };

/** Files are modules by their paths, entry points of packages by the names they are imported under. */
export async function listCode(request: SourceRequest): Promise<Outcome<CodeListing>> {
  const { root, entries } = request;
  const plain = entries.filter((entry) => entry.packages !== true);
  const listed = await listFiles({ ...request, entries: plain }, code);
  const asked = entries.filter((entry) => entry.packages === true);
  const found = asked.length === 0 ? outcome(nothing) : listPackages(folderTree(root), asked);
  const taken = new Set(found.value.files.map(({ path }) => path));
  const files = listed.value
    .filter(({ path }) => !taken.has(path))
    .map((file) => ({ ...file, module: stem(file.path) }));
  return outcome({ files: [...files, ...found.value.files], packages: found.value.packages }, [
    ...listed.diagnostics,
    ...found.diagnostics,
  ]);
}

const nothing: CodeListing = { files: [], packages: [] };

/** The packages that the entries lead to, with their entry points in the order of their names. */
export function listPackages(
  tree: PackageTree,
  entries: readonly SourceEntry[],
): Outcome<CodeListing> {
  const diagnostics: Diagnostic[] = [];
  const packages = new Map<string, FoundPackage>();
  const files = new Map<string, CodeFile>();
  for (const entry of entries) {
    const found = findPackages(tree, entry.path);
    diagnostics.push(...softened(found.diagnostics, entry.foreign));
    if (found.value.length === 0) diagnostics.push(describeNone(entry));
    for (const each of found.value) {
      if (packages.has(each.name)) continue;
      packages.set(each.name, each);
      for (const way of each.entries) {
        const module = moduleName(each, way);
        files.set(way.file, { path: way.file, entry, module, package: each.name });
      }
    }
  }
  const sorted = [...files.values()].sort((a, b) => (a.module < b.module ? -1 : 1));
  return outcome({ files: sorted, packages: [...packages.values()] }, diagnostics);
}

const describeNone = ({ path, location }: SourceEntry): Diagnostic =>
  diagnose("sources/no-packages", { path }, { ...(location && { location }) });
