import type { Graph, Link } from "#model/graph.ts";
import type { Item, ItemId, ItemKind } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** What hangs together with an item by links of one role. */
interface Relation<Kind extends ItemKind> {
  readonly role: LinkRole;
  readonly kind: Kind;
}

/** The items of a kind that lead to this one: the columns that are part of a table. */
export function leadingTo<Kind extends ItemKind>(
  graph: Graph,
  id: ItemId,
  { role, kind }: Relation<Kind>,
): readonly Item<Kind>[] {
  const links = (graph.incoming.get(id) ?? []).filter((link) => link.role === role);
  return itemsAt(graph, new Set(links.map(({ from }) => from)), kind);
}

/** The items of a kind that this one leads to. */
export function ledTo<Kind extends ItemKind>(
  graph: Graph,
  id: ItemId,
  { role, kind }: Relation<Kind>,
): readonly Item<Kind>[] {
  const links = (graph.outgoing.get(id) ?? []).filter((link) => link.role === role);
  return itemsAt(graph, new Set(links.flatMap(({ target }) => target ?? [])), kind);
}

/** The commit that brought a migration, as far as the history tells. */
export const commitOf = (graph: Graph, migration: ItemId): Item<"commit"> | undefined =>
  ledTo(graph, migration, { role: "created-by", kind: "commit" })[0];

function itemsAt<Kind extends ItemKind>(
  graph: Graph,
  ids: ReadonlySet<ItemId>,
  kind: Kind,
): readonly Item<Kind>[] {
  const found = [...ids].flatMap((id) => graph.items.get(id) ?? []);
  return found.filter((item) => item.kind === kind) as readonly Item[] as readonly Item<Kind>[];
}

/** Links to what this item reads, writes, calls … */
export const linksFrom = (
  id: ItemId,
  role: LinkRole,
  { graph, link }: PageContext,
): readonly LinkText[] =>
  distinct(graph.outgoing.get(id), role, "target").map((each) => link(each));

/** Links to what reads, writes, calls … this item. */
export const linksTo = (
  id: ItemId,
  roles: readonly LinkRole[],
  { graph, link }: PageContext,
): readonly LinkText[] =>
  roles.flatMap((role) => distinct(graph.incoming.get(id), role, "from")).map((each) => link(each));

function distinct(
  links: readonly Link[] | undefined,
  role: LinkRole,
  end: "from" | "target",
): readonly ItemId[] {
  const ends = (links ?? [])
    .filter((link) => link.role === role)
    .flatMap((link) => link[end] ?? []);
  return [...new Set(ends)];
}

const databaseKinds: ReadonlySet<string> = new Set<ItemKind>([
  "migration",
  "namespace",
  "extension",
  "table",
  "column",
  "index",
  "constraint",
  "view",
  "materialized-view",
  "function",
  "trigger",
  "policy",
  "type",
  "sequence",
  "cron-job",
]);

/** What pages list under a heading of its own. */
const listed: ReadonlySet<LinkRole> = new Set(["reads", "writes", "calls", "runs", "refreshes"]);

/** Who names the item from outside the database: pages, operations, work items. */
export function mentionsOf(id: ItemId, { graph, link }: PageContext): readonly LinkText[] {
  const from = (graph.incoming.get(id) ?? [])
    .filter(({ role }) => !listed.has(role))
    .map((each) => each.from);
  return [...new Set(from)]
    .filter((each) => !databaseKinds.has(each.slice(0, each.indexOf(":"))))
    .map((each) => link(each));
}
