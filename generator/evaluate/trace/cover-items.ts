import type { ItemId } from "#model/item.ts";
import type { TraceWaiver } from "#model/trace/policy.ts";
import type { ClauseCoverage, CoverageCause, ItemCoverage } from "#model/trace/result.ts";
import { edgesOf, findComponents } from "./components.ts";
import { type Coverer, coverClause, type RankedClause } from "./cover-clause.ts";
import { rankOf, stateOf, type TraceNetwork, type TraceNode } from "./network.ts";

/** What is known while items are judged, each after those that cover it. */
interface Judging {
  readonly network: TraceNetwork;
  readonly asOf: string | undefined;
  /** The rank of each node, once it is judged. */
  readonly deep: Int32Array;
  /** How many steps lie between a node and the cause of its rank. */
  readonly distance: Int32Array;
  /** The node on that way whose cause is its own. */
  readonly decider: Int32Array;
}

/** How far every item is covered: one pass over the strongly connected components of coverage. */
export function coverItems(
  network: TraceNetwork,
  asOf: string | undefined,
): ReadonlyMap<ItemId, ItemCoverage> {
  const { nodes } = network;
  const lists = nodes.map(({ incoming }) => incoming.map(({ from }) => from));
  const judging: Judging = {
    network,
    asOf,
    deep: new Int32Array(nodes.length),
    distance: new Int32Array(nodes.length),
    decider: new Int32Array(nodes.length),
  };
  const covered: ItemCoverage[] = [];
  for (const members of findComponents(edgesOf(lists))) {
    const isCycle = members.some((each) => members.length > 1 || lists[each]?.includes(each));
    for (const place of members) if (isCycle) judging.deep[place] = rankOf("cyclic");
    for (const place of members) covered[place] = judgeItem(place, isCycle, judging);
  }
  return new Map(covered.map((each) => [each.item.id, each]));
}

function judgeItem(place: number, isCycle: boolean, judging: Judging): ItemCoverage {
  const node = judging.network.nodes[place] as TraceNode;
  const ranked = node.clauses.map((clause) => {
    const found = coverClause(clause, node, judging);
    const waiver = waiverFor(found, node, judging.asOf);
    return { ...found, waiver };
  });
  const shallow = Math.max(node.ownRank, ...ranked.map((each) => waived(each, each.shallow)));
  const below = Math.max(node.ownRank, ...ranked.map((each) => waived(each, each.deep)));
  const deep = isCycle ? rankOf("cyclic") : Math.max(below, worstOfAll(node, judging));
  judging.deep[place] = deep;
  const cause = deep === 0 ? undefined : findCause({ place, deep, ranked, isCycle }, judging);
  const { item, type, isActive, isDuplicate, verdict } = node;
  return {
    item,
    type,
    isActive,
    isDuplicate,
    ...(verdict !== undefined && { verdict }),
    clauses: ranked.map((each) => describeClause(each, judging.network)),
    shallow: stateOf(shallow),
    deep: stateOf(deep),
    ...(cause && { cause }),
  };
}

type JudgedClause = RankedClause & { readonly waiver: TraceWaiver | undefined };

/** A waiver is in force to the end of its last day; when nobody knows the day, none is. */
function waiverFor(
  { clause, deep }: RankedClause,
  { item }: TraceNode,
  asOf: string | undefined,
): TraceWaiver | undefined {
  if (item.kind !== "requirement" || asOf === undefined || deep <= rankOf("justified")) return;
  return item.attributes.waivers?.find(
    ({ of, expires }) =>
      expires >= asOf.slice(0, 10) && (of?.some((type) => clause.anyOf.includes(type)) ?? true),
  );
}

const waived = ({ waiver }: JudgedClause, rank: number): number =>
  waiver === undefined ? rank : Math.min(rank, rankOf("justified"));

/** Where the worst of all decides, also those count whose links are wrong. */
const worstOfAll = ({ incoming }: TraceNode, { network, deep }: Judging): number =>
  network.profile.mode === "any"
    ? 0
    : incoming.reduce((worst, { from }) => Math.max(worst, deep[from] ?? 0), 0);

const describeClause = (each: JudgedClause, { nodes }: TraceNetwork): ClauseCoverage => ({
  clause: each.clause,
  coverers: each.coverers.flatMap(({ from }) => nodes[from]?.item.id ?? []),
  shallow: stateOf(waived(each, each.shallow)),
  deep: stateOf(waived(each, each.deep)),
  ...(each.waiver && { waiver: each.waiver }),
});

interface Judged {
  readonly place: number;
  readonly deep: number;
  readonly ranked: readonly JudgedClause[];
  readonly isCycle: boolean;
}

/** What decided: of all that are as bad, the one whose cause is nearest. */
function findCause({ place, deep, ranked, isCycle }: Judged, judging: Judging): CoverageCause {
  const { network, distance, decider } = judging;
  const found = isCycle
    ? []
    : ranked.flatMap((each, clause) =>
        waived(each, each.deep) === deep ? blame(each, clause, judging) : [],
      );
  const here: Blame = { isHere: true, distance: 0 };
  const { clause, via, ...nearest } = found.sort((a, b) => a.distance - b.distance)[0] ?? here;
  const deciding = nearest.isHere ? place : at(decider, via ?? place);
  distance[place] = nearest.distance;
  decider[place] = deciding;
  const idOf = (node: number): ItemId => (network.nodes[node] as TraceNode).item.id;
  return {
    state: stateOf(deep),
    ...(clause !== undefined && { clause }),
    ...(via !== undefined && { via: idOf(via) }),
    ...nearest,
    decider: idOf(deciding),
  };
}

const at = (list: Int32Array, place: number): number => list[place] ?? 0;

interface Blame {
  readonly clause?: number;
  readonly via?: number;
  readonly isHere: boolean;
  readonly distance: number;
}

/** Who is to blame for the rank of a clause: one of its coverers, or that there are not enough. */
function blame(ranked: RankedClause, clause: number, judging: Judging): readonly Blame[] {
  const guilty = ranked.coverers.filter(({ deep }) => deep === ranked.deep);
  if (guilty.length === 0) return [{ clause, isHere: true, distance: 0 }];
  return guilty.map((coverer) => {
    const isHere = coverer.shallow === ranked.deep;
    return { clause, via: coverer.from, isHere, distance: distanceTo(coverer, isHere, judging) };
  });
}

const distanceTo = ({ from }: Coverer, isHere: boolean, { distance }: Judging): number =>
  isHere ? 1 : 1 + (distance[from] ?? 0);
