import { documentState, isThere } from "#model/programme/document-state.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { inOrder, stageOf } from "#model/parts.ts";
import type { PageContext, View } from "../../../view.ts";
import { burnUpOf } from "../parts/burn-up.ts";
import { register } from "../parts/page.ts";
import { deliverableRow } from "../parts/rows.ts";
import { label, linkTo, notesOf, orNothing, pageLink, rowOf } from "../parts/text.ts";

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
      burnUp: burnUpOf(context, deliverables),
      deliverables: deliverables.map((each) => deliverableRow(context, each)),
      artefacts: itemsOf(graph, "artefact").map((each) => artefactRow(context, each)),
      documents: documents.map((each) => documentRow(context, each)),
      reading: context.linkPage("reports/reading.md", context.words("reports.title-reading")),
      there: thereOf(context, [...deliverables, ...documents]),
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
  page: pageLink(context, item.attributes.page),
  purpose: orNothing(item.attributes.purpose),
  state: label(context, "state", documentState(context, item)),
});

/** How many of the promised and recommended documents are there, computed. */
const thereOf = (
  context: PageContext,
  documents: readonly (Item<"deliverable"> | Item<"document">)[],
): string =>
  context.format.ratio(documents.filter((each) => isThere(context, each)).length, documents.length);
