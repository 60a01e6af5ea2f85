import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { walk } from "#model/trace/reach.ts";
import type { LinkText, PageContext } from "../../../view.ts";
import type { Route } from "../../../routes.ts";
import { anchorOf, safeName } from "../../reports/parts/page.ts";

/** Items whose traces stand on one page: on a page of its own one alone, else some, in the order of the graph. */
export interface TracePage {
  readonly path: string;
  readonly items: readonly Item[];
}

/** As many items have a page each; of more, a page takes as many as `perPage`. */
const mostAlone = 500;
const perPage = 100;

const known = new WeakMap<Graph, readonly TracePage[]>();

/** The pages of all traces: of every requirement and work item that is joined to another. */
export function tracePagesOf(graph: Graph): readonly TracePage[] {
  const pages = known.get(graph) ?? layOut(tracedItems(graph));
  known.set(graph, pages);
  return pages;
}

function layOut(items: readonly Item[]): readonly TracePage[] {
  if (items.length <= mostAlone) {
    return items.map((item) => ({
      path: `matrices/trace/${item.kind}/${safeName(itemName(item.id))}.md`,
      items: [item],
    }));
  }
  const digits = String(Math.ceil(items.length / perPage)).length;
  return Array.from({ length: Math.ceil(items.length / perPage) }, (_, index) => ({
    path: `matrices/trace/${String(index + 1).padStart(digits, "0")}.md`,
    items: items.slice(index * perPage, (index + 1) * perPage),
  }));
}

const tracedItems = (graph: Graph): readonly Item[] =>
  [...itemsOf(graph, "requirement"), ...itemsOf(graph, "work-item")].filter((item) =>
    isTraced(graph, item),
  );

/** An item that nothing joins to another has no trace: it would be empty. */
const isTraced = (graph: Graph, { id }: Item): boolean =>
  (["out", "in"] as const).some((direction) => {
    const [first] = walk(graph, [id], direction);
    return first?.isStrong === true;
  });

const routes = new WeakMap<Graph, ReadonlyMap<ItemId, Route>>();

/** Where the trace of each item stands. */
function traceRoutes(graph: Graph): ReadonlyMap<ItemId, Route> {
  const places = routes.get(graph) ?? new Map(tracePagesOf(graph).flatMap(routesTo));
  routes.set(graph, places);
  return places;
}

const routesTo = ({ path, items }: TracePage) =>
  items.map(
    ({ id }) => [id, items.length === 1 ? { path } : { path, anchor: anchorOf(id) }] as const,
  );

/** A link to the trace of an item; the text alone when it has none. */
export const linkToTrace = (context: PageContext, id: ItemId, text: string): LinkText =>
  traceLink(context, id, text) ?? { text };

/** A link to the trace of an item, when it has one. */
export function traceLink(context: PageContext, id: ItemId, text: string): LinkText | null {
  const route = traceRoutes(context.graph).get(id);
  return route ? context.linkPage(route.path, text, route.anchor) : null;
}
