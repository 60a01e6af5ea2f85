import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { inOrder, stageOf } from "#model/parts.ts";
import type { LinkText, PageContext, View } from "../../../view.ts";
import { register } from "../parts/page.ts";
import { linkTo, namedAll, shortPlace } from "../parts/text.ts";

type Work = Item<"work-item"> | Item<"deliverable"> | Item<"activity">;

/** Who does each piece of work, who answers for it, who is asked and who is told. */
export const raciView: View = register({
  name: "raci",
  path: "reports/raci.md",
  shows: [],
  about: ["work-item", "deliverable", "activity"],
  data: (context) => {
    const work = workOf(context.graph);
    const stages = Map.groupBy(work, (item) => stageOf(context.graph, item as Item));
    return {
      stages: [...stages].map(([stage, items]) => ({
        stage: stage ? linkTo(context, stage.id) : { text: context.words("reports.no-stage") },
        rows: items.map((item) => raciRow(context, item)),
      })),
      open: context.format.number(work.filter((item) => accountableOf(item).length === 0).length),
      all: context.format.number(work.length),
    };
  },
});

const workOf = (graph: Graph): readonly Work[] =>
  [
    ...itemsOf(graph, "work-item"),
    ...itemsOf(graph, "deliverable"),
    ...itemsOf(graph, "activity"),
  ].toSorted((a, b) => {
    const [left, right] = [startOf(graph, a), startOf(graph, b)];
    return left < right ? -1 : left > right ? 1 : inOrder(a, b);
  });

/** Stages in the order of their dates, those without any at the end; one after the other. */
function startOf(graph: Graph, item: Work): string {
  const stage = stageOf(graph, item);
  return `${stage?.attributes.start ?? "~"} ${stage?.id ?? "~"}`;
}

/** Those who do it. */
const responsibleOf = ({ attributes }: Work): readonly string[] =>
  ("owners" in attributes ? attributes.owners : [attributes.owner]).filter((name) => name !== "");

/** One person answers for a thing: who is named, else its only owner, else nobody. */
function accountableOf(item: Work): readonly string[] {
  const { accountable } = item.attributes;
  if (accountable !== undefined) return [accountable];
  const owners = responsibleOf(item);
  return owners.length === 1 ? owners : [];
}

function raciRow(context: PageContext, item: Work) {
  const { attributes } = item;
  const support = "support" in attributes ? attributes.support : [];
  const people = (names: readonly string[]): readonly LinkText[] => namedAll(context, item, names);
  return {
    kind: context.words(`reports.kind-${item.kind}`),
    link: linkTo(context, item.id),
    responsible: people(responsibleOf(item)),
    accountable: people(accountableOf(item)),
    consulted: people([...support, ...(attributes.consulted ?? [])]),
    informed: people(attributes.informed ?? []),
    place: shortPlace(context, item.location),
  };
}
