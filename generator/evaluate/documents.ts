import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";

/** Documents that people are sent to and that are nowhere: not on the disk, and no page of rastro. */
export const checkDocuments = (graph: Graph): readonly Diagnostic[] =>
  itemsOf(graph, "document")
    .filter(({ attributes: { page, state } }) => page === undefined && state === "missing")
    .map(({ id, location, attributes: { path } }) =>
      diagnose("evaluate/document-missing", { document: itemName(id), path }, { location }),
    );
