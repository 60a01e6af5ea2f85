import { ownField } from "#data/index.ts";

/** A way into a package, as its manifest states it. */
export interface StatedEntry {
  /** `.` or `./adapters/fetch`; may hold one `*`. */
  readonly subpath: string;
  /** The files that stand for it, what is nearest to a source first. */
  readonly targets: readonly string[];
}

/** Other files than code have entry points too: styles, data, the manifest itself. */
const isCode = (target: string): boolean =>
  /\.(?:d\.)?[cm]?[jt]sx?$/.test(target) || !/\.\w+$/.test(target);

/**
 * The ways into a package: its `exports`, under whatever conditions, else what `types`, `module`
 * and `main` say. Empty when it states none.
 */
export function entryPoints(manifest: unknown): readonly StatedEntry[] {
  const exported = ownField(manifest, "exports");
  const stated = exported === undefined ? olderEntry(manifest) : exportedEntries(exported);
  return stated
    .map(({ subpath, targets }) => ({
      subpath,
      targets: targets.filter(isCode).toSorted((a, b) => nearness(a) - nearness(b)),
    }))
    .filter(({ targets }) => targets.length > 0);
}

function exportedEntries(exported: unknown): readonly StatedEntry[] {
  const keys = Object.keys(isObject(exported) ? exported : {});
  return keys.some((key) => key.startsWith("."))
    ? keys.map((subpath) => ({ subpath, targets: leavesOf(ownField(exported, subpath)) }))
    : [{ subpath: ".", targets: leavesOf(exported) }];
}

const olderFields = ["source", "types", "typings", "module", "main"];

function olderEntry(manifest: unknown): readonly StatedEntry[] {
  const targets = olderFields.flatMap((name) => leavesOf(ownField(manifest, name)));
  return targets.length === 0 ? [] : [{ subpath: ".", targets }];
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Deeper than anybody nests conditions. */
const deepest = 8;

/** Every path that some condition leads to. */
function leavesOf(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return [value.replace(/^\.\//, "")];
  if (!isObject(value) || depth > deepest) return [];
  return Object.values(value).flatMap((each) => leavesOf(each, depth + 1));
}

/** A source first, then declarations, then what is built. */
const nearness = (target: string): number =>
  /\.d\.[cm]?ts$/.test(target) ? 1 : /\.[cm]?tsx?$/.test(target) ? 0 : 2;
