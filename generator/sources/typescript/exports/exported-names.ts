import type { ExportedName } from "#model/code/change.ts";
import { posix } from "node:path";
import type { FileExports } from "./read-exports.ts";

/** The files of one version. */
export interface VersionOfCode {
  /** The names of the entry points, by their paths. */
  readonly entries: ReadonlyMap<string, string>;
  /** By path; undefined for what is not there. */
  readonly exportsOf: (path: string) => FileExports | undefined;
}

/**
 * Every name that the entry points export. What one entry point passes on from another is known there;
 * what it passes on from any other file counts as its own.
 */
export function exportedNames({ entries, exportsOf }: VersionOfCode): readonly ExportedName[] {
  const pathOf = new Map([...entries].map(([path, module]) => [module, path]));
  const find = (from: string, specifier: string): string | undefined =>
    pathOf.get(specifier) ??
    candidates(from, specifier).find((path) => exportsOf(path) !== undefined);
  const namesIn = (path: string, seen: ReadonlySet<string>): readonly Named[] => {
    const file = exportsOf(path);
    if (file === undefined || seen.has(path)) return [];
    const within = new Set([...seen, path]);
    const passed = [...file.passedOn].flatMap(
      ([name, { specifier, name: there }]): readonly Named[] => {
        const target = find(path, specifier);
        const head = target === undefined ? `${specifier} ${there}` : "";
        const reference = { name, kind: "reference", head, parts: [] } as const;
        if (target === undefined || entries.has(target)) return [reference];
        const found = namesIn(target, within).filter((each) => each.name === there);
        return found.length === 0 ? [reference] : found.map((each) => ({ ...each, name }));
      },
    );
    const stars = file.stars.flatMap((specifier): readonly Named[] => {
      const target = find(path, specifier);
      if (target === undefined) {
        return [{ name: `* from ${specifier}`, kind: "reference", head: "", parts: [] }];
      }
      // A default export is not passed on by a star.
      return entries.has(target)
        ? []
        : namesIn(target, within).filter(({ name }) => name !== "default");
    });
    return [...file.own, ...passed, ...stars];
  };
  return [...entries].flatMap(([path, module]) =>
    namesIn(path, new Set()).map((each) => ({ ...each, module })),
  );
}

type Named = Omit<ExportedName, "module">;

/** What a file names with a relative specifier may be any of these: as bundlers and TypeScript look for them. */
export function candidates(from: string, specifier: string): readonly string[] {
  if (!specifier.startsWith(".")) return [];
  const path = posix.join(posix.dirname(from), specifier);
  const plain = path.replace(/\.[cm]?jsx?$/, "");
  const endings = [".ts", ".tsx", ".mts", ".cts", "/index.ts", "/index.tsx"];
  return [
    path,
    ...endings.map((ending) => plain + ending),
    ...endings.map((ending) => path + ending),
  ];
}
