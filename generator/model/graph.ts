import type { Reference, Tally } from "./fact.ts";
import type { Item, ItemId, ItemKind } from "./item.ts";

/** Every way a link can be; only `resolved` has a target. */
export type LinkStatus = "resolved" | "dangling" | "ambiguous";

/** A reference after linking. A broken link stays in the graph so that every page can show it. */
export interface Link extends Reference {
  readonly status: LinkStatus;
  /** The item it leads to. */
  readonly target?: ItemId;
  /** The part of the target's page it names, without `#`. */
  readonly anchor?: string;
}

/** Everything the sources know of one project, linked. */
export interface Graph {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly links: readonly Link[];
  readonly outgoing: ReadonlyMap<ItemId, readonly Link[]>;
  /** Resolved links only, by the item they lead to. */
  readonly incoming: ReadonlyMap<ItemId, readonly Link[]>;
  readonly tallies: readonly Tally[];
}

/** The items of one kind, in the order of their ids. */
export function itemsOf<Kind extends ItemKind>(graph: Graph, kind: Kind): readonly Item<Kind>[] {
  const found = [...graph.items.values()].filter((item) => item.kind === kind);
  return found as readonly Item[] as readonly Item<Kind>[];
}
