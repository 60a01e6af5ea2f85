import type { ItemId } from "../item.ts";
import type { CoverageCause, TracedLink, TraceResult } from "./result.ts";

type Judged = Pick<TraceResult, "items" | "links">;

/**
 * The shortest way from an item that is not covered to what caused it: through those that cover it,
 * to the one that does not count; of a circle, once round.
 */
export function witnessPath(result: Judged, id: ItemId): readonly ItemId[] {
  const path = [id];
  let cause = result.items.get(id)?.cause;
  while (cause?.via !== undefined) {
    path.push(cause.via);
    cause = cause.isHere ? undefined : result.items.get(cause.via)?.cause;
  }
  const last = path.at(-1) ?? id;
  return cause?.state === "cyclic" ? [...path, ...roundTrip(last, coverersOf(result))] : path;
}

/**
 * The same way with at most `most` items, of a longer one its beginning and its end; `isCut` tells
 * which. Of a circle only who is in it is told.
 */
export function shortWitness(
  { items }: Pick<TraceResult, "items">,
  id: ItemId,
  most: number,
): { readonly path: readonly ItemId[]; readonly isCut: boolean } {
  const cause = items.get(id)?.cause;
  if (cause === undefined) return { path: [id], isCut: false };
  const isCut = cause.distance >= most;
  const path = [id];
  for (let at: CoverageCause | undefined = cause; at?.via !== undefined;) {
    if (isCut && path.length === most - 1) break;
    path.push(at.via);
    at = at.isHere ? undefined : items.get(at.via)?.cause;
  }
  return { path: isCut ? [...path, endOf(items, cause)] : path, isCut };
}

/** What an item's shortest way leads to. */
const endOf = (items: TraceResult["items"], { decider }: CoverageCause): ItemId =>
  items.get(decider)?.cause?.via ?? decider;

type Coverers = ReadonlyMap<ItemId | undefined, readonly TracedLink[]>;

// A result never changes, and every finding asks.
const known = new WeakMap<Judged["links"], Coverers>();

function coverersOf({ links }: Judged): Coverers {
  const found =
    known.get(links) ??
    Map.groupBy(
      links.filter(({ role }) => role.countsAsCoverage),
      ({ link }) => link.target,
    );
  known.set(links, found);
  return found;
}

/** The shortest way from an item back to itself, without its beginning. */
function roundTrip(start: ItemId, coverers: Coverers): readonly ItemId[] {
  const before = new Map<ItemId, ItemId>();
  const queue = [start];
  for (const item of queue) {
    for (const { link } of coverers.get(item) ?? []) {
      if (link.from === start) return [...wayTo(item, before, start), start];
      if (before.has(link.from)) continue;
      before.set(link.from, item);
      queue.push(link.from);
    }
  }
  return [];
}

function wayTo(end: ItemId, before: ReadonlyMap<ItemId, ItemId>, start: ItemId): ItemId[] {
  const way: ItemId[] = [];
  for (let item: ItemId | undefined = end; item !== undefined && item !== start;) {
    way.push(item);
    item = before.get(item);
  }
  return way.reverse();
}
