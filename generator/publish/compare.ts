import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { OutputFile, Target } from "#model/pages/page.ts";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { identityOf, type Identity } from "./content.ts";
import type { CurrentOutput } from "./current-output.ts";
import { formatManifest, type ManifestEntry, manifestPath } from "./manifest.ts";

/** How a file that was made differs from what is at its place. */
type Difference = "unchanged" | "new" | "changed" | "edited" | "foreign";

/** One file that was made, beside what is on disk. */
export interface ComparedFile extends Pick<OutputFile, "path" | "content"> {
  readonly difference: Difference;
}

export interface Comparison {
  /** Every file that was made, and the manifest. */
  readonly files: readonly ComparedFile[];
  /** Files of targets that are not being made now: they stay as they are. */
  readonly kept: readonly string[];
  /** Kept files that are not there any more. */
  readonly lost: readonly string[];
}

/** Compares what was made with what is there, by content. */
export function compareOutput(
  made: readonly OutputFile[],
  current: CurrentOutput,
  targets: readonly Target[],
): Comparison {
  const identify = rememberIdentities();
  const contents = made.map(({ path, target, content }) => ({
    content,
    entry: { path, ...identify(content), target },
  }));
  const entries = contents.map(({ entry }) => entry);
  const kept = otherTargets(current, new Set(entries.map(({ path }) => path)), targets);
  const present = kept.filter(({ path }) => current.tree.entries.has(path));
  const manifest = formatManifest([...entries, ...present]);
  const own = { path: manifestPath, sha256: hash("sha256", manifest) };
  return {
    files: [
      ...contents.map(({ content, entry }) => ({
        path: entry.path,
        content,
        difference: compareFile(entry, current),
      })),
      { path: own.path, content: manifest, difference: compareFile(own, current) },
    ],
    kept: present.map(({ path }) => path),
    lost: kept.filter((entry) => !present.includes(entry)).map(({ path }) => path),
  };
}

/** A page of Markdown is published twice, in `md/` and beside its HTML: it is looked at once. */
function rememberIdentities(): (content: OutputFile["content"]) => Identity {
  const known = new Map<OutputFile["content"], Identity>();
  return (content) => {
    const before = known.get(content);
    if (before !== undefined) return before;
    const made = identityOf(content);
    known.set(content, made);
    return made;
  };
}

function otherTargets(
  { manifest }: CurrentOutput,
  made: ReadonlySet<string>,
  targets: readonly Target[],
): readonly ManifestEntry[] {
  const now = new Set<string>([...targets, "data"]);
  return [...manifest.values()].filter(({ path, target }) => !made.has(path) && !now.has(target));
}

function compareFile(
  { path, sha256 }: Pick<ManifestEntry, "path" | "sha256">,
  { out, tree, manifest }: CurrentOutput,
): Difference {
  const kind = tree.entries.get(path);
  if (kind === undefined) return "new";
  const entry = manifest.get(path);
  const isOurs = entry !== undefined || path === manifestPath;
  if (kind !== "file") return isOurs ? "edited" : "foreign";
  const onDisk = hash("sha256", readFileSync(join(out, path)));
  if (onDisk === sha256) return "unchanged";
  if (!isOurs) return "foreign";
  return entry && onDisk !== entry.sha256 ? "edited" : "changed";
}

/** What the comparison has to say before anything is written. */
export function reportComparison({ files, lost }: Comparison, out: string): readonly Diagnostic[] {
  const place = (path: string) => ({ location: { file: `${basename(out)}/${path}` } });
  return [
    ...files.flatMap(({ path, difference }) => {
      if (difference === "edited") return [diagnose("publish/edited-output", {}, place(path))];
      if (difference === "foreign") return [diagnose("publish/foreign-file", {}, place(path))];
      return [];
    }),
    ...lost.map((path) => diagnose("publish/lost-output", {}, place(path))),
  ];
}
