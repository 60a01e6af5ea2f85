import { type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { SourceEntry } from "#model/settings.ts";
import { isAbsolute, join } from "node:path";
import type { SourceRequest } from "../source.ts";
import { describeEntry } from "./describe-entry.ts";
import { expandEntry } from "./expand-entry.ts";
import type { FileKind } from "./file-kind.ts";
import { isInside } from "./inside.ts";

/** A file that an entry of the settings names. */
export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly entry: SourceEntry;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The files that the entries name, by path, each once. A folder means everything of the kind below
 * it. What matches nothing, leads outside or cannot be read is reported; a file that two entries
 * name belongs to the first.
 */
export async function listFiles(
  { root, entries }: SourceRequest,
  kind: FileKind,
): Promise<Outcome<readonly SourceFile[]>> {
  const files = new Map<string, SourceFile>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    const found = refuse(root, entry) ?? (await expandEntry(root, entry, kind));
    diagnostics.push(...found.diagnostics);
    for (const path of found.value) if (!files.has(path)) files.set(path, { path, entry });
  }
  const sorted = [...files.values()].sort((a, b) => compare(a.path, b.path));
  return outcome(sorted, diagnostics);
}

/** An entry that is not looked for, whatever lies there. */
function refuse(root: string, entry: SourceEntry): Outcome<readonly string[]> | undefined {
  const { path } = entry;
  if (isAbsolute(path) || !isInside(root, join(root, path))) {
    return outcome([], [describeEntry("sources/outside-root", entry)]);
  }
  if (/^!(?!\()/.test(path)) {
    return outcome([], [describeEntry("sources/excluding-pattern", entry)]);
  }
  return /^out(?:\.next)?(?:\/|$)/.test(path)
    ? outcome([], [describeEntry("sources/own-output", entry)])
    : undefined;
}
