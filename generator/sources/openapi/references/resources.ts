import type { LocatedData } from "#data/index.ts";
import { elementsOf, fieldsOf, type Node, rootOf, textOf, valueOf } from "../node.ts";

/** What a file can be asked for by names of its own: `$id`, `$self` and `$anchor`. */
interface Resources {
  readonly byIdentifier: ReadonlyMap<string, Node>;
  readonly byAnchor: ReadonlyMap<string, Node>;
}

const known = new WeakMap<LocatedData, Resources>();

/** The schema that calls itself by this address in its `$id`; nothing is fetched for it. */
export function findByIdentifier(from: Node, address: string): Node | undefined {
  const { byIdentifier } = resourcesOf(from.data);
  const base = resourceOf(from);
  const full = base ? absolute(textOf(base, "$id") ?? "", address) : address;
  return byIdentifier.get(full) ?? byIdentifier.get(address);
}

export const findByAnchor = (from: Node, anchor: string): Node | undefined =>
  resourcesOf(from.data).byAnchor.get(anchor);

/** The nearest schema above (or at) a node that has an `$id` and so begins a document of its own. */
export function resourceOf(node: Node): Node | undefined {
  for (let at = node; at.parent; at = at.parent) {
    if (typeof valueOf(at, "$id") === "string" && at.parent.key !== "properties") return at;
  }
  return undefined;
}

/** A relative address from an `$id`; an address that cannot be joined stays as it is. */
const absolute = (base: string, address: string): string =>
  URL.parse(address, base)?.href ?? address;

function resourcesOf(data: LocatedData): Resources {
  const found = known.get(data) ?? collect(data);
  known.set(data, found);
  return found;
}

function collect(data: LocatedData): Resources {
  const byIdentifier = new Map<string, Node>();
  const byAnchor = new Map<string, Node>();
  const left: Node[] = [rootOf(data)];
  for (let node = left.pop(); node; node = left.pop()) {
    const identifier = firstText(node, ["$id", "$self"]);
    const anchor = firstText(node, ["$anchor", "$dynamicAnchor"]);
    if (identifier !== undefined) byIdentifier.set(identifier, node);
    if (anchor !== undefined) byAnchor.set(anchor, node);
    for (const [, value] of fieldsOf(node)) left.push(value);
    for (const value of elementsOf(node)) left.push(value);
  }
  return { byIdentifier, byAnchor };
}

/** A property may be called `$id` too: then its value is a schema, not a text. */
const firstText = (node: Node, keys: readonly string[]): string | undefined =>
  keys.map((key) => valueOf(node, key)).find((value) => typeof value === "string");
