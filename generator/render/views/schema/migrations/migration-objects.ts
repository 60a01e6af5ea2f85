import { type Graph, itemsOf, type Link } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { AttributeChange } from "#model/recorded.ts";

/** The objects that a migration made or changed; what comes with a new table is told by the table. */
export function objectsOf(graph: Graph, migration: ItemId, role: LinkRole): readonly Link[] {
  const links = (graph.incoming.get(migration) ?? []).filter((each) => each.role === role);
  const here = new Set(links.map(({ from }) => from));
  return links.filter(({ from }) => !comesWithItsTable(graph, from, here));
}

/** A column or constraint of a table that is listed too. */
function comesWithItsTable(graph: Graph, from: ItemId, here: ReadonlySet<string>): boolean {
  if (!/^(?:column|constraint):/.test(from)) return false;
  const owner = graph.outgoing.get(from)?.find(({ role }) => role === "part-of")?.target;
  return owner !== undefined && here.has(owner);
}

const removed = new WeakMap<Graph, ReadonlyMap<ItemId, number>>();

/**
 * How much a migration took away: tables, columns and indexes that its statements drop, and
 * constraints, triggers, policies and rules of tables that are still there.
 */
export function removalsOf(graph: Graph, migration: ItemId): number {
  const counts = removed.get(graph) ?? countRemovals(graph);
  removed.set(graph, counts);
  return counts.get(migration) ?? 0;
}

const members = new Set(["constraint", "trigger", "policy", "rule"]);
const drops = new Set(["drop table", "drop column", "drop index"]);

function countRemovals(graph: Graph): ReadonlyMap<ItemId, number> {
  const dropped = itemsOf(graph, "migration").flatMap(({ id, attributes }) =>
    (attributes.operations ?? []).filter(({ kind }) => drops.has(kind)).map(() => id),
  );
  const gone = itemsOf(graph, "table").flatMap(({ attributes }) =>
    (attributes.changes ?? []).filter(isRemoval).map(({ migration }) => migration),
  );
  const groups = Map.groupBy([...dropped, ...gone], (id) => id);
  return new Map([...groups].map(([id, { length }]) => [id, length]));
}

const isRemoval = ({ attribute, before, after }: AttributeChange): boolean =>
  members.has(attribute) && before !== undefined && after === undefined;

const ordered = new WeakMap<Graph, readonly Item<"migration">[]>();

/** All migrations in the order of application. */
export function migrationsInOrder(graph: Graph): readonly Item<"migration">[] {
  const known =
    ordered.get(graph) ??
    itemsOf(graph, "migration").toSorted((a, b) => a.attributes.order - b.attributes.order);
  ordered.set(graph, known);
  return known;
}
