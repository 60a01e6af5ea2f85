import { sha256 } from "#data/canonical.ts";
import type { Graph, Link } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { FileDigest } from "#model/programme/sign-off.ts";
import { itemDigest, linkName, typeOf } from "#model/trace/digest.ts";

/** What the files of a scope say once they are read and linked: how much, and the digest of it. */
export interface ScopeGraph {
  readonly items: number;
  readonly links: number;
  readonly sha256: string;
}

// Gates of one project are mostly about the same files.
const known = new WeakMap<Graph, Map<string, ScopeGraph>>();

/**
 * The graph in a scope: items that its files define, each by its id and the digest of its normative
 * fields, and the links between them. What lies outside changes nothing here.
 */
export function stateScopeGraph(graph: Graph, files: readonly FileDigest[]): ScopeGraph {
  const paths = new Set(files.map(({ path }) => path));
  const key = [...paths].toSorted().join("\0");
  const stated = known.get(graph) ?? new Map<string, ScopeGraph>();
  known.set(graph, stated);
  const found = stated.get(key) ?? digestGraph(graph, paths);
  stated.set(key, found);
  return found;
}

function digestGraph(graph: Graph, paths: ReadonlySet<string>): ScopeGraph {
  const items = [...graph.items.values()].filter(({ location }) => paths.has(location.file));
  const inside = new Set(items.map(({ id }) => id));
  const links = graph.links.filter(
    ({ from, target, location }) =>
      paths.has(location.file) && inside.has(from) && target !== undefined && inside.has(target),
  );
  const lines = [
    ...items.map((item) => `item\0${item.id}\0${digestOf(graph, item)}\n`),
    ...links.map((link: Link) => `link\0${linkName(link)}\n`),
  ];
  const text = lines.toSorted().join("");
  return { items: items.length, links: links.length, sha256: sha256(Buffer.from(text)) };
}

const digestOf = ({ policy }: Graph, item: Item): string =>
  itemDigest(item, policy.types.get(typeOf(item)));
