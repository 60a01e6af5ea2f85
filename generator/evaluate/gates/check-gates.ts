import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { GateResult } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type ItemId, itemName } from "#model/item.ts";

/** A gate without criteria would decide nothing while looking as if it did. */
export function checkGates(
  graph: Graph,
  gates: ReadonlyMap<ItemId, GateResult>,
): readonly Diagnostic[] {
  return itemsOf(graph, "gate")
    .filter(({ id }) => gates.get(id)?.criteria.length === 0)
    .map(({ id, location }) =>
      diagnose("evaluate/gate-without-criteria", { gate: itemName(id) }, { location }),
    );
}
