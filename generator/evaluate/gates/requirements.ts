import type { GateResult, RequirementResult, Verdict } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { namedItem } from "#model/parts.ts";

const ofVerdict: Readonly<Record<Verdict, RequirementResult["result"]>> = {
  GO: "met",
  CONDITIONAL: "conditional",
  "NO-GO": "not met",
  PENDING: "undetermined",
  UNDETERMINED: "undetermined",
};

const ofCheckpoint = { passed: "met", failed: "not met", pending: "undetermined" } as const;

/** What a gate needs before: other gates that are GO, checkpoints that passed. */
export function judgeRequirements(
  graph: Graph,
  gate: Item<"gate">,
  judgeOther: (id: ItemId) => GateResult | undefined,
): readonly RequirementResult[] {
  const { gates, checkpoints } = gate.attributes.requires;
  const result = (item: Item | undefined): RequirementResult["result"] => {
    if (item?.kind === "gate") return ofVerdict[judgeOther(item.id)?.verdict ?? "UNDETERMINED"];
    if (item?.kind !== "checkpoint") return "undetermined";
    return ofCheckpoint[item.attributes.result ?? "pending"];
  };
  return [...gates, ...checkpoints].map((name) => {
    const item = namedItem(graph, gate, name);
    return { name, ...(item && { item: item.id }), result: result(item) };
  });
}
