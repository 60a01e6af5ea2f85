import type { Item } from "#model/item.ts";
import type { Reached } from "#model/trace/reach.ts";
import type { PageContext, PagePlan, View } from "../../../view.ts";
import { roleWord } from "../../../role-word.ts";
import { linkState, shownCoverage, tracedLink } from "../../reports/parts/coverage.ts";
import { linkTo, nothing, placeOf, shownTitle } from "../../reports/parts/text.ts";
import { tracePagesOf } from "./places.ts";
import { type Listed, nearest } from "./reached.ts";
import { figureOf } from "./trace-figure.ts";

/** In each direction: a longer way is for `rastro trace` to tell. */
const most = { near: 100, far: 100 };

/** A page for each traced item: what it leads to, what leads to it, and a drawing of both. */
export const tracePages: View = {
  template: "trace-item",
  target: "matrices",
  plan: (graph) =>
    tracePagesOf(graph).flatMap(({ path, items: [item, ...others] }) =>
      item && others.length === 0 ? [planTrace(path, item)] : [],
    ),
};

const planTrace = (path: string, item: Item): PagePlan => ({
  path,
  title: (words) => words("matrices.title-trace", { name: shownTitle(item) }),
  origins: [item.location],
  data: (context) => {
    const out = nearest(context.graph, item.id, { direction: "out", ...most });
    const incoming = nearest(context.graph, item.id, { direction: "in", ...most });
    return {
      item: linkTo(context, item.id),
      coverage: shownCoverage(context, item.id),
      out: shownList(context, out),
      incoming: shownList(context, incoming),
      diagram: figureOf(item, { out, in: incoming }, context),
      place: context.place(item.location),
    };
  },
});

const shownList = (context: PageContext, { reached, isCut }: Listed) => ({
  rows: reached.map((each) => shownReached(context, each)),
  isCut,
});

function shownReached(context: PageContext, { item, from, link, role, depth, isStrong }: Reached) {
  const { graph, words } = context;
  const found = graph.items.get(item);
  const traced = tracedLink(context, link);
  return {
    item: linkTo(context, item),
    role: roleWord(words, role),
    from: depth > 1 ? linkTo(context, from) : { text: nothing },
    depth,
    strength: words(isStrong ? "matrices.strong" : "matrices.weak"),
    state: traced === undefined ? nothing : linkState(context, traced),
    place: found ? placeOf(context, found) : "",
  };
}
