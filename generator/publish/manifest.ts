import { safePaths } from "./file-names.ts";
import type { OutputFile } from "#model/pages/page.ts";

/** One file that rastro made: what it holds, and which target made it. */
export interface ManifestEntry {
  /** In `out/`, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly target: OutputFile["target"];
}

/** Where the list of everything that rastro made lies; it does not list itself. */
export const manifestPath = "data/manifest.json";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text of the manifest: sorted, without a clock or an absolute path. */
export function formatManifest(entries: readonly ManifestEntry[]): string {
  const lines = [...entries]
    .sort((a, b) => compare(a.path, b.path))
    .map(({ path, sha256, size, target }) => JSON.stringify({ path, sha256, size, target }));
  const files = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "version": 1,\n  "files": ${files}\n}\n`;
}

/** The entries by path; `undefined` when the text is not a manifest. */
export function parseManifest(text: string): ReadonlyMap<string, ManifestEntry> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, files } = (value ?? {}) as { version?: unknown; files?: unknown };
  if (version !== 1 || !Array.isArray(files) || !files.every(entryCheck())) return undefined;
  return new Map(files.map((entry) => [entry.path, entry]));
}

/** The file may have been edited by anybody: a path that leads outside is no entry. */
function entryCheck(): (value: unknown) => value is ManifestEntry {
  const isSafePath = safePaths();
  return (value): value is ManifestEntry => {
    const { path, sha256, size, target } = (value ?? {}) as Record<string, unknown>;
    return (
      typeof path === "string" &&
      isSafePath(path) &&
      typeof sha256 === "string" &&
      typeof size === "number" &&
      typeof target === "string"
    );
  };
}
