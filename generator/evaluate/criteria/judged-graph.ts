import type { CriterionResult } from "#model/evaluation.ts";
import type { EvidenceGrade } from "#model/evidence.ts";
import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";

export type Results = ReadonlyMap<ItemId, CriterionResult>;

/** What criteria are judged by. */
export interface JudgedGraph {
  readonly graph: Graph;
  /** By the name of their metric. */
  readonly measurements: ReadonlyMap<string, readonly Item<"measurement">[]>;
  /** Of the criteria that are judged already. */
  readonly results: Results;
  /** Gates with every signature that they ask for. */
  readonly signed: ReadonlySet<ItemId>;
  /** The date that counts as today. */
  readonly asOf: string | undefined;
}

export const undecided = (
  grade: EvidenceGrade,
  reason: CriterionResult["reason"],
): CriterionResult => ({ result: "undetermined", grade, reason });
