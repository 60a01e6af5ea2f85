import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describePlace, emptyTree, readTree, statOf, type Tree } from "./disk.ts";
import { type ManifestEntry, manifestPath, parseManifest } from "./manifest.ts";

/** Tells one folder from another that has its name. */
export interface FolderIdentity {
  readonly dev: number;
  readonly ino: number;
}

/** The output folder before a run: what is there, and what of it is ours. */
export interface CurrentOutput {
  /** Absolute. */
  readonly out: string;
  /** Absent when there is no such folder yet. */
  readonly identity: FolderIdentity | undefined;
  readonly tree: Tree;
  readonly manifest: ReadonlyMap<string, ManifestEntry>;
}

/** Reads what is in `out/`; a folder that cannot be exchanged as a whole is refused. */
export function readOutput(out: string): Outcome<CurrentOutput> {
  const stats = statOf(out);
  const nothing = { out, identity: undefined, tree: emptyTree, manifest: new Map<string, never>() };
  if (stats === undefined) return outcome(nothing);
  if (!stats.isDirectory()) {
    const found = stats.isSymbolicLink() ? "link" : "file";
    return outcome(nothing, [diagnose("publish/not-a-folder", { path: basename(out), found })]);
  }
  const tree = readTree(out);
  const isMounted = statOf(dirname(out))?.dev !== stats.dev;
  const mounts = [...(isMounted ? [""] : []), ...tree.mountPoints];
  const problems = mounts.map((path) =>
    diagnose("publish/mount-point", { path: describePlace(out, join(out, path)) }),
  );
  const manifest = readManifest(out, tree);
  const identity = { dev: stats.dev, ino: stats.ino };
  const current = { out, identity, tree, manifest: manifest.value };
  return outcome(current, [...problems, ...manifest.diagnostics]);
}

function readManifest(out: string, tree: Tree): Outcome<CurrentOutput["manifest"]> {
  if (tree.entries.get(manifestPath) !== "file") return outcome(new Map());
  const manifest = parseManifest(readFileSync(join(out, manifestPath), "utf8"));
  const location = { file: `${basename(out)}/${manifestPath}` };
  return manifest === undefined
    ? outcome(new Map(), [diagnose("publish/unreadable-manifest", {}, { location })])
    : outcome(manifest);
}
