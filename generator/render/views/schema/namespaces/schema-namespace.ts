import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../../view.ts";
import { historyOf } from "../history.ts";
import { indexPath, namespacePath } from "../layout.ts";
import { namespaceDiagrams } from "../diagrams/namespace-diagram.ts";
import { commentCoverage, shownCoverage } from "../lists/comment-coverage.ts";
import { objectLists } from "../lists/object-lists.ts";
import { mentionsOf } from "../relations.ts";

/** One schema of the database: its tables and how they hang together, and all else that lies in it. */
export const schemaNamespace: View = {
  template: "schema-namespace",
  target: "schema",
  plan: (graph) => itemsOf(graph, "namespace").map(planNamespace),
};

const planNamespace = (namespace: Item<"namespace">): PagePlan => ({
  path: namespacePath(namespace.id),
  title: () => namespace.title,
  subject: namespace.id,
  origins: [namespace.location],
  data: (context) => namespaceData(namespace, context),
});

function namespaceData(namespace: Item<"namespace">, context: PageContext): object {
  const { graph, words, format } = context;
  const { figures, alone, left } = namespaceDiagrams(namespace.title, context);
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    description: context.prose(namespace.description),
    coverage: shownCoverage(commentCoverage(graph, namespace.title), context),
    figures,
    alone: alone === 0 ? "" : format.number(alone),
    left: left === 0 ? "" : format.number(left),
    ...objectLists(context, namespace.title),
    grants: (namespace.attributes.grants ?? []).map(({ role, privileges }) => ({
      role,
      privileges: privileges.join(", ").toUpperCase(),
    })),
    mentions: mentionsOf(namespace.id, context),
    history: historyOf(namespace.id, context),
    place: context.place(namespace.location),
  };
}
