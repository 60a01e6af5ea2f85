import { ownField, readData, readJson } from "#data/index.ts";
import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { posix } from "node:path";
import { entryPoints } from "./entry-points.ts";
import { type FoundEntry, findSources } from "./find-source.ts";
import type { PackageTree } from "./package-tree.ts";

/** A package of a repository, with the files that others import it by. */
export interface FoundPackage {
  readonly name: string;
  /** Relative to the root; empty for the root itself. */
  readonly folder: string;
  /** Its manifest, where it says its name. */
  readonly location: Location;
  readonly description?: { readonly text: string; readonly location: Location };
  readonly entries: readonly FoundEntry[];
  /** Every package that it names, of this repository or not. */
  readonly dependencies: readonly string[];
}

interface Manifest {
  readonly folder: string;
  readonly value: unknown;
  readonly locate: (path: readonly string[]) => Location;
}

/**
 * The package in a folder, or those of its workspace: npm's, pnpm's, yarn's, Lerna's or Deno's. One
 * that nobody publishes and that states no entry point is an application, an example or a test.
 */
export function findPackages(tree: PackageTree, path: string): Outcome<readonly FoundPackage[]> {
  const problems: Diagnostic[] = [];
  const report = (diagnostics: readonly Diagnostic[]): void => void problems.push(...diagnostics);
  const folders = /[*?{[]/.test(path) ? manifestsOf(tree, [path]) : [path === "." ? "" : path];
  const tops = folders.flatMap((folder) => readManifest(tree, folder, report) ?? []);
  const inside = tops.flatMap(({ folder, value }) =>
    manifestsOf(tree, workspacesOf(tree, folder, value)),
  );
  const others = [...new Set(inside)].filter((folder) => !folders.includes(folder));
  const all = [...tops, ...others.flatMap((folder) => readManifest(tree, folder, report) ?? [])];
  const found = all.flatMap((manifest) => describePackage(tree, manifest, report) ?? []);
  const byName = new Map(found.toReversed().map((each) => [each.name, each]));
  return outcome(
    [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    problems,
  );
}

const names = ["package.json", "deno.json"];

function readManifest(
  tree: PackageTree,
  folder: string,
  report: (diagnostics: readonly Diagnostic[]) => void,
): Manifest | undefined {
  for (const name of names) {
    const file = posix.join(folder, name);
    const text = tree.read(file);
    if (text === undefined) continue;
    const { value: data, diagnostics } = readJson(text, file);
    report(diagnostics);
    return { folder, value: data.value, locate: data.locate };
  }
  return undefined;
}

/** The folders with a manifest that patterns name; a pattern with `!` takes away. */
function manifestsOf(tree: PackageTree, patterns: readonly string[]): readonly string[] {
  const isTaken = (folder: string): boolean =>
    !patterns.some((each) => each.startsWith("!") && posix.matchesGlob(folder, each.slice(1)));
  return patterns
    .filter((pattern) => !pattern.startsWith("!"))
    .flatMap((pattern) => names.flatMap((name) => tree.find(posix.join(pattern, name))))
    .map((file) => (file.includes("/") ? posix.dirname(file) : ""))
    .filter(isTaken);
}

/** The patterns that a workspace names its packages by, relative to the root. */
function workspacesOf(tree: PackageTree, folder: string, manifest: unknown): readonly string[] {
  const stated = [
    ownField(manifest, "workspaces"),
    ownField(ownField(manifest, "workspaces"), "packages"),
    ownField(manifest, "workspace"),
    ownField(ownField(manifest, "workspace"), "members"),
    ...["pnpm-workspace.yaml", "lerna.json"].map((name) => {
      const text = tree.read(posix.join(folder, name));
      return text === undefined ? [] : ownField(readData(text, name).value.value, "packages");
    }),
  ];
  return stated.flatMap(textsOf).map((pattern) => {
    const [mark, path] = pattern.startsWith("!") ? ["!", pattern.slice(1)] : ["", pattern];
    return mark + posix.join(folder, path).replace(/\/$/, "");
  });
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

function describePackage(
  tree: PackageTree,
  { folder, value, locate }: Manifest,
  report: (diagnostics: readonly Diagnostic[]) => void,
): FoundPackage | undefined {
  const name = ownField(value, "name");
  if (typeof name !== "string" || name.trim() === "") return undefined;
  const location = locate(["name"]);
  const { entries, missing } = findEntries(tree, folder, value);
  if (missing.length > 0) {
    const names = missing.map(({ subpath }) => subpath);
    report([diagnose("sources/package-entry-without-source", { name, names }, { location })]);
  }
  if (entries.length === 0) return undefined;
  const description = ownField(value, "description");
  return {
    name,
    folder,
    location,
    ...(typeof description === "string" &&
      description !== "" && {
        description: { text: description, location: locate(["description"]) },
      }),
    entries: [...new Map(entries.toReversed().map((each) => [each.file, each])).values()].reverse(),
    dependencies: dependencyFields.flatMap((field) => Object.keys(ownField(value, field) ?? {})),
  };
}

/** What is private need not have an entry point, whatever tools wrote into its manifest. */
function findEntries(tree: PackageTree, folder: string, manifest: unknown) {
  const stated = entryPoints(manifest);
  const isPrivate = ownField(manifest, "private") === true;
  const guessed = isPrivate ? [] : [{ subpath: ".", targets: [] }];
  const wanted = stated.length > 0 ? stated : guessed;
  const found = wanted.map((entry) => ({ entry, files: findSources(tree, folder, entry) }));
  const entries = found.flatMap(({ files }) => files);
  const isExpected = stated.length > 0 && !(isPrivate && entries.length === 0);
  const missing = found.flatMap(({ entry, files }) => (files.length === 0 ? entry : []));
  return { entries, missing: isExpected ? missing : [] };
}

const dependencyFields = ["dependencies", "peerDependencies", "optionalDependencies"];

/** As it is imported: `@a/b`, `@a/b/c`. */
export const moduleName = ({ name }: FoundPackage, { subpath }: FoundEntry): string =>
  posix.join(name, subpath.replace(/\.[cm]?[jt]sx?$/, ""));
