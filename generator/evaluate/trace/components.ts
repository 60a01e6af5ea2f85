/** Edges between nodes 0…n-1: those of node i are `targets[starts[i]]` up to `targets[starts[i + 1]]`. */
export interface Edges {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

export function edgesOf(lists: readonly (readonly number[])[]): Edges {
  const starts = new Int32Array(lists.length + 1);
  let total = 0;
  for (const [node, list] of lists.entries()) {
    total += list.length;
    starts[node + 1] = total;
  }
  const targets = new Int32Array(total);
  for (const [node, list] of lists.entries()) targets.set(list, at(starts, node));
  return { starts, targets };
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0;

/** What Tarjan's algorithm knows while it walks. */
interface Walk extends Edges {
  /** When each node was come to, from 1. */
  readonly order: Int32Array;
  /** The earliest open node that each is known to lead to. */
  readonly low: Int32Array;
  /** The edge of each node to take next. */
  readonly next: Int32Array;
  readonly isOpen: Uint8Array;
  /** Nodes come to whose component is not known. */
  readonly open: number[];
  /** The way from the root to where the walk is. */
  readonly path: number[];
  readonly components: number[][];
  visited: number;
}

/**
 * Strongly connected components, each after all that it leads to: Tarjan's algorithm with a stack of
 * its own, so that no chain is too long, in one pass over nodes and edges.
 */
export function findComponents(edges: Edges): readonly (readonly number[])[] {
  const count = edges.starts.length - 1;
  const walk: Walk = {
    ...edges,
    order: new Int32Array(count),
    low: new Int32Array(count),
    next: edges.starts.slice(0, count),
    isOpen: new Uint8Array(count),
    open: [],
    path: [],
    components: [],
    visited: 0,
  };
  for (let root = 0; root < count; root++) {
    if (at(walk.order, root) > 0) continue;
    enter(walk, root);
    for (let node = walk.path.at(-1); node !== undefined; node = walk.path.at(-1)) step(walk, node);
  }
  return walk.components;
}

function enter(walk: Walk, node: number): void {
  walk.visited += 1;
  walk.order[node] = walk.visited;
  walk.low[node] = walk.visited;
  walk.isOpen[node] = 1;
  walk.open.push(node);
  walk.path.push(node);
}

/** Takes the next edge of a node, or leaves it when there is none. */
function step(walk: Walk, node: number): void {
  const edge = at(walk.next, node);
  if (edge >= at(walk.starts, node + 1)) {
    leave(walk, node);
    return;
  }
  walk.next[node] = edge + 1;
  const target = at(walk.targets, edge);
  if (at(walk.order, target) === 0) enter(walk, target);
  else if (walk.isOpen[target] === 1) lower(walk, node, at(walk.order, target));
}

function leave(walk: Walk, node: number): void {
  walk.path.pop();
  const below = walk.path.at(-1);
  if (below !== undefined) lower(walk, below, at(walk.low, node));
  if (at(walk.low, node) !== at(walk.order, node)) return;
  const members = walk.open.splice(walk.open.lastIndexOf(node));
  for (const member of members) walk.isOpen[member] = 0;
  walk.components.push(members);
}

function lower({ low }: Walk, node: number, to: number): void {
  if (to < at(low, node)) low[node] = to;
}
