import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemKind } from "#model/item.ts";
import type { Location } from "#model/location.ts";

/** The database of a graph, with what the rules ask for often at hand. */
export interface Schema {
  readonly graph: Graph;
  readonly tables: readonly Item<"table">[];
  readonly views: readonly Item<"view">[];
  readonly materializedViews: readonly Item<"materialized-view">[];
  readonly columns: readonly Item<"column">[];
  readonly functions: readonly Item<"function">[];
  readonly extensions: readonly Item<"extension">[];
  readonly policies: readonly Item<"policy">[];
  /** In the order of application. */
  readonly migrations: readonly Item<"migration">[];
  /** By the name of the table, as `public.catalogo`. */
  readonly constraintsOf: (table: string) => readonly Item<"constraint">[];
  readonly indexesOf: (table: string) => readonly Item<"index">[];
  readonly policiesOf: (table: string) => readonly Item<"policy">[];
  /** Whether strangers see the schema that something lies in: as the settings say, else `public`. */
  readonly isExposed: (item: { readonly attributes: { readonly namespace: string } }) => boolean;
  /** Whether anything shows that strangers reach the database: settings, row security, their roles. */
  readonly isServed: boolean;
}

/** Roles that anybody, or anybody who signs in, has. */
export const strangers: ReadonlySet<string> = new Set(["public", "anon", "authenticated"]);

export function readSchema(graph: Graph): Schema {
  const tables = itemsOf(graph, "table");
  const policies = itemsOf(graph, "policy");
  return {
    graph,
    tables,
    views: itemsOf(graph, "view"),
    materializedViews: itemsOf(graph, "materialized-view"),
    columns: itemsOf(graph, "column"),
    functions: itemsOf(graph, "function"),
    extensions: itemsOf(graph, "extension"),
    policies,
    migrations: itemsOf(graph, "migration").toSorted(
      (a, b) => a.attributes.order - b.attributes.order,
    ),
    constraintsOf: byTable(itemsOf(graph, "constraint")),
    indexesOf: byTable(itemsOf(graph, "index")),
    policiesOf: byTable(policies),
    isExposed: exposureOf(graph),
    isServed:
      policies.length > 0 ||
      itemsOf(graph, "namespace").some(({ attributes }) => attributes.exposed === true) ||
      tables.some(({ attributes }) => attributes.rowSecurity !== "off" || isGranted(attributes)),
  };
}

function exposureOf(graph: Graph): Schema["isExposed"] {
  const said = itemsOf(graph, "namespace").filter(({ attributes }) => "exposed" in attributes);
  const shown = said.filter(({ attributes }) => attributes.exposed).map(({ title }) => title);
  const names = new Set(said.length === 0 ? ["public"] : shown);
  return ({ attributes }) => names.has(attributes.namespace);
}

/** Whether strangers got rights by a statement. */
const isGranted = ({
  grants = [],
}: {
  readonly grants?: readonly { readonly role: string }[];
}): boolean => grants.some(({ role }) => strangers.has(role));

type Member = Extract<Item, { readonly attributes: { readonly table: string } }>;

function byTable<Kind extends Member["kind"]>(
  items: readonly Item<Kind>[],
): (table: string) => readonly Item<Kind>[] {
  const groups = Map.groupBy(items, (item) => (item as Member).attributes.table);
  return (table) => groups.get(table) ?? [];
}

/** The statement that says what an object is now: the last one that changed it. */
export function lastWritten<Kind extends ItemKind>(graph: Graph, item: Item<Kind>): Location {
  const orderOf = (id: string | undefined): number => {
    const migration = id === undefined ? undefined : graph.items.get(id as Item["id"]);
    return migration?.kind === "migration" ? migration.attributes.order : -1;
  };
  const changes = (graph.outgoing.get(item.id) ?? []).filter(({ role }) => role === "changed-by");
  const last = changes.reduce<(typeof changes)[number] | undefined>((latest, each) => {
    const later = latest === undefined || orderOf(each.target) >= orderOf(latest.target);
    return later ? each : latest;
  }, undefined);
  return last?.location ?? item.location;
}
