import type { Graph } from "#model/graph.ts";
import type { ReviewedLink } from "#model/trace/lock.ts";
import type { TracedLink } from "#model/trace/result.ts";
import { digestsOf } from "./link-states.ts";

/** The links that wait for a review. */
export const awaitsReview = ({ flags }: TracedLink): boolean =>
  flags.includes("suspect") || flags.includes("unpinned");

/** What a review of a link says today. */
export function reviewLink(traced: TracedLink, graph: Graph, reason: string): ReviewedLink {
  const { link, role } = traced;
  const target = link.target === undefined ? undefined : graph.items.get(link.target);
  return {
    from: link.from,
    role: role.name,
    to: target?.id ?? link.from,
    ...digestsOf({ role, from: graph.items.get(link.from), target, graph }),
    reason,
    location: link.location,
  };
}
