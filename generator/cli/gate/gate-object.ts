import type { ItemId } from "#model/item.ts";
import { itemName } from "#model/item.ts";
import type { OpenedGate } from "./open-gate.ts";

/** What `--format json` says of a gate. */
export function gateObject(opened: OpenedGate): Readonly<Record<string, unknown>> {
  const { name, gate, project, result, files, asOf, now } = opened;
  const { verdict, because, met, notMet, undetermined, requires, waivers, signOff } = result;
  return {
    gate: name,
    title: gate.title,
    project: project.project.name,
    verdict,
    because,
    counts: { met, notMet, undetermined },
    criteria: result.criteria.flatMap((id) => criterionObject(opened, id)),
    requires: requires.map(({ name: other, result: found }) => ({ name: other, result: found })),
    waivers: waivers.map(({ item: _item, ...waiver }) => waiver),
    blockers: result.blockers.map(itemName),
    signOff: signOffObject(signOff),
    policy: { ...(files?.policy ?? { path: gate.location.file }), differs: result.policyDiffers },
    trust: trustObject(opened),
    asOf: asOf ?? null,
    now,
  };
}

/** Of a hand-over how far it has come: the list of keys is for files. */
function signOffObject({ handOver, ...signOff }: OpenedGate["result"]["signOff"]) {
  if (handOver === undefined) return signOff;
  const { sequence, quorum, isComplete } = handOver;
  return { ...signOff, handOver: { sequence, quorum, isComplete } };
}

/** Keys and lists of keys are for files; here only where they came from. */
const trustObject = ({ result: { trust } }: OpenedGate) =>
  trust === undefined
    ? null
    : trust.isKnown
      ? { ref: trust.ref, commit: trust.commit }
      : { why: trust.why, ref: trust.ref ?? null };

function criterionObject({ project, result }: OpenedGate, id: ItemId): readonly object[] {
  const item = project.graph.items.get(id);
  const judged = project.evaluation.criteria.get(id);
  if (item?.kind !== "criterion" || judged === undefined) return [];
  const { op, threshold, unit, metric, expression, question, accepts } = item.attributes;
  const evidence = judged.evidence && project.graph.items.get(judged.evidence);
  return [
    {
      id: itemName(id),
      title: item.title,
      result: judged.result,
      reason: judged.reason,
      waived: result.waivers.some((waiver) => waiver.item === id && waiver.state === "in-force"),
      observed: judged.observed ?? null,
      required: {
        ...{ metric, op, threshold, unit, expression, question },
        accepts,
      },
      grade: judged.grade,
      evidence: evidence
        ? { id: itemName(evidence.id), file: evidence.location.file, line: evidence.location.line }
        : null,
      file: item.location.file,
      line: item.location.line,
    },
  ];
}
