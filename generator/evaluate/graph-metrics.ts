import type { CriterionResult } from "#model/evaluation.ts";
import { isThere } from "#model/document-state.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { axesOf, criteriaOf, deliverablesOf, phasesOf, stageOf } from "#model/parts.ts";

/** A count that is only partly known: `open` more may come to `known`. */
export interface GraphCount {
  readonly known: number;
  readonly open: number;
  /** Of how many; 0 is not measurable. */
  readonly of: number;
}

interface Question {
  readonly graph: Graph;
  readonly stage: Item<"stage">;
  readonly results: ReadonlyMap<ItemId, CriterionResult>;
}

/** What the graph itself answers about a stage, by the name of the metric. */
export const graphMetrics: ReadonlyMap<string, (question: Question) => GraphCount> = new Map([
  ["axes.met", countAxes],
  ["deliverables.existing", countDeliverables],
  ["blockers.open", countBlockers],
]);

/** An axis counts when it has criteria and all are met; with one undetermined it may still come to. */
function countAxes({ graph, stage, results }: Question): GraphCount {
  const axes = axesOf(graph, stage.id).map((axis) =>
    criteriaOf(graph, axis.id).map(({ id }) => results.get(id)?.result ?? "undetermined"),
  );
  const known = axes.filter(
    (found) => found.length > 0 && found.every((each) => each === "met"),
  ).length;
  const failed = axes.filter((found) => found.includes("not met")).length;
  return { known, open: axes.length - known - failed, of: axes.length };
}

function countDeliverables({ graph, stage }: Question): GraphCount {
  const all = deliverablesOf(graph, stage.id);
  return { known: all.filter((each) => isThere(graph, each)).length, open: 0, of: all.length };
}

/** None recorded is an answer: the register of blockers is there, and empty. */
function countBlockers({ graph, stage }: Question): GraphCount {
  return { known: openBlockers(graph, stage).length, open: 0, of: 1 };
}

/** Open blockers of a stage or of what belongs to it, without those that something mitigates. */
export function openBlockers(graph: Graph, stage: Item<"stage">): readonly Item<"blocker">[] {
  const scope = new Set<ItemId>([stage.id, ...phasesOf(graph, stage.id).map(({ id }) => id)]);
  return itemsOf(graph, "blocker").filter(
    (blocker) =>
      blocker.attributes.status === "open" &&
      !isMitigated(graph, blocker.id) &&
      isWithin(graph, blocker.id, scope),
  );
}

const isMitigated = (graph: Graph, id: ItemId): boolean =>
  (graph.incoming.get(id) ?? []).some(({ role }) => role === "mitigates");

function isWithin(graph: Graph, id: ItemId, scope: ReadonlySet<ItemId>): boolean {
  return (graph.outgoing.get(id) ?? [])
    .filter(({ role }) => role === "blocks" || role === "part-of")
    .some(({ target }) => {
      const stage = stageOf(graph, target && graph.items.get(target));
      return stage !== undefined && scope.has(stage.id);
    });
}
