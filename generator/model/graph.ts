import type { Reference, Tally } from "./fact.ts";
import type { Item, ItemId, ItemKind } from "./item.ts";
import type { TraceLock } from "./trace/lock.ts";
import type { TracePolicy } from "./trace/policy.ts";

/** Every way a link can be; only `resolved` has a target. */
export type LinkStatus = "resolved" | "dangling" | "ambiguous";

/** A reference after linking. A broken link stays in the graph so that every page can show it. */
export interface Link extends Reference {
  readonly status: LinkStatus;
  /** The item it leads to. */
  readonly target?: ItemId;
  /** The part of the target's page it names, without `#`. */
  readonly anchor?: string;
  /** The name was the target's before it moved. */
  readonly isMoved?: boolean;
}

/** Everything the sources know of one project, linked. */
export interface Graph {
  readonly items: ReadonlyMap<ItemId, Item>;
  readonly links: readonly Link[];
  readonly outgoing: ReadonlyMap<ItemId, readonly Link[]>;
  /** Resolved links only, by the item they lead to. */
  readonly incoming: ReadonlyMap<ItemId, readonly Link[]>;
  readonly tallies: readonly Tally[];
  /** All definitions of the ids that have more than one; `items` holds the first of each. */
  readonly duplicates: ReadonlyMap<ItemId, readonly Item[]>;
  /** What the project declares about its tracing, with what is declared for every project. */
  readonly policy: TracePolicy;
  /** The reviews of links, when the project keeps them. */
  readonly lock?: TraceLock;
}

/** The items of one history, before anything is linked. */
export type History = Pick<Graph, "items">;

// A graph never changes, and every page asks.
const byKind = new WeakMap<History, ReadonlyMap<ItemKind, readonly Item[]>>();

/** The items of one kind, in the order of their ids. */
export function itemsOf<Kind extends ItemKind>(graph: History, kind: Kind): readonly Item<Kind>[] {
  const groups = byKind.get(graph) ?? Map.groupBy(graph.items.values(), (item) => item.kind);
  byKind.set(graph, groups);
  return (groups.get(kind) ?? []) as readonly Item<Kind>[];
}
