import { type Item, type ItemId, itemId, type ItemKind, itemName } from "./item.ts";

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
  | {
      readonly status: "resolved";
      readonly target: ItemId;
      readonly anchor?: string;
      /** The revision that the name asks for: `P3~2`. */
      readonly rev?: number;
      /** The item has another name now. */
      readonly isMoved?: boolean;
    }
  | { readonly status: "dangling" }
  | { readonly status: "ambiguous"; readonly candidates: readonly ItemId[] };

/** All items by the part of their id after the kind, and by their ids. */
export interface NameIndex {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly byName: ReadonlyMap<string, readonly ItemId[]>;
  /** Items by the names that they had before, with and without their kind. */
  readonly byFormerName: ReadonlyMap<string, readonly ItemId[]>;
  /** Items whose name ends with a revision, `login~2`, by what stands before it. */
  readonly byStem: ReadonlyMap<string, readonly ItemId[]>;
}

export function indexNames(items: ReadonlyMap<ItemId, Item>): NameIndex {
  const byName = Map.groupBy(items.keys(), itemName);
  const byFormerName = new Map<string, ItemId[]>();
  const byStem = new Map<string, ItemId[]>();
  for (const { id, kind, movedFrom = [] } of items.values()) {
    for (const name of movedFrom) {
      append(byFormerName, name, id);
      append(byFormerName, itemId(kind, name), id);
    }
    const [, stem] = id.includes("~") ? (withRevision.exec(itemName(id)) ?? []) : [];
    if (stem !== undefined) append(byStem, stem, id);
  }
  return { items, byName, byFormerName, byStem };
}

function append(map: Map<string, ItemId[]>, key: string, id: ItemId): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

/** `login~2`: the second revision of something. */
const withRevision = /^(.+)~(\d{1,9})$/s;

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
  if (only === undefined) return resolveOtherwise(name, index, found);
  return candidates.length === 1 ? found(only) : { status: "ambiguous", candidates };
}

type Find = (target: ItemId) => Resolution;

/** A name that nothing has: one that its item had before, or of another revision. */
function resolveOtherwise(name: string, index: NameIndex, found: Find): Resolution {
  const [moved, ...others] = index.byFormerName.get(exactId(name)) ?? [];
  if (moved === undefined) return resolveRevision(name, index, found);
  if (others.length > 0) return { status: "ambiguous", candidates: [moved, ...others] };
  const resolution = found(moved);
  return resolution.status === "resolved" ? { ...resolution, isMoved: true } : resolution;
}

/** `P3~2` leads to P3 whichever revision it has; whether that is the one is seen later. */
function resolveRevision(name: string, index: NameIndex, found: Find): Resolution {
  const [, stem, digits] = withRevision.exec(name) ?? [];
  if (stem === undefined) return { status: "dangling" };
  const revisions = index.byStem.get(itemName(exactId(stem))) ?? [];
  const newest = revisions.reduce<ItemId | undefined>(newer, undefined);
  const resolution = newest === undefined ? resolveName(stem, index) : found(newest);
  return resolution.status === "resolved" ? { ...resolution, rev: Number(digits) } : resolution;
}

const newer = (a: ItemId | undefined, b: ItemId): ItemId =>
  a !== undefined && revisionIn(a) > revisionIn(b) ? a : b;

const revisionIn = (id: ItemId): number => Number(withRevision.exec(id)?.[2] ?? 0);

function exactId(name: string): ItemId {
  const colon = name.indexOf(":");
  const kind = kindAliases[name.slice(0, colon)];
  return (kind ? `${kind}:${name.slice(colon + 1)}` : name) as ItemId;
}

/** Only authored pages declare their anchors; in other pages the check of the output decides. */
const hasAnchor = (item: Item | undefined, anchor: string): boolean =>
  item?.kind !== "page" || item.attributes.anchors.includes(anchor);
