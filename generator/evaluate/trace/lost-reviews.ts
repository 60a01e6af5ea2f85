import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Graph, Link } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import { linkName } from "#model/trace/digest.ts";
import type { ReviewedLink } from "#model/trace/lock.ts";
import type { TraceResult } from "#model/trace/result.ts";

/** Reviews of links that nobody writes any more. */
export const describeLostReviews = (
  graph: Graph,
  result: Pick<TraceResult, "links">,
): readonly Diagnostic[] =>
  lostReviews(graph, result).map(({ from, to, location }) =>
    diagnose(
      "evaluate/trace-review-without-link",
      { from: itemName(from), to: itemName(to) },
      { location },
    ),
  );

/** Of a source of which nothing was read, as of tests that did not run, nothing can be said. */
export function lostReviews(
  { lock, items }: Graph,
  { links }: Pick<TraceResult, "links">,
): readonly ReviewedLink[] {
  if (lock === undefined) return [];
  const written = new Set(links.map(({ link }) => linkName(link)));
  const kinds = new Set<string>([...items.values()].map(({ kind }) => kind));
  return lock.reviewed.filter(
    (review) =>
      kinds.has(review.from.slice(0, review.from.indexOf(":"))) && !written.has(reviewName(review)),
  );
}

/** The name of the link that a review is of. */
export const reviewName = (review: Pick<ReviewedLink, "from" | "role" | "to">): string =>
  linkName({ ...review, target: review.to } as unknown as Link);
