import { documentState } from "#model/programme/document-state.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { criteriaOf, inOrder } from "#model/parts.ts";
import type { PageContext, View } from "../../../view.ts";
import { criterionRows, shownCounts } from "../parts/criteria.ts";
import { measurementRow } from "../parts/measurements.ts";
import { pageForEach, safeName } from "../parts/page.ts";
import { deliverableRow, idsOf } from "../parts/rows.ts";
import { label, linkTo, named, orNothing, shortPlace } from "../parts/text.ts";
import { objectsOf } from "./database-objects.ts";

const axisPath = ({ id }: Pick<Item<"axis">, "id">): string =>
  `reports/axes/${safeName(itemName(id))}.md`;

/** The report on one axis of a stage: what it must show, what was measured, and on what. */
export const axisView: View = pageForEach({
  name: "axis",
  kind: "axis",
  path: axisPath,
  title: ({ title }, words) => words("plan.axis-of", { title }),
  data: (item, context) => {
    const { graph } = context;
    const criteria = idsOf(criteriaOf(graph, item.id));
    const rows = criterionRows(context, criteria);
    const evidence = evidenceOf(graph, item).map((each) => measurementRow(context, each));
    return {
      stage: named(context, item, item.attributes.stage),
      threshold: orNothing(item.attributes.threshold),
      counts: countsOf(context, criteria),
      criteria: rows,
      open: rows.filter(({ isOpen }) => isOpen),
      measurements: evidence,
      deliverables: reporting(graph, item.id).map((each) => ({
        ...deliverableRow(context, each),
        state: label(context, "state", documentState(context, each)),
      })),
      work: targetsOf(graph, item.id, "work-item").map((id) => linkTo(context, id)),
      ...objectsOf(context, item),
      text: context.prose(item.description, 3),
      place: shortPlace(context, item.location),
    };
  },
});

function countsOf(context: PageContext, ids: readonly ItemId[]): string {
  const count = (wanted: string): number =>
    ids.filter((id) => (context.evaluation.criteria.get(id)?.result ?? "undetermined") === wanted)
      .length;
  return shownCounts(context, {
    met: count("met"),
    notMet: count("not met"),
    undetermined: count("undetermined"),
  });
}

/** Measurements of what its criteria ask for, and those that say they are about the axis. */
function evidenceOf(graph: Graph, axis: Item<"axis">): readonly Item<"measurement">[] {
  const metrics = new Set(criteriaOf(graph, axis.id).map(({ attributes }) => attributes.metric));
  const about = new Set((graph.incoming.get(axis.id) ?? []).map(({ from }) => from));
  return itemsOf(graph, "measurement")
    .filter(({ id, attributes }) => metrics.has(attributes.metric) || about.has(id))
    .toSorted(inOrder);
}

/** The promised documents that examine the axis. */
const reporting = (graph: Graph, axis: ItemId): readonly Item<"deliverable">[] =>
  (graph.incoming.get(axis) ?? []).flatMap(({ from, role }) => {
    const item = graph.items.get(from);
    return role === "assesses" && item?.kind === "deliverable" ? [item] : [];
  });

const targetsOf = (graph: Graph, id: ItemId, kind: "work-item"): readonly ItemId[] =>
  (graph.outgoing.get(id) ?? []).flatMap(({ target }) =>
    target !== undefined && graph.items.get(target)?.kind === kind ? [target] : [],
  );
