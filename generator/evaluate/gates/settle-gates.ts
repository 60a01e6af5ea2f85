import type { GateResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { Results } from "../criteria/judged-graph.ts";
import { type GateOptions, type JudgedGates, judgeGates } from "./judge-gates.ts";

type Signed = ReadonlySet<ItemId>;

/** Gates as `judgeGates` takes them, with criteria that may count which gates are signed. */
export interface SettleOptions extends Omit<GateOptions, "resultsAt"> {
  readonly resultsAt: (asOf: string | undefined, signed: Signed) => Results;
}

/**
 * Judges gates until what criteria count of signatures is what is there. Decisions that undo one
 * another never settle: then no signature counts as a document.
 */
export function settleGates(
  graph: Graph,
  { resultsAt, ...options }: SettleOptions,
): JudgedGates & { readonly signed: Signed } {
  const judge = (signed: Signed): JudgedGates =>
    judgeGates(graph, { ...options, resultsAt: (asOf) => resultsAt(asOf, signed) });
  const unsigned = { ...judge(new Set()), signed: new Set<ItemId>() };
  let last: JudgedGates & { readonly signed: Signed } = unsigned;
  for (let round = 0; round <= unsigned.gates.size; round++) {
    const signed = signedOf(last.gates);
    if (signed.size === last.signed.size && signed.isSubsetOf(last.signed)) return last;
    last = { ...judge(signed), signed };
  }
  return unsigned;
}

const signedOf = (gates: ReadonlyMap<ItemId, GateResult>): Signed =>
  new Set([...gates].flatMap(([id, result]) => (isSigned(result) ? [id] : [])));

const isSigned = ({ signOff: { state, quorum } }: GateResult): boolean =>
  state === "valid" &&
  quorum.every(({ required, counted, needed }) => !required || counted >= needed);
