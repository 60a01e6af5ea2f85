import {
  diagnose,
  type Diagnostic,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import { assetPath } from "#model/pages/asset.ts";
import { type Fact, itemFact, type Reference } from "#model/fact.ts";
import { type NameDefect, pathDefect } from "#model/pages/file-name.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isInside } from "./files.ts";

const prefix = "asset:";

/**
 * An item for each file of the project that somebody's text links to or shows. A name that differs
 * from the file's in case gets none, because the link would break on another system; one that some
 * system cannot hold is reported where the link is written.
 */
export function findAssets(root: string, facts: readonly Fact[]): Outcome<readonly Fact[]> {
  const links = facts.flatMap((fact) =>
    fact.fact === "reference" && fact.reference.to.startsWith(prefix) ? [fact.reference] : [],
  );
  const assets = [...Map.groupBy(links, pathOf)].map(([path, references]) =>
    readAsset(root, path, references),
  );
  return joinOutcomes(assets);
}

const pathOf = ({ to }: Reference): string => to.slice(prefix.length).replace(/#.*$/s, "");

function readAsset(
  root: string,
  path: string,
  links: readonly Reference[],
): Outcome<readonly Fact[]> {
  const bytes = regularFileSize(root, path);
  if (bytes === undefined) return outcome([]);
  const item = {
    kind: "asset",
    id: `asset:${path}`,
    title: path,
    location: { file: path },
  } as const;
  const defect = pathDefect(path);
  return outcome(
    [itemFact({ ...item, attributes: { bytes } })],
    defect === undefined ? [] : links.slice(0, 1).map((link) => describeName(link, path, defect)),
  );
}

const describeName = (
  { location, written }: Reference,
  path: string,
  defect: NameDefect,
): Diagnostic =>
  diagnose(
    "sources/unsafe-file-name",
    { path, defect },
    { location, ...(written !== undefined && { target: written }) },
  );

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
