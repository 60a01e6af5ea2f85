import { isThere, type SignedGraph } from "#model/programme/document-state.ts";
import type { CriterionResult } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { CountName } from "#model/evidence.ts";
import type { Item, ItemId } from "#model/item.ts";
import {
  axesOf,
  checkpointsOf,
  criteriaOf,
  deliverablesOf,
  phasesOf,
  stageOf,
} from "#model/parts.ts";
import { traceLinks } from "../trace/link-states.ts";
import { awaitsReview } from "../trace/review.ts";
import { isBefore } from "./measurements.ts";

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
  readonly signed: SignedGraph["evaluation"]["signed"];
  /** The date that counts as today. */
  readonly asOf?: string | undefined;
}

/** What the graph itself answers about a stage, by the name of the metric. */
const counts: Readonly<Record<CountName, (question: Question) => GraphCount>> = {
  "axes.met": countAxes,
  "deliverables.existing": countDeliverables,
  "blockers.open": countBlockers,
  "checkpoints.passed": countCheckpoints,
  "actions.overdue": countOverdue,
  "tests.failing": countFailing,
  "requirements.unverified": countUnverified,
  "links.broken": countBroken,
  "links.suspect": countSuspect,
  "tests.stale": countStale,
};

export const graphMetrics: ReadonlyMap<string, (question: Question) => GraphCount> = new Map(
  Object.entries(counts),
);

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

function countDeliverables({ graph, stage, signed }: Question): GraphCount {
  const all = deliverablesOf(graph, stage.id);
  const judged = { graph, evaluation: { signed } };
  return { known: all.filter((each) => isThere(judged, each)).length, open: 0, of: all.length };
}

/** None recorded is an answer: the register of blockers is there, and empty. */
function countBlockers({ graph, stage }: Question): GraphCount {
  return { known: openBlockers(graph, stage).length, open: 0, of: 1 };
}

/** A checkpoint that is not decided may still pass. */
function countCheckpoints({ graph, stage }: Question): GraphCount {
  const results = checkpointsOf(graph, stage.id).map(
    ({ attributes }) => attributes.result ?? "pending",
  );
  const count = (wanted: string): number => results.filter((each) => each === wanted).length;
  return { known: count("passed"), open: count("pending"), of: results.length };
}

/** On an unknown day nothing can be counted. */
function countOverdue({ graph, asOf }: Question): GraphCount {
  const overdue = itemsOf(graph, "action").filter(
    ({ attributes: { status, due } }) =>
      status === "open" && due !== undefined && asOf !== undefined && isBefore(due, asOf),
  );
  return { known: overdue.length, open: 0, of: asOf === undefined ? 0 : 1 };
}

/** A test that was skipped shows nothing; of a stale result nobody knows what it would be now. */
function countFailing({ graph }: Question): GraphCount {
  const verdicts = itemsOf(graph, "test").map(({ attributes }) => attributes.verdict);
  const run = verdicts.filter((verdict) => verdict !== "skipped");
  const count = (wanted: string): number => run.filter((verdict) => verdict === wanted).length;
  const stale = count("stale");
  return { known: run.length - count("passed") - stale, open: stale, of: run.length };
}

/** A requirement is verified when a test of it passed and none failed. */
function countUnverified({ graph }: Question): GraphCount {
  const requirements = itemsOf(graph, "requirement");
  const unverified = requirements.filter(({ id }) => !isVerified(graph, id));
  return { known: unverified.length, open: 0, of: requirements.length };
}

function isVerified(graph: Graph, id: ItemId): boolean {
  const verdicts = (graph.incoming.get(id) ?? [])
    .filter(({ role }) => role === "verifies")
    .map(({ from }) => graph.items.get(from))
    .flatMap((item) => (item?.kind === "test" ? [item.attributes.verdict] : []));
  const run = verdicts.filter((verdict) => verdict !== "skipped");
  return run.length > 0 && run.every((verdict) => verdict === "passed");
}

function countBroken({ graph }: Question): GraphCount {
  const broken = graph.links.filter(({ status }) => status !== "resolved");
  return { known: broken.length, open: 0, of: graph.links.length };
}

/** Links that wait for a review, after a change or because nobody has looked at them. */
function countSuspect({ graph }: Question): GraphCount {
  const links = traceLinks(graph);
  return { known: links.filter(awaitsReview).length, open: 0, of: links.length };
}

function countStale({ graph }: Question): GraphCount {
  const tests = itemsOf(graph, "test");
  const stale = tests.filter(({ attributes }) => attributes.verdict === "stale").length;
  return { known: stale, open: 0, of: tests.length };
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
