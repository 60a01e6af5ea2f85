import type { CriterionResult, GateResult, VerdictReason } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { criteriaOfGate, stageOf } from "#model/parts.ts";
import type { GateFiles } from "#model/programme/sign-off.ts";
import { openBlockers } from "../criteria/counts.ts";
import type { Results } from "../criteria/judged-graph.ts";
import { judgeRequirements } from "./requirements.ts";
import { answerKey, type JudgedSignOff, judgeSignOff } from "./sign-off.ts";
import type { SignedGate } from "./decision/statement-parts.ts";
import { decide } from "./verdict.ts";
import { judgeWaivers } from "./waivers.ts";

/** What gates are judged by, beside the graph. */
export interface GateOptions {
  readonly resultsAt: (asOf: string | undefined) => Results;
  /** The date that counts as today. */
  readonly asOf: string | undefined;
  /** The moment that expiry is judged at. */
  readonly now: string | undefined;
  readonly files: ReadonlyMap<ItemId, GateFiles>;
  /** Something could not be read, so that what is counted may be incomplete. */
  readonly hasDefects: boolean;
}

/** The verdicts, and the results of the criteria with what people have answered. */
export interface JudgedGates {
  readonly gates: ReadonlyMap<ItemId, GateResult>;
  readonly criteria: Results;
}

/**
 * Computes every gate's verdict. Criteria can close a gate; only people's signatures open it.
 *
 * @trace P5
 */
export function judgeGates(graph: Graph, options: GateOptions): JudgedGates {
  const criteria = new Map(options.resultsAt(options.asOf));
  const judged = new Map<ItemId, GateResult>();
  const judgeOnce = (gate: Item<"gate">, waiting: ReadonlySet<ItemId>): GateResult => {
    const known = judged.get(gate.id);
    if (known) return known;
    const path = new Set([...waiting, gate.id]);
    // Gates that need each other cannot be decided: whoever is asked twice does not answer.
    const judgeOther = (id: ItemId): GateResult | undefined => {
      const other = graph.items.get(id);
      return other?.kind === "gate" && !path.has(id) ? judgeOnce(other, path) : undefined;
    };
    const result = judgeGate(signedGate(graph, gate, options), { criteria, judgeOther, options });
    judged.set(gate.id, result);
    return result;
  };
  for (const gate of itemsOf(graph, "gate")) judgeOnce(gate, new Set());
  return { gates: judged, criteria };
}

/** A gate with everything that its signatures are judged by. */
export const signedGate = (
  graph: Graph,
  gate: Item<"gate">,
  { resultsAt, now, files }: Pick<GateOptions, "resultsAt" | "now" | "files">,
): SignedGate => ({
  ...{ graph, gate, resultsAt, now },
  files: files.get(gate.id),
  criteria: criteriaOfGate(graph, gate).map(({ id }) => id),
});

interface Surroundings {
  /** Gets the answers of people as they are found. */
  readonly criteria: Map<ItemId, CriterionResult>;
  readonly judgeOther: (id: ItemId) => GateResult | undefined;
  readonly options: GateOptions;
}

function judgeGate(
  signed: SignedGate,
  { criteria: results, judgeOther, options }: Surroundings,
): GateResult {
  const { graph, gate, criteria, files } = signed;
  const signOff = judgeSignOff(signed);
  for (const [id, answer] of answered(signed, signOff)) results.set(id, answer);
  const resultOf = (id: ItemId) => results.get(id)?.result ?? "undetermined";
  const requires = judgeRequirements(graph, gate, judgeOther);
  const waivers = judgeWaivers(graph, gate, { criteria, resultOf, now: options.now });
  const waived = new Set(waivers.flatMap(({ state, item }) => (state === "in-force" ? item : [])));
  const counting = criteria.filter((id) => !waived.has(id));
  const reasons = new Set<VerdictReason>(
    [
      ...criteriaReasons(criteria, counting, results),
      ...requires.map(({ result }) => requirementReasons[result]),
      ...signOffReasons(signOff),
      ...(options.hasDefects ? (["defects"] as const) : []),
      ...(waived.size > 0 ? (["waived"] as const) : []),
    ].filter((reason) => reason !== undefined),
  );
  const stage = stageOf(graph, gate);
  return {
    ...decide(reasons),
    ...countResults(criteria, results),
    criteria,
    blockers: stage ? openBlockers(graph, stage).map(({ id }) => id) : [],
    requires,
    waivers,
    signOff: signOff.result,
    policyDiffers: files?.policyDiffers ?? false,
    ...(files && { trust: files.trust }),
  };
}

const requirementReasons = {
  met: undefined,
  conditional: "required-conditional",
  "not met": "required-not-met",
  undetermined: "required-undetermined",
} as const;

function criteriaReasons(
  criteria: readonly ItemId[],
  counting: readonly ItemId[],
  results: Results,
): readonly VerdictReason[] {
  const found = counting.map((id) => results.get(id));
  const isOpen = (each: CriterionResult | undefined): boolean => each?.reason === "asked";
  const reasons: [VerdictReason, boolean][] = [
    ["no-criteria", criteria.length === 0],
    ["criteria-not-met", found.some((each) => each?.result === "not met")],
    [
      "criteria-undetermined",
      found.some((each) => (each?.result ?? "undetermined") === "undetermined" && !isOpen(each)),
    ],
    ["questions-open", found.some(isOpen)],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

function signOffReasons({ result, quorum, problem }: JudgedSignOff): readonly VerdictReason[] {
  const { state } = result;
  const counted = quorum.signatures.filter(({ reason }) => reason === "counts");
  const reasons: [VerdictReason, boolean][] = [
    ["tampered", state === "tampered"],
    ["stale", state === "stale"],
    ["veto", quorum.isVetoed],
    ["signers-changed", result.handOver?.isComplete === false],
    ["signatures-missing", !quorum.isComplete || counted.length === 0],
    ["conditions", counted.some(({ conditions }) => conditions.length > 0)],
  ];
  const found = reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
  return problem === undefined ? found : [problem, ...found];
}

/** Manual criteria that the role they are put to has answered under a genuine signature. */
const answered = (
  { graph, criteria }: SignedGate,
  { answers }: JudgedSignOff,
): readonly (readonly [ItemId, CriterionResult])[] =>
  criteria.flatMap((id) => {
    const item = graph.items.get(id);
    if (item?.kind !== "criterion" || item.attributes.question === undefined) return [];
    const answer = answers.get(answerKey(itemName(id), item.attributes.role ?? ""));
    if (answer === undefined || item.attributes.metric !== undefined) return [];
    return [
      [
        id,
        answer
          ? { result: "met", grade: "declared", reason: "answered-yes" }
          : { result: "not met", grade: "declared", reason: "answered-no" },
      ] as const,
    ];
  });

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
