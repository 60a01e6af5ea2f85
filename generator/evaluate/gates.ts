import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { CriterionResult, GateResult, Verdict } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { criteriaOf, stageOf } from "#model/parts.ts";
import { openBlockers } from "./graph-metrics.ts";

type Results = ReadonlyMap<ItemId, CriterionResult>;

/** Computes every gate's verdict. Criteria can close a gate; only people's signatures open it. */
export function judgeGates(graph: Graph, results: Results): ReadonlyMap<ItemId, GateResult> {
  return new Map(
    itemsOf(graph, "gate").map((gate) => [gate.id, judgeGate(graph, gate, results)] as const),
  );
}

function judgeGate(graph: Graph, gate: Item<"gate">, results: Results): GateResult {
  const criteria = criteriaOfGate(graph, gate);
  const counts = countResults(criteria, results);
  const stage = stageOf(graph, gate);
  const blockers = stage ? openBlockers(graph, stage).map(({ id }) => id) : [];
  return { verdict: decide(counts), ...counts, criteria, blockers };
}

/** A gate that names its criteria is judged by them alone; one that names none, by its stage's. */
function criteriaOfGate(graph: Graph, gate: Item<"gate">): readonly ItemId[] {
  const own = criteriaOf(graph, gate.id);
  const stage = stageOf(graph, gate);
  const counting = own.length > 0 || stage === undefined ? own : criteriaOf(graph, stage.id);
  return counting.map(({ id }) => id);
}

interface Counts {
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
}

/** How many of the criteria have each result; one that was never judged is undetermined. */
export function countResults(criteria: readonly ItemId[], results: Results): Counts {
  const count = (wanted: CriterionResult["result"]): number =>
    criteria.filter((id) => (results.get(id)?.result ?? "undetermined") === wanted).length;
  return { met: count("met"), notMet: count("not met"), undetermined: count("undetermined") };
}

/** Without verified signatures there is no GO: the best that criteria can reach is PENDING. */
function decide({ met, notMet, undetermined }: Counts): Verdict {
  if (notMet > 0) return "NO-GO";
  return undetermined > 0 || met === 0 ? "UNDETERMINED" : "PENDING";
}

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
