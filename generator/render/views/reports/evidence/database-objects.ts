import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, type ItemKind, itemName } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo, linksTo, nothing, shortPlace } from "../parts/text.ts";

const kinds: ReadonlySet<ItemKind> = new Set([
  "table",
  "view",
  "materialized-view",
  "function",
  "cron-job",
  "index",
  "operation",
]);

/** What of the database and its API an axis examines, with the partitions of its tables. */
export function objectsOf(context: PageContext, { id }: Item<"axis">) {
  const { graph } = context;
  const named = (graph.outgoing.get(id) ?? []).flatMap(({ target }) => target ?? []);
  const objects = [...new Set(named)]
    .flatMap((each) => graph.items.get(each) ?? [])
    .filter(({ kind }) => kinds.has(kind));
  return {
    objects: objects.map((object) => ({
      kind: context.words(`reports.kind-${object.kind}`),
      link: linkTo(context, object.id),
      note: noteOf(object),
      by: linksTo(context, workersOn(graph, object.id)),
      place: shortPlace(context, object.location),
    })),
    partitions: objects.flatMap((object) => partitionRows(context, object)),
  };
}

function noteOf(object: Item): string {
  if (object.kind === "cron-job") return object.attributes.schedule;
  if (object.kind === "table") return object.attributes.partitionKey ?? nothing;
  return nothing;
}

/** What refreshes or runs it. */
const workersOn = (graph: Graph, id: ItemId): readonly ItemId[] => [
  ...new Set(
    (graph.incoming.get(id) ?? [])
      .filter(({ role }) => role === "refreshes" || role === "runs")
      .map(({ from }) => from),
  ),
];

const partitionRows = (context: PageContext, table: Item) =>
  itemsOf(context.graph, "table")
    .filter(({ attributes: { parent } }) => parent !== undefined && parent === itemName(table.id))
    .map((partition) => ({
      table: itemName(table.id),
      partition: linkTo(context, partition.id),
      bounds: partition.attributes.bounds ?? nothing,
      place: shortPlace(context, partition.location),
    }));
