/** Links and items judged by the declared roles, needs and reviews: pure, one pass, no recursion. */
import type { CriterionResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { TraceResult } from "#model/trace/result.ts";
import { coverItems } from "./cover-items.ts";
import { traceLinks } from "./link-states.ts";
import { traceNetwork } from "./network.ts";
import { traceRatios } from "./ratios.ts";
import { checkRules } from "./rules.ts";
import { findSuspicions } from "./suspicions.ts";

export { describeTrace } from "./findings.ts";
export { lostReviews, reviewName } from "./lost-reviews.ts";
export { awaitsReview, reviewLink } from "./review.ts";

/** What tracing shows of a graph on the day `asOf`. */
export function evaluateTrace(
  graph: Graph,
  results: ReadonlyMap<ItemId, CriterionResult>,
  asOf?: string,
): TraceResult {
  const links = traceLinks(graph);
  const items = coverItems(traceNetwork(graph, links, results), asOf);
  return {
    policy: graph.policy,
    links,
    items,
    ratios: traceRatios(items.values()),
    suspicions: findSuspicions(links),
    violations: checkRules(graph),
  };
}
