import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId, ItemKind } from "#model/item.ts";
import { inOrder, phasesOf } from "#model/parts.ts";

/** The items of a kind that say they are part of a stage, in the order of their authors. */
export function within<Kind extends ItemKind>(
  graph: Graph,
  stage: ItemId,
  kind: Kind,
): readonly Item<Kind>[] {
  const parts = (graph.incoming.get(stage) ?? []).filter(({ role }) => role === "part-of");
  const items = [...new Set(parts.map(({ from }) => from))].map((id) => graph.items.get(id));
  const found = items.filter((item) => item?.kind === kind) as readonly Item[];
  return (found as readonly Item<Kind>[]).toSorted(inOrder);
}

/** A stage with all of its phases, and theirs. */
export function stageWithPhases(graph: Graph, id: ItemId): ReadonlySet<ItemId> {
  const found = new Set<ItemId>([id]);
  // A set that grows while it is walked: a phase of itself is walked once.
  for (const each of found) for (const phase of phasesOf(graph, each)) found.add(phase.id);
  return found;
}

const whole = new WeakMap<Graph, readonly Item<"stage">[]>();

/** Stages that are no phase of another. */
export function wholeStages(graph: Graph): readonly Item<"stage">[] {
  const known = whole.get(graph) ?? findWhole(graph);
  whole.set(graph, known);
  return known;
}

function findWhole(graph: Graph): readonly Item<"stage">[] {
  const stages = itemsOf(graph, "stage");
  const phases = new Set(stages.flatMap(({ id }) => phasesOf(graph, id).map((phase) => phase.id)));
  return stages.filter(({ id }) => !phases.has(id)).toSorted(inOrder);
}
