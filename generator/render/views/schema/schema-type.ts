import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { capital } from "./capital.ts";
import { historyOf } from "./history.ts";
import { indexPath, pagePath } from "./layout.ts";
import { linksTo, mentionsOf } from "./relations.ts";

/** One enum, domain, composite or range: what its values are, and who uses it. */
export const schemaType: View = {
  template: "schema-type",
  target: "schema",
  plan: (graph) => itemsOf(graph, "type").map(planType),
};

const planType = (type: Item<"type">): PagePlan => ({
  path: pagePath("type", type.id),
  title: () => type.title,
  subject: type.id,
  origins: [type.location],
  data: (context) => typeData(type, context),
});

function typeData(type: Item<"type">, context: PageContext): object {
  const { kind, definition, labels } = type.attributes;
  const { words } = context;
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    kind: capital(words(`schema.type-${kind}`)),
    description: context.prose(type.description),
    definition,
    labels,
    labelsTitle: words(`schema.labels-${kind}`),
    usedBy: linksTo(type.id, ["uses"], context),
    history: historyOf(type.id, context),
    mentions: mentionsOf(type.id, context),
    place: context.place(type.location),
  };
}
