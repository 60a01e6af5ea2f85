import type { NeedClause } from "#model/trace/policy.ts";
import type { TracedLink } from "#model/trace/result.ts";
import { meets } from "./conditions.ts";
import { asksFor } from "./link-states.ts";
import { rankOf, type TraceNetwork, type TraceNode } from "./network.ts";
import type { Profile } from "./subject.ts";

/** Somebody who helps to meet a clause, and how well. */
export interface Coverer {
  readonly from: number;
  readonly shallow: number;
  readonly deep: number;
}

/** A clause of an item, ranked. */
export interface RankedClause {
  readonly clause: NeedClause;
  /** Best first. */
  readonly coverers: readonly Coverer[];
  readonly shallow: number;
  readonly deep: number;
}

/** How far a clause is met, once it is known how far its coverers are. */
export function coverClause(
  clause: NeedClause,
  node: TraceNode,
  { network, deep }: { readonly network: TraceNetwork; readonly deep: Int32Array },
): RankedClause {
  const coverers = findCoverers(clause, node, network).map(({ from, link }): Coverer => {
    const own = network.nodes[from]?.ownRank ?? 0;
    return { from, shallow: Math.max(link, own), deep: Math.max(link, deep[from] ?? 0) };
  });
  coverers.sort((a, b) => a.deep - b.deep || a.shallow - b.shallow || a.from - b.from);
  const rank = (ranks: readonly number[]): number => rankClause(clause, ranks, network);
  return {
    clause,
    coverers,
    shallow: rank(coverers.map(({ shallow }) => shallow).sort((a, b) => a - b)),
    deep: rank(coverers.map((coverer) => coverer.deep)),
  };
}

/** Those whose links and states count, each once, by the best of its links. */
function findCoverers(clause: NeedClause, node: TraceNode, { nodes, profile }: TraceNetwork) {
  const best = new Map<number, number>();
  for (const { traced, from } of node.incoming) {
    const coverer = nodes[from];
    const link = rankLink(traced, profile);
    if (link === undefined || coverer?.isActive !== true || coverer.isDuplicate) continue;
    if (!asksFor(clause, coverer.type, traced.role.name)) continue;
    if (meets(coverer.item, clause.where)) best.set(from, Math.min(best.get(from) ?? link, link));
  }
  return [...best].map(([from, link]) => ({ from, link }));
}

/** What a link is worth; nothing when something is wrong with it. */
function rankLink(
  { state, link, changed }: TracedLink,
  { trustsUnreviewed }: Profile,
): number | undefined {
  if (state === "covers") return rankOf("covered");
  if (state !== "suspect" && state !== "unpinned") return undefined;
  // A result that was recorded for another text shows nothing of this one, whoever trusts.
  const isStale = link.pin?.digest !== undefined && state === "suspect" && changed.length === 0;
  if (isStale) return rankOf("stale");
  return rankOf(trustsUnreviewed ? "covered" : "suspect");
}

/** Of the ranks of its coverers, from best to worst, the rank of the clause. */
function rankClause(
  { anyOf, min = 1, max = Infinity }: NeedClause,
  ranks: readonly number[],
  { profile, isUnrecorded }: TraceNetwork,
): number {
  const partial = rankOf("partial");
  if (ranks.length === 0 && min > 0) {
    return rankOf(anyOf.every(isUnrecorded) ? "unverified" : "uncovered");
  }
  const decisive = profile.mode === "all" ? ranks.length - 1 : min - 1;
  const worst = Math.max(0, ranks[decisive] ?? 0);
  const fits = ranks.length >= min && ranks.length <= max;
  return fits ? worst : Math.max(worst, partial);
}
