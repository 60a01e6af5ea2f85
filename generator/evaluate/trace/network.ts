import type { CriterionResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { typeOf } from "#model/trace/digest.ts";
import type { NeedClause } from "#model/trace/policy.ts";
import type { TracedLink } from "#model/trace/result.ts";
import { type CoverageState, coverageStates, type EvidenceVerdict } from "#model/trace/states.ts";
import { clausesOf, isAccepted, type Profile, profiles, verdictOf } from "./subject.ts";

/** The place of a state among all, 0 being the best. */
export const rankOf = (state: CoverageState): number => coverageStates.indexOf(state);
export const stateOf = (rank: number): CoverageState => coverageStates[rank] ?? "cyclic";

/** An item, and who links to it with a role that counts as coverage. */
export interface TraceNode {
  readonly item: Item;
  readonly type: string;
  readonly clauses: readonly NeedClause[];
  readonly isActive: boolean;
  readonly isDuplicate: boolean;
  readonly verdict?: EvidenceVerdict;
  /** What its own verdict makes of it. */
  readonly ownRank: number;
  readonly incoming: { readonly traced: TracedLink; readonly from: number }[];
}

export interface TraceNetwork {
  readonly nodes: readonly TraceNode[];
  readonly profile: Profile;
  /** The types of evidence of which nothing at all was recorded. */
  readonly isUnrecorded: (type: string) => boolean;
}

type Results = ReadonlyMap<ItemId, CriterionResult>;

/** The items that need something or are an end of a traced link, joined by their coverage. */
export function traceNetwork(
  graph: Graph,
  links: readonly TracedLink[],
  results: Results,
): TraceNetwork {
  const profile = profiles[graph.policy.profile];
  const ends = new Set(links.flatMap(({ link }) => [link.from, link.target]));
  const nodes = [...graph.items.values()].flatMap((item): readonly TraceNode[] => {
    const clauses = clausesOf(item, graph);
    if (clauses.length === 0 && !ends.has(item.id)) return [];
    return [describeNode(item, clauses, { graph, profile, results })];
  });
  const places = new Map(nodes.map(({ item }, place) => [item.id, place]));
  for (const traced of links) {
    if (traced.role.countsAsCoverage !== true || traced.link.target === undefined) continue;
    const from = places.get(traced.link.from);
    const to = places.get(traced.link.target);
    if (from !== undefined && to !== undefined) nodes[to]?.incoming.push({ traced, from });
  }
  const types = new Set([...graph.items.values()].map(typeOf));
  const isUnrecorded = (type: string): boolean =>
    graph.policy.types.get(type)?.evidence === true && !types.has(type);
  return { nodes, profile, isUnrecorded };
}

interface Surroundings {
  readonly graph: Graph;
  readonly profile: Profile;
  readonly results: Results;
}

function describeNode(
  item: Item,
  clauses: readonly NeedClause[],
  { graph, profile, results }: Surroundings,
): TraceNode {
  const type = typeOf(item);
  const isEvidence = graph.policy.types.get(type)?.evidence === true;
  const verdict = verdictOf(item, results) ?? (isEvidence ? "not-run" : undefined);
  return {
    item,
    type,
    clauses,
    isActive: isAccepted(item, profile),
    isDuplicate: graph.duplicates.has(item.id),
    ...(verdict !== undefined && { verdict }),
    ownRank: profile.asksEvidence && verdict !== undefined ? rankOf(shown[verdict]) : 0,
    incoming: [],
  };
}

const shown: Readonly<Record<EvidenceVerdict, CoverageState>> = {
  passing: "covered",
  stale: "stale",
  failing: "failing",
  error: "failing",
  skipped: "unverified",
  "not-run": "unverified",
  unknown: "unverified",
};
