import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { accessRows } from "./access/access-rows.ts";
import { hasAccess } from "./access/roles.ts";
import { historyOf } from "./history.ts";
import { accessPath, indexPath, pagePath } from "./layout.ts";
import { capital } from "./capital.ts";
import { attachedTo, indexRow, shownMember, triggerRow } from "./parts.ts";
import { linksFrom, linksTo, mentionsOf } from "./relations.ts";

type ViewItem = Item<"view"> | Item<"materialized-view">;

/** One view or materialized view: what it shows, from where, and what keeps it fresh. */
export const schemaView: View = {
  template: "schema-view",
  target: "schema",
  plan: (graph) => viewsOf(graph).map((view) => planView(view, graph)),
};

const viewsOf = (graph: Graph): readonly ViewItem[] => [
  ...itemsOf(graph, "view"),
  ...itemsOf(graph, "materialized-view"),
];

function planView(view: ViewItem, graph: Graph): PagePlan {
  const { indexes, triggers } = attachedTo(graph, view.id);
  return {
    path: pagePath(view.kind, view.id),
    title: () => view.title,
    subject: view.id,
    shows: [...indexes, ...triggers].map(shownMember),
    origins: [view.location],
    data: (context) => viewData(view, context),
  };
}

function viewData(view: ViewItem, context: PageContext): object {
  const { query, securityInvoker } = view.attributes;
  const { graph, words } = context;
  const { indexes, triggers } = attachedTo(graph, view.id);
  const isMaterialized = view.kind === "materialized-view";
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    kind: capital(words(`schema.kind-${view.kind}`)),
    rights: isMaterialized ? "" : words(securityInvoker ? "schema.invoker" : "schema.definer-view"),
    isMaterialized,
    writable: (view.attributes.writable ?? []).map((each) => each.toUpperCase()),
    access: hasAccess(graph) ? accessRows(view, context) : [],
    accessPage: hasAccess(graph) ? context.linkPage(accessPath, words("schema.access-all")) : "",
    description: context.prose(view.description),
    query,
    reads: linksFrom(view.id, "reads", context),
    calls: linksFrom(view.id, "calls", context),
    refreshedBy: refreshesOf(view, context),
    readBy: linksTo(view.id, ["reads"], context),
    indexes: indexes.map((each) => indexRow(each, context)),
    triggers: triggers.map((each) => triggerRow(each, context)),
    history: historyOf(view.id, context),
    mentions: mentionsOf(view.id, context),
    place: context.place(view.location),
  };
}

/** What refreshes a view, and for a function the jobs that run it. */
function refreshesOf(view: ViewItem, context: PageContext): readonly object[] {
  const from = (context.graph.incoming.get(view.id) ?? [])
    .filter(({ role }) => role === "refreshes")
    .map((each) => each.from);
  return [...new Set(from)].map((id) => ({
    by: context.link(id),
    jobs: linksTo(id, ["runs"], context),
  }));
}
