import { type Graph, itemsOf } from "../graph.ts";
import type { Item, ItemId } from "../item.ts";
import { criteriaOf } from "../parts.ts";

/** `partial`: rastro makes the page, but a part of what it is for is not there yet. */
export type DocumentState = "missing" | "empty" | "partial" | "exists" | "generated";

/** A graph, and what its signatures turned out to be worth. */
export interface SignedGraph {
  readonly graph: Graph;
  readonly evaluation: {
    /** The gates whose last decision holds, with every signature that they ask for. */
    readonly signed: Pick<ReadonlySet<ItemId>, "has">;
  };
}

/** Whether a promised or recommended document is there, on the disk or as a page with content. */
export function documentState(
  judged: SignedGraph,
  { attributes }: Item<"deliverable"> | Item<"document">,
): DocumentState {
  const { page, state } = attributes;
  return page === undefined ? state : pageState(judged, page);
}

export const isThere = (
  judged: SignedGraph,
  item: Item<"deliverable"> | Item<"document">,
): boolean => ["exists", "generated"].includes(documentState(judged, item));

/** A page that says only that nothing was recorded is no document yet. */
function pageState({ graph, evaluation }: SignedGraph, page: string): DocumentState {
  for (const [pattern, judge] of judges) {
    const found = pattern.exec(page);
    if (found) return judge(graph, decodeURIComponent(found[1] ?? ""), evaluation);
  }
  return "generated";
}

type Judge = (graph: Graph, name: string, judged: SignedGraph["evaluation"]) => DocumentState;

/** The pages that can be without content; every other page of rastro has some. */
const judges: readonly (readonly [RegExp, Judge])[] = [
  [/^reports\/axes\/(.+)\.md$/, axisState],
  [/^reports\/baseline\.md$/, (graph) => stateOf(recordedRuns(graph), 1)],
  [/^reports\/comparison\.md$/, comparisonState],
  [/^reports\/capacity\.md$/, capacityState],
  [/^reports\/gates\/(.+)\.md$/, signOffState],
  [/^reports\/syncs\/(.+)-minutes\.md$/, minutesState],
];

const stateOf = (there: number, wanted: number): DocumentState =>
  there === 0 ? "empty" : there < wanted ? "partial" : "generated";

const measured = (graph: Graph): readonly Item<"measurement">[] =>
  itemsOf(graph, "measurement").filter(({ attributes }) => attributes.grade === "measured");

const recordedRuns = (graph: Graph): number => measured(graph).length;

/** An axis is reported on when each of its criteria has evidence of a grade that it accepts. */
function axisState(graph: Graph, name: string): DocumentState {
  const criteria = criteriaOf(graph, `axis:${name}`);
  const found = criteria.map(({ attributes: { metric, accepts } }) => {
    const evidence = itemsOf(graph, "measurement").filter(
      ({ attributes }) => metric !== undefined && attributes.metric === metric,
    );
    const isAccepted = evidence.some(({ attributes }) => accepts.includes(attributes.grade));
    return isAccepted ? 2 : Math.min(evidence.length, 1);
  });
  if (found.every((each) => each === 0)) return "empty";
  return found.every((each) => each === 2) ? "generated" : "partial";
}

/** Targets that can be compared, against those with a recorded run behind them. */
function comparisonState(graph: Graph): DocumentState {
  const metrics = new Set(measured(graph).map(({ attributes }) => attributes.metric));
  const targets = itemsOf(graph, "criterion").filter(
    ({ attributes }) => attributes.metric !== undefined && attributes.threshold !== undefined,
  );
  const there = targets.filter(({ attributes }) => metrics.has(attributes.metric ?? "")).length;
  return stateOf(there, targets.length);
}

/** Every resource of every scenario has a measured figure to start from. */
function capacityState(graph: Graph): DocumentState {
  const metrics = new Set(itemsOf(graph, "measurement").map(({ attributes }) => attributes.metric));
  const resources = itemsOf(graph, "scenario").flatMap(({ attributes }) => attributes.resources);
  return stateOf(resources.filter(({ metric }) => metrics.has(metric)).length, resources.length);
}

function minutesState(graph: Graph, name: string): DocumentState {
  const sync = graph.items.get(`sync:${name}`);
  return sync?.kind === "sync" && sync.attributes.status === "held" ? "generated" : "empty";
}

/** A page with a verdict that those who must have not signed is a half of a sign-off. */
function signOffState(
  graph: Graph,
  name: string,
  { signed }: SignedGraph["evaluation"],
): DocumentState {
  const gate = graph.items.get(`gate:${name}`);
  const asked = gate?.kind === "gate" ? gate.attributes.signatures : [];
  const isOpen = asked.some(({ required }) => required) && !signed.has(`gate:${name}`);
  return isOpen ? "partial" : "generated";
}
