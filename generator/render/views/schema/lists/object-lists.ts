import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemKind } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { pageTables } from "../layout.ts";
import { partitionsOf } from "../partitions.ts";
import { leadingTo } from "../relations.ts";

/** The kinds that lie in a schema and are listed. */
type ListedKind = "view" | "materialized-view" | "function" | "type";

/** The objects of one schema, or of all, as rows of tables. */
export function objectLists(context: PageContext, namespace?: string) {
  const { graph, words } = context;
  const of = <Kind extends ListedKind>(kind: Kind) => membersOf(graph, kind, namespace);
  const tables = namespace === undefined ? pageTables(graph) : tablesIn(graph, namespace);
  return {
    tables: tables.map((table) => tableRow(table, context)),
    views: of("view").map((item) => simpleRow(item, context)),
    materializedViews: of("materialized-view").map((view) => ({
      ...simpleRow(view, context),
      refreshedBy: refreshers(view, context),
    })),
    functions: of("function").map((routine) => simpleRow(routine, context)),
    types: of("type").map((type) => ({
      ...simpleRow(type, context),
      kind: words(`schema.type-${type.attributes.kind}`),
    })),
  };
}

type Grouped = ReadonlyMap<string, readonly Item[]>;
const known = new WeakMap<Graph, Map<ItemKind, Grouped>>();

/** The items of a kind that lie in a schema. */
export function membersOf<Kind extends ListedKind | "table" | "sequence">(
  graph: Graph,
  kind: Kind,
  namespace?: string,
): readonly Item<Kind>[] {
  if (namespace === undefined) return itemsOf(graph, kind);
  const kinds = known.get(graph) ?? new Map<ItemKind, Grouped>();
  known.set(graph, kinds);
  const groups = kinds.get(kind) ?? Map.groupBy(itemsOf<ItemKind>(graph, kind), namespaceOf);
  kinds.set(kind, groups);
  return (groups.get(namespace) ?? []) as readonly Item<Kind>[];
}

const namespaceOf = ({ attributes }: Item): string =>
  "namespace" in attributes ? (attributes.namespace ?? "") : "";

/** Tables with a page of their own; partitions are shown with their table. */
export const tablesIn = (graph: Graph, namespace: string): readonly Item<"table">[] =>
  membersOf(graph, "table", namespace).filter(
    ({ id }) => !(graph.outgoing.get(id) ?? []).some(({ role }) => role === "partition-of"),
  );

const simpleRow = (item: Item, { link, proseLine }: PageContext) => ({
  object: link(item.id),
  description: proseLine(item.description),
});

function tableRow(table: Item<"table">, context: PageContext) {
  const { graph, format, words } = context;
  const partitions = partitionsOf(graph, table).length;
  return {
    ...simpleRow(table, context),
    columns: format.number(table.attributes.columns.length),
    partitions: partitions === 0 ? "" : format.number(partitions),
    rowSecurity: words(`schema.row-security-${table.attributes.rowSecurity}-short`),
  };
}

function refreshers({ id }: Item, { graph, link }: PageContext) {
  const by = [
    ...leadingTo(graph, id, { role: "refreshes", kind: "function" }),
    ...leadingTo(graph, id, { role: "refreshes", kind: "cron-job" }),
  ];
  return by.map((each) => link(each.id));
}
