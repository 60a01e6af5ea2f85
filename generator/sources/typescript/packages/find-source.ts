import { posix } from "node:path";
import type { StatedEntry } from "./entry-points.ts";
import type { PackageTree } from "./package-tree.ts";

/** A way into a package that leads to a file of its code. */
export interface FoundEntry {
  readonly subpath: string;
  /** Relative to the root of the tree. */
  readonly file: string;
}

/** Folders that builds write to: their files stand for others. */
const built =
  /^(?:\.output|build|cjs|dist(?:[-_]\w+)?|es|es\d+|esm|lib|modern|legacy|module|node|out|output|package|release|typings|types|umd|_?esm\d*)$/;

/** Where people keep their code, within a package. */
const homes = ["src", "source", "lib", "", "src/public", "src/exports", "src/node"];

/** What the main file is called where nothing says it. */
const mainNames = ["index", "main", "mod", "public-api", "public_api"];

const endings = ["", ".ts", ".tsx", ".mts", ".cts", "/index.ts", "/index.tsx"];
const declarations = ["", ".d.ts", ".d.mts", ".d.cts"];

const isSource = (path: string): boolean =>
  /\.[cm]?tsx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);

/**
 * The code that a stated entry stands for: the file itself, else the one that it is built from, as
 * far as names tell, else declarations that somebody keeps by hand. A pattern gives every file.
 */
export function findSources(
  tree: PackageTree,
  folder: string,
  entry: StatedEntry,
): readonly FoundEntry[] {
  if (entry.subpath.includes("*")) return findAll(tree, folder, entry);
  const within = (path: string): string => posix.join(folder, path);
  const file =
    candidates(folder, entry)
      .flatMap((stem) => endings.map((ending) => within(stem + ending)))
      .find((path) => isSource(path) && tree.has(path)) ??
    entry.targets
      .flatMap((target) => declarations.map((ending) => within(stemOf(target) + ending)))
      .find((path) => /\.d\.[cm]?ts$/.test(path) && tree.has(path));
  return file === undefined ? [] : [{ subpath: entry.subpath, file }];
}

/** Without an extension, from the most to the least certain. */
function candidates(folder: string, { subpath, targets }: StatedEntry): readonly string[] {
  const named = subpath === "." ? [...mainNames, nameOfFolder(folder)] : [subpath.slice(2)];
  return [
    ...targets.filter(isSource),
    ...targets.flatMap(origins),
    ...homes.flatMap((home) => named.map((name) => posix.join(home, stemOf(name)))),
  ];
}

const nameOfFolder = (folder: string): string => posix.basename(folder);

const stemOf = (path: string): string => path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");

/** `dist/esm/a` may be built from `src/a`, `a`, or `src/esm/a`. */
function origins(target: string): readonly string[] {
  const steps = stemOf(target).split("/");
  const inside = steps.findIndex((step, at) => at === steps.length - 1 || !built.test(step));
  const depths = Array.from({ length: inside + 1 }, (_, at) => inside - at);
  return depths.flatMap((depth) =>
    homes.map((home) => posix.join(home, steps.slice(depth).join("/"))),
  );
}

/** Nobody documents more files than this by one pattern. */
const mostFiles = 500;

function findAll(tree: PackageTree, folder: string, entry: StatedEntry): readonly FoundEntry[] {
  for (const stem of candidates(folder, entry)) {
    if (stem.split("*").length !== 2) continue;
    const [before = "", after = ""] = posix.join(folder, stemOf(stem)).split("*");
    const found = tree
      .find(`${escapeGlob(before)}**/*${after}.{ts,tsx,mts,cts}`.replace(/\/?\*\*\/\*/, "/**/*"))
      .filter((path) => isSource(path) && !/(?:\.|\/)_*(?:tests?|spec)_*[./]/.test(path))
      .map((file) => ({
        subpath: entry.subpath.replace(
          "*",
          stemOf(file).slice(before.length, -after.length || undefined),
        ),
        file,
      }));
    if (found.length > 0) return found.slice(0, mostFiles);
  }
  return [];
}

const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!]/g, "\\$&");
