import type { Link } from "#model/graph.ts";
import type { ItemId, ItemKind } from "#model/item.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** Links to the items that a link of one of these roles leads to, each once. */
export function linksFrom(
  id: ItemId,
  roles: readonly Link["role"][],
  { graph, link }: PageContext,
): readonly LinkText[] {
  const targets = (graph.outgoing.get(id) ?? [])
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ target }) => target ?? []);
  return [...new Set(targets)].map((target) => link(target, nameOf(target, graph)));
}

/** Who names an item from outside the API: pages, work items, code. */
export function mentionsOf(id: ItemId, context: PageContext): readonly LinkText[] {
  const inside: readonly ItemKind[] = ["api", "tag", "operation", "schema"];
  return usersOf(id, context, ({ from }) => !inside.some((kind) => from.startsWith(`${kind}:`)));
}

/** The items with a link of a certain kind to this one, each once. */
export function usersOf(
  id: ItemId,
  { graph, link }: PageContext,
  wanted: (link: Link) => boolean,
): readonly LinkText[] {
  const from = (graph.incoming.get(id) ?? []).filter(wanted).map((each) => each.from);
  return [...new Set(from)]
    .filter((each) => each !== id)
    .map((each) => link(each, nameOf(each, graph)));
}

/** An operation is known by its method and path, a function without its arguments. */
function nameOf(id: ItemId, graph: PageContext["graph"]): string | undefined {
  const item = graph.items.get(id);
  if (item?.kind === "function") return item.title.replace(/\(.*$/s, "");
  return item?.kind === "operation"
    ? `${item.attributes.method} ${item.attributes.path}`
    : undefined;
}
