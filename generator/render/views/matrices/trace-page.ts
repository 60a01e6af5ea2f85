import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { Figure } from "#model/page.ts";
import { type Direction, reach, type Reached } from "#model/trace/reach.ts";
import { traceFigure } from "../../diagram/trace-graph.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { safeName } from "../reports/parts/page.ts";
import { linkTo, shortPlace, shownTitle } from "../reports/parts/text.ts";

/** For each requirement and work item: what it leads to, what leads to it, and a drawing of both. */
export const tracePages: View = {
  template: "trace-item",
  target: "matrices",
  plan: (graph) => tracedItems(graph).map((item) => planTrace(item)),
};

/** The way to all of these pages. */
export const traceIndex: View = {
  template: "trace-index",
  target: "matrices",
  plan: (graph) => {
    const items = tracedItems(graph);
    if (items.length === 0) return [];
    return [
      {
        path: "matrices/trace.md",
        title: (words) => words("matrices.title-traces"),
        origins: items.map(({ location }) => location),
        data: (context) => ({ rows: items.map((item) => indexRow(context, item)) }),
      },
    ];
  },
};

const tracedItems = (graph: Graph): readonly Item[] =>
  [...itemsOf(graph, "requirement"), ...itemsOf(graph, "work-item")].filter((item) =>
    isTraced(graph, item),
  );

const pathOf = (item: Item): string =>
  `matrices/trace/${item.kind}/${safeName(itemName(item.id))}.md`;

function indexRow(context: PageContext, item: Item) {
  const strong = (direction: Direction): number =>
    reach(context.graph, [item.id], direction).filter(({ isStrong }) => isStrong).length;
  return {
    item: context.linkPage(pathOf(item), shownTitle(item)),
    state: stateOf(context, item) || "—",
    incoming: context.format.number(strong("in")),
    out: context.format.number(strong("out")),
    place: shortPlace(context, item.location),
  };
}

/** How far it is covered; nothing for an item that tracing does not judge. */
function stateOf({ evaluation, words }: PageContext, { id }: Item): string {
  const state = evaluation.trace.items.get(id)?.deep;
  return state === undefined ? "" : words(`matrices.coverage-${state}`);
}

/** An item that nothing joins to another has no page: it would be empty. */
const isTraced = (graph: Graph, { id }: Item): boolean =>
  (["out", "in"] as const).some((direction) =>
    reach(graph, [id], direction).some(({ depth, isStrong }) => isStrong && depth === 1),
  );

const planTrace = (item: Item): PagePlan => ({
  path: pathOf(item),
  title: (words) => words("matrices.title-trace", { name: shownTitle(item) }),
  origins: [item.location],
  data: (context) => traceData(item, context),
});

function traceData(item: Item, context: PageContext) {
  const { graph } = context;
  const out = reach(graph, [item.id], "out");
  const incoming = reach(graph, [item.id], "in");
  return {
    item: linkTo(context, item.id),
    state: stateOf(context, item),
    out: out.map((each) => shownReached(context, each)),
    incoming: incoming.map((each) => shownReached(context, each)),
    diagram: figureOf(item, { out, in: incoming }, context),
    place: context.place(item.location),
  };
}

function shownReached(context: PageContext, { item, from, role, depth, isStrong }: Reached) {
  const { graph, words } = context;
  const found = graph.items.get(item);
  return {
    item: linkTo(context, item),
    role,
    from: depth > 1 ? linkTo(context, from) : { text: "—" },
    depth,
    strength: words(isStrong ? "matrices.strong" : "matrices.weak"),
    place: found ? shortPlace(context, found.location) : "",
  };
}

/** More than this on one side are in the table only. */
const mostDrawn = 12;

function figureOf(
  item: Item,
  reached: Readonly<Record<Direction, readonly Reached[]>>,
  context: PageContext,
): Figure {
  const drawn = (["in", "out"] as const).map((direction) =>
    reached[direction].filter(({ isStrong }) => isStrong).slice(0, mostDrawn),
  );
  const steps = drawn.flat();
  const ids = new Set<ItemId>([item.id, ...steps.map(({ item: id }) => id)]);
  const title = context.words("matrices.title-trace", { name: shownTitle(item) });
  const [before = 0, after = 0] = drawn.map(({ length }) => length);
  return traceFigure({
    title,
    description: context.words("matrices.about-trace-graph", { before, after }),
    nodes: [...ids].map((id) => {
      const { text, href } = linkTo(context, id);
      return { id, name: text, isSubject: id === item.id, ...(href !== undefined && { href }) };
    }),
    arrows: steps.map(({ link, item: far, from }) => ({
      from: link.from,
      to: link.from === far ? from : far,
      role: link.declaredRole ?? link.role,
    })),
  });
}
