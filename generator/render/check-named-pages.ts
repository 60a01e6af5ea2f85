import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { PlannedPage } from "./routes.ts";

/** Documents that name a page which nothing makes: what they promise would never be there. */
export function checkNamedPages(
  graph: Graph,
  planned: readonly PlannedPage[],
): readonly Diagnostic[] {
  const paths = new Set(planned.map(({ plan }) => plan.path));
  const documents = [...itemsOf(graph, "deliverable"), ...itemsOf(graph, "document")];
  return documents.flatMap(({ id, location, attributes: { page } }) =>
    page === undefined || paths.has(page)
      ? []
      : [
          diagnose(
            "render/no-such-page",
            { document: itemName(id), page },
            { location, target: page, suggestions: suggest(page, paths) },
          ),
        ],
  );
}
