import { diagnose, type Diagnostic, type DiagnosticArguments } from "#diagnostics/index.ts";
import type { GateResult } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Location } from "#model/location.ts";
import type { HandOver } from "#model/programme/sign-off.ts";
import { checkPolicy } from "./check-policy.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";

type Gates = ReadonlyMap<ItemId, GateResult>;

/** What somebody should know about gates, beside their verdicts. */
export const checkGates = (graph: Graph, gates: Gates): readonly Diagnostic[] =>
  itemsOf(graph, "gate").flatMap((gate) => {
    const result = gates.get(gate.id);
    if (result === undefined) return [];
    return [
      ...checkCriteria(gate, result),
      ...checkWaivers(graph, gate, result),
      ...checkTrust(gate, result),
      ...checkPolicy(gate, result),
      ...checkSignOff(gate, result),
    ];
  });

/** A gate without criteria would decide nothing while looking as if it did. */
const checkCriteria = (
  { id, location }: Item<"gate">,
  { criteria }: GateResult,
): readonly Diagnostic[] =>
  criteria.length > 0
    ? []
    : [diagnose("evaluate/gate-without-criteria", { gate: itemName(id) }, { location })];

/** At the line where the waiver names its criterion. */
const checkWaivers = (
  graph: Graph,
  { id, location: own }: Item<"gate">,
  { waivers }: GateResult,
): readonly Diagnostic[] =>
  waivers.flatMap(({ criterion, state }) => {
    if (state === "in-force" || state === "not-needed") return [];
    const link = graph.outgoing
      .get(id)
      ?.findLast(({ to, role }) => to === criterion && role === "refers-to");
    const { location } = link ?? { location: own };
    return [
      diagnose("evaluate/waiver-void", { gate: itemName(id), criterion, state }, { location }),
    ];
  });

function checkTrust(
  { id, location }: Item<"gate">,
  { trust, policyDiffers, because }: GateResult,
): readonly Diagnostic[] {
  const gate = itemName(id);
  const problem = because.find((each) => each === "unreadable-revocations" || each === "no-date");
  const why = trust?.isKnown === false ? trust.why : problem;
  const ref = trust?.ref ?? "";
  return [
    ...(why ? [diagnose("evaluate/gate-untrusted", { gate, why }, { location })] : []),
    ...(policyDiffers
      ? [diagnose("evaluate/gate-policy-differs", { gate, ref }, { location })]
      : []),
  ];
}

function checkSignOff(
  { id, location }: Item<"gate">,
  { signOff }: GateResult,
): readonly Diagnostic[] {
  const gate = itemName(id);
  const { state, fault, changes, signatures, handOver } = signOff;
  const { added, changed, removed } = changes;
  const files = [...added, ...changed, ...removed];
  if (state === "tampered" && fault)
    return [diagnose("evaluate/gate-tampered", { gate, fault, files }, { location })];
  if (state === "stale" && fault)
    return [diagnose("evaluate/gate-stale", { gate, fault, files }, { location })];
  return [
    ...(handOver?.isComplete === false ? [askEarlier(gate, handOver, location)] : []),
    ...signatures.flatMap(({ file, reason }) =>
      isRefused(reason)
        ? [diagnose("evaluate/signature-refused", { gate, why: reason }, { location: { file } })]
        : [],
    ),
  ];
}

function askEarlier(gate: string, handOver: HandOver, location: Location): Diagnostic {
  const { sequence, quorum } = handOver;
  const open = quorum.filter(({ required, counted, needed }) => required && counted < needed);
  const roles = open.map(({ role }) => role);
  return diagnose("evaluate/gate-signers-changed", { gate, sequence, roles }, { location });
}

type Refusal = DiagnosticArguments<"evaluate/signature-refused">["why"];

const isRefused = (reason: string): reason is Refusal =>
  !["counts", "hands-over", "no-go", "abstains", "stale"].includes(reason);
