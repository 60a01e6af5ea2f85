import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import { type Direction, type Reached, walk } from "#model/trace/reach.ts";

/** What a page lists in one direction. */
export interface Listed {
  readonly reached: readonly Reached[];
  /** There is more than the page lists. */
  readonly isCut: boolean;
}

/** How much is listed: that many neighbours, and of what lies behind them until there are `far`. */
interface Wanted {
  readonly direction: Direction;
  readonly near: number;
  readonly far: number;
}

/** The nearest of what an item reaches; of a long way no more is walked than is listed. */
export function nearest(graph: Graph, id: ItemId, { direction, near, far }: Wanted): Listed {
  const reached: Reached[] = [];
  for (const each of walk(graph, [id], direction)) {
    if (reached.length >= (each.depth === 1 ? near : far)) return { reached, isCut: true };
    reached.push(each);
  }
  return { reached, isCut: false };
}
