import { type Item, type ItemId, type ItemKind, itemName } from "./item.ts";

/** Short kinds that people may write in front of a name. */
const kindAliases: Readonly<Record<string, ItemKind>> = {
  op: "operation",
  req: "requirement",
  ckpt: "checkpoint",
  mv: "materialized-view",
  fn: "function",
};

/** What a written name leads to. */
export type Resolution =
  | { readonly status: "resolved"; readonly target: ItemId; readonly anchor?: string }
  | { readonly status: "dangling" }
  | { readonly status: "ambiguous"; readonly candidates: readonly ItemId[] };

/** All items by the part of their id after the kind, and by their ids. */
export interface NameIndex {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly byName: ReadonlyMap<string, readonly ItemId[]>;
}

export function indexNames(items: ReadonlyMap<ItemId, Item>): NameIndex {
  const byName = Map.groupBy(items.keys(), itemName);
  return { items, byName };
}

/**
 * `table:public.catalogo`, `op:buscar`, `OPT1`, `page:guia#passo-2`. A bare name must belong to one
 * item alone; an exact id always wins.
 */
export function resolveName(written: string, index: NameIndex): Resolution {
  // The name of a tag or a test may hold a `#` of its own.
  const whole = exactId(written);
  if (index.items.has(whole)) return { status: "resolved", target: whole };
  const hash = written.indexOf("#");
  const name = hash < 0 ? written : written.slice(0, hash);
  const anchor = hash < 0 ? undefined : written.slice(hash + 1);
  const found = (target: ItemId): Resolution =>
    anchor === undefined || anchor === ""
      ? { status: "resolved", target }
      : hasAnchor(index.items.get(target), anchor)
        ? { status: "resolved", target, anchor }
        : { status: "dangling" };
  const exact = exactId(name);
  if (index.items.has(exact)) return found(exact);
  const candidates = index.byName.get(name) ?? [];
  const [only] = candidates;
  if (only === undefined) return { status: "dangling" };
  return candidates.length === 1 ? found(only) : { status: "ambiguous", candidates };
}

function exactId(name: string): ItemId {
  const colon = name.indexOf(":");
  const kind = kindAliases[name.slice(0, colon)];
  return (kind ? `${kind}:${name.slice(colon + 1)}` : name) as ItemId;
}

/** Only authored pages declare their anchors; in other pages the check of the output decides. */
const hasAnchor = (item: Item | undefined, anchor: string): boolean =>
  item?.kind !== "page" || item.attributes.anchors.includes(anchor);
