import { assetPath } from "#model/asset.ts";
import { type Fact, itemFact } from "#model/fact.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isInside } from "./files.ts";

const prefix = "asset:";

/**
 * An item for each file of the project that somebody's text links to or shows. A name that differs
 * from the file's in case gets none, because the link would break on another system.
 */
export function findAssets(root: string, facts: readonly Fact[]): readonly Fact[] {
  const named = facts.flatMap((fact) =>
    fact.fact === "reference" && fact.reference.to.startsWith(prefix)
      ? [withoutFragment(fact.reference.to.slice(prefix.length))]
      : [],
  );
  return [...new Set(named)].flatMap((path) => {
    const bytes = regularFileSize(root, path);
    if (bytes === undefined) return [];
    const item = {
      kind: "asset",
      id: `asset:${path}`,
      title: path,
      location: { file: path },
    } as const;
    return [itemFact({ ...item, attributes: { bytes } })];
  });
}

const withoutFragment = (path: string): string => path.replace(/#.*$/s, "");

function regularFileSize(root: string, path: string): number | undefined {
  const absolute = join(root, path);
  if (path === "" || !isInside(root, absolute)) return undefined;
  try {
    const stats = lstatSync(absolute);
    const isExact = readdirSync(dirname(absolute)).includes(basename(absolute));
    return stats.isFile() && isExact ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

/** The files that pages show or offer, as they will lie below `out/md/` and `out/site/`. */
export function readAssets(
  root: string,
  graphs: readonly Graph[],
): readonly { readonly path: string; readonly content: Uint8Array }[] {
  const assets = new Map(
    graphs.flatMap((graph) => itemsOf(graph, "asset")).map((asset) => [assetPath(asset), asset]),
  );
  return [...assets].map(([path, asset]) => ({
    path,
    content: readFileSync(join(root, itemName(asset.id))),
  }));
}
