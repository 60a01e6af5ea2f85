import type { ApiChange } from "#model/api/change.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { LinkText, PageContext } from "../../../view.ts";

/** The releases that brought an operation, and that changed it since. */
interface History {
  readonly since?: Item<"release">;
  readonly changed: readonly Item<"release">[];
}

const histories = new WeakMap<Graph, ReadonlyMap<string, History>>();

/** In which release an operation came, and in which it is not as it was before. */
export function operationHistory(
  id: ItemId,
  { graph, link }: PageContext,
): { readonly since: LinkText | string; readonly changed: readonly LinkText[] } {
  const known = histories.get(graph) ?? readHistories(graph);
  histories.set(graph, known);
  const { since, changed } = known.get(id) ?? { changed: [] };
  const linkTo = (release: Item<"release">) => link(release.id, release.attributes.tag);
  return { since: since ? linkTo(since) : "", changed: changed.map(linkTo) };
}

const arrivals: ReadonlySet<string> = new Set(["endpoint-added", "webhook-added"]);

/** What a change touches: one operation, or all that lead to a schema. */
const touchedBy = ({ operationId, affects = [] }: ApiChange): readonly string[] =>
  operationId === undefined ? affects : [operationId];

function readHistories(graph: Graph): ReadonlyMap<string, History> {
  const found = new Map<string, History>();
  const releases = itemsOf(graph, "release").toSorted(
    (a, b) => a.attributes.position - b.attributes.position,
  );
  for (const release of releases) {
    for (const change of release.attributes.apiChanges ?? []) {
      for (const id of touchedBy(change)) note(found, id, { release, change });
    }
  }
  return found;
}

/** What comes again is new again. */
function note(
  found: Map<string, History>,
  id: string,
  { release, change }: { readonly release: Item<"release">; readonly change: ApiChange },
): void {
  const known = found.get(id) ?? { changed: [] };
  if (arrivals.has(change.rule)) found.set(id, { since: release, changed: [] });
  else if (known.changed.at(-1) !== release) {
    found.set(id, { ...known, changed: [...known.changed, release] });
  }
}
