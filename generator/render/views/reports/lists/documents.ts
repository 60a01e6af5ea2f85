import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { inOrder, stageOf } from "#model/parts.ts";
import type { PageContext, View } from "../../view.ts";
import { register } from "./parts/page.ts";
import { deliverableRow } from "./parts/rows.ts";
import { linkTo, label, named, notesOf, orNothing, rowOf } from "./parts/text.ts";

/** Every promised, needed and recommended document, whether it is there, and who reads what. */
export const documentsView: View = register({
  name: "documents",
  path: "reports/documents.md",
  shows: ["deliverable", "artefact", "document"],
  data: (context) => {
    const { graph } = context;
    const documents = itemsOf(graph, "document");
    const deliverables = deliverablesInOrder(graph);
    return {
      deliverables: deliverables.map((each) => deliverableRow(context, each)),
      artefacts: itemsOf(graph, "artefact").map((each) => artefactRow(context, each)),
      documents: documents.map((each) => documentRow(context, each)),
      readers: readersOf(context, documents),
      notes: notesOf(context, [...deliverables, ...itemsOf(graph, "artefact"), ...documents]),
    };
  },
});

const deliverablesInOrder = (graph: Graph): readonly Item<"deliverable">[] =>
  itemsOf(graph, "deliverable").toSorted(
    (a, b) =>
      (stageOf(graph, a)?.attributes.order ?? 0) - (stageOf(graph, b)?.attributes.order ?? 0) ||
      inOrder(a, b),
  );

const artefactRow = (context: PageContext, item: Item<"artefact">) => ({
  ...rowOf(context, item),
  path: item.attributes.path ?? "",
  state: label(context, "state", item.attributes.state),
  usedBy: [...new Set((context.graph.incoming.get(item.id) ?? []).map(({ from }) => from))].map(
    (id) => linkTo(context, id),
  ),
});

const documentRow = (context: PageContext, item: Item<"document">) => ({
  ...rowOf(context, item),
  path: item.attributes.path,
  purpose: orNothing(item.attributes.purpose),
  state: label(context, "state", item.attributes.state),
});

interface Reading {
  readonly item: Item<"document">;
  readonly role: string;
  readonly order: number;
  readonly minutes?: number;
}

/** The reading list of each role, in order, with the minutes that it takes as far as they are known. */
function readersOf(context: PageContext, documents: readonly Item<"document">[]) {
  const readings = documents.flatMap((item) =>
    item.attributes.readers.map((reader): Reading => ({ item, ...reader })),
  );
  const roles = [...Map.groupBy(readings, ({ role }) => role)];
  return roles
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, list]) => ({
      role: named(context, list[0]?.item as Item, role),
      total: totalText(context, list),
      list: list
        .toSorted((a, b) => a.order - b.order)
        .map(({ item, minutes }) => ({
          document: linkTo(context, item.id),
          minutes: minutes === undefined ? "" : minutesText(context, minutes),
        })),
    }));
}

/** The minutes that are known; nothing when none are. */
function totalText(context: PageContext, list: readonly Reading[]): string {
  const known = list.flatMap(({ minutes }) => minutes ?? []);
  if (known.length === 0) return "";
  return minutesText(
    context,
    known.reduce((sum, minutes) => sum + minutes, 0),
  );
}

const minutesText = ({ words, format }: PageContext, minutes: number): string =>
  words("reports.minutes", { n: format.number(minutes) });
