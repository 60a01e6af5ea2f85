import type { CriterionResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { GateFiles, GateRecord } from "#model/programme/sign-off.ts";
import type { Results } from "../../criteria/judged-graph.ts";
import { readStatement } from "./read-record.ts";
import { stateScopeGraph } from "./scope-graph.ts";
import {
  type EarlierDecision,
  recordDigest,
  stateCriterion,
  type StatedCriterion,
  type StatementParts,
} from "./statement.ts";

/** A gate with what lies on disk about it, and how its criteria came out on a day. */
export interface SignedGate {
  readonly graph: Graph;
  readonly gate: Item<"gate">;
  readonly criteria: readonly ItemId[];
  readonly files: GateFiles | undefined;
  readonly resultsAt: (asOf: string | undefined) => Results;
  /** The moment that expiry is judged at; not known without a date. */
  readonly now: string | undefined;
}

/** What a statement about a gate is made of, on a given day. */
export function statementParts(
  { graph, gate, criteria, resultsAt }: SignedGate,
  files: GateFiles,
  { record, asOf }: { readonly record?: GateRecord; readonly asOf: string | undefined },
): StatementParts {
  const results = resultsAt(asOf);
  const last = files.records.at(-1)?.sequence ?? 0;
  const sequence = record?.sequence ?? last + 1;
  const before = decisionBefore(files, sequence);
  return {
    ...{ gate, files, asOf, sequence, ...(before && { before }) },
    graph: stateScopeGraph(graph, files.inputs),
    criteria: criteria.flatMap((id) => {
      const item = graph.items.get(id);
      const result = results.get(id);
      if (item?.kind !== "criterion" || result === undefined) return [];
      return [stateCriterion(item, result, evidenceOf(graph, result, files))];
    }),
  };
}

function decisionBefore({ records }: GateFiles, sequence: number): EarlierDecision | undefined {
  const record = records.findLast((each) => each.sequence < sequence);
  if (record === undefined) return undefined;
  const read = readStatement(record.statement);
  const { gate = "", inputs = [] } = read.isRead ? read.value.predicate : {};
  return { gate, inputs, sequence: record.sequence, digest: recordDigest(record) };
}

function evidenceOf(
  graph: Graph,
  { evidence }: CriterionResult,
  { inputs }: GateFiles,
): StatedCriterion["evidence"] {
  const item = evidence && graph.items.get(evidence);
  if (!item) return undefined;
  const { file: path } = item.location;
  const found = inputs.find((input) => input.path === path);
  return { id: itemName(item.id), path, sha256: found?.sha256 ?? null };
}
