import type { Graph, Link } from "../graph.ts";
import type { ItemId } from "../item.ts";

/** Links are followed as they are written, or against that. */
export type Direction = "out" | "in";

/** An item that can be reached, by the last step of the shortest way to it. */
export interface Reached {
  readonly item: ItemId;
  /** How many steps away it is. */
  readonly depth: number;
  /** The item before it on the way. */
  readonly from: ItemId;
  readonly link: Link;
  /** As the link reads in this direction: `covers`, `covered-by`. */
  readonly role: string;
  /** A way of strong links alone carries a change; a weak link is a pointer, and the way ends there. */
  readonly isStrong: boolean;
}

/**
 * What can be reached from some items, nearest first: over strong links as far as they go, over weak
 * ones a single step from where it begins.
 */
export const reach = (
  graph: Graph,
  starts: readonly ItemId[],
  direction: Direction,
): readonly Reached[] => [...walk(graph, starts, direction)];

/** The same, one after the other: whoever wants only some stops there. */
export function* walk(
  graph: Graph,
  starts: readonly ItemId[],
  direction: Direction,
): Generator<Reached, undefined> {
  const seen = new Set(starts);
  let frontier: readonly ItemId[] = starts;
  for (let depth = 1; frontier.length > 0; depth++) {
    const next: ItemId[] = [];
    for (const step of stepsFrom(graph, frontier, direction)) {
      if (!step.isStrong || seen.has(step.item)) continue;
      seen.add(step.item);
      next.push(step.item);
      yield { ...step, depth };
    }
    frontier = next;
  }
  for (const step of stepsFrom(graph, starts, direction)) {
    if (step.isStrong || seen.has(step.item)) continue;
    seen.add(step.item);
    yield { ...step, depth: 1 };
  }
}

type Step = Omit<Reached, "depth">;

function* stepsFrom(
  graph: Graph,
  items: readonly ItemId[],
  direction: Direction,
): Generator<Step, undefined> {
  const links = direction === "out" ? graph.outgoing : graph.incoming;
  for (const from of items) {
    for (const link of links.get(from) ?? []) {
      const item = direction === "out" ? link.target : link.from;
      if (item !== undefined) yield { item, from, link, ...roleOf(link, graph, direction) };
    }
  }
}

/** How a link reads in a direction, and how far it carries. */
function roleOf({ declaredRole, role: own }: Link, { policy }: Graph, direction: Direction) {
  const name = declaredRole ?? own;
  const { inverse = name, strength } = policy.roles.get(name) ?? {};
  return { role: direction === "out" ? name : inverse, isStrong: strength === "strong" };
}

/** The items on the way to one that was reached, the first of them where it began. */
export function wayTo(last: Reached, all: readonly Reached[]): readonly ItemId[] {
  const by = new Map(all.map((each) => [each.item, each]));
  const way: ItemId[] = [last.item];
  let step: Reached | undefined = last;
  while (step) {
    way.unshift(step.from);
    step = step.depth > 1 ? by.get(step.from) : undefined;
  }
  return way;
}
