import type { Graph, Link } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { fieldDigests, itemDigest, linkName, typeOf } from "#model/trace/digest.ts";
import type { FieldDigests, ReviewedLink } from "#model/trace/lock.ts";
import type { NeedClause, TraceRole } from "#model/trace/policy.ts";
import type { TracedLink } from "#model/trace/result.ts";
import { type LinkState, linkStates } from "#model/trace/states.ts";
import { reviewName } from "./lost-reviews.ts";
import { clausesOf, isInactive, profiles } from "./subject.ts";

/** The links whose role counts for coverage or review, each with all that is wrong with it. */
export function traceLinks(graph: Graph): readonly TracedLink[] {
  const reviews = new Map((graph.lock?.reviewed ?? []).map((each) => [reviewName(each), each]));
  return graph.links.flatMap((link) => {
    const role = graph.policy.roles.get(link.declaredRole ?? link.role);
    if (role !== undefined)
      return isTraced(role) ? [traceLink(link, { graph, role, reviews })] : [];
    const unknown: TraceRole = { name: link.declaredRole ?? "", inverse: "", like: link.role };
    return [{ link, role: unknown, flags: ["invalid-ref"], state: "invalid-ref", changed: [] }];
  });
}

const isTraced = (role: TraceRole): boolean =>
  role.countsAsCoverage === true || asksReview(role) || role.name !== role.like;

const asksReview = ({ suspect = "none" }: TraceRole): boolean => suspect !== "none";

interface Surroundings {
  readonly graph: Graph;
  readonly role: TraceRole;
  readonly reviews: ReadonlyMap<string, ReviewedLink>;
}

/** A link with both of its ends, as far as they are there. */
interface Ends extends Surroundings {
  readonly link: Link;
  readonly from: Item | undefined;
  readonly target: Item | undefined;
}

function traceLink(link: Link, surroundings: Surroundings): TracedLink {
  const { items } = surroundings.graph;
  const target = link.target === undefined ? undefined : items.get(link.target);
  const ends: Ends = { ...surroundings, link, from: items.get(link.from), target };
  const review = reviewOf(ends);
  const found = linkStates.filter((state) => conditions[state]?.(ends) ?? review.state === state);
  const flags: readonly LinkState[] = found.length > 0 ? found : ["covers"];
  return { link, role: ends.role, flags, state: flags[0] ?? "covers", changed: review.changed };
}

/** What each state is, where the review of the link does not decide. */
const conditions: Readonly<Partial<Record<LinkState, (ends: Ends) => boolean>>> = {
  "invalid-ref": ({ link }) => link.to.trim() === "",
  ambiguous: ({ link, graph }) =>
    link.status === "ambiguous" || (link.target !== undefined && graph.duplicates.has(link.target)),
  outdated: ({ link, target }) => compareRevisions(link, target) < 0,
  predated: ({ link, target }) => compareRevisions(link, target) > 0,
  orphaned: ({ link }) => link.status === "dangling" && link.to.trim() !== "",
  forbidden: isForbidden,
  unwanted: isUnwanted,
  "inactive-target": ({ target }) => target !== undefined && isInactive(target),
};

/** Below 0 when the link names an older revision than the target has, above when a newer one. */
function compareRevisions({ pin }: Link, target: Item | undefined): number {
  const rev = target?.kind === "requirement" ? target.attributes.rev : undefined;
  return pin?.rev === undefined || rev === undefined ? 0 : pin.rev - rev;
}

function isForbidden({ role, from, target, graph }: Ends): boolean {
  if (from === undefined || target === undefined) return false;
  const [source, goal] = [typeOf(from), typeOf(target)];
  const { tracesTo } = graph.policy.types.get(source) ?? {};
  return (
    role.fromTypes?.includes(source) === false ||
    role.toTypes?.includes(goal) === false ||
    (role.countsAsCoverage === true && tracesTo?.includes(goal) === false)
  );
}

/** What needs nothing welcomes everybody, unless the profile takes needs for complete. */
function isUnwanted({ role, from, target, graph }: Ends): boolean {
  if (from === undefined || target === undefined || role.countsAsCoverage !== true) return false;
  const clauses = clausesOf(target, graph);
  if (clauses.length === 0) return profiles[graph.policy.profile].needsAreComplete;
  return !clauses.some((clause) => asksFor(clause, typeOf(from), role.name));
}

export const asksFor = ({ anyOf }: NeedClause, type: string, role: string): boolean =>
  anyOf.includes(type) || anyOf.includes(role);

interface Review {
  readonly state?: LinkState;
  readonly changed: readonly string[];
}

/** What its author or a test run recorded with a link, and what the lock says of it. */
function reviewOf(ends: Ends): Review {
  if (ends.target === undefined || ends.from === undefined) return unreviewed;
  const recorded = ends.link.pin?.digest?.replace(/^sha256:/, "");
  if (recorded === undefined) return reviewInLock(ends);
  if (!isDigestOf(ends.target, recorded, ends.graph)) return outOfDate;
  const review = reviewInLock(ends);
  return review.state === "unpinned" ? unreviewed : review;
}

function reviewInLock(ends: Ends): Review {
  if (!isReviewable(ends)) return unreviewed;
  const reviewed = ends.reviews.get(linkName(ends.link));
  if (reviewed !== undefined) return compareReview(reviewed, digestsOf(ends));
  return ends.graph.lock ? { state: "unpinned", changed: [] } : unreviewed;
}

const unreviewed: Review = { changed: [] };
/** Which field changed cannot be told from one digest of all. */
const outOfDate: Review = { state: "suspect", changed: [] };

/** Nobody reviews what names prove, and a commit spoke of the text of its day. */
const isReviewable = ({ link, role, from }: Ends): boolean =>
  asksReview(role) && link.inferred !== true && from?.kind !== "commit";

function compareReview(reviewed: ReviewedLink, now: ReturnType<typeof digestsOf>): Review {
  const changed = [
    ...changedFields(reviewed.target, now.target),
    ...changedFields(reviewed.source, now.source),
  ];
  return changed.length > 0 ? { state: "suspect", changed } : unreviewed;
}

const isDigestOf = (target: Item, recorded: string, { policy }: Graph): boolean =>
  itemDigest(target, policy.types.get(typeOf(target))).startsWith(recorded);

/** What a review of the link would write down now. */
export function digestsOf({
  role,
  from,
  target,
  graph: { policy },
}: Pick<Ends, "role" | "from" | "target" | "graph">): {
  readonly target?: FieldDigests;
  readonly source?: FieldDigests;
} {
  const { suspect } = role;
  const looksUp = suspect === "up" || suspect === "both";
  const looksDown = suspect === "down" || suspect === "both";
  return {
    ...(looksUp && target && { target: fieldDigests(target, policy.types.get(typeOf(target))) }),
    ...(looksDown && from && { source: fieldDigests(from, policy.types.get(typeOf(from))) }),
  };
}

/** Fields that are other than they were, that came, or that went. */
function changedFields(before: FieldDigests = {}, now: FieldDigests = {}): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}
