import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { EntityKey } from "../../../diagram/entity/entity.ts";
import { columnName, pageTables, rootTable } from "../layout.ts";

/** A table as far as diagrams go; one that no migration creates has a name only. */
export interface MappedTable {
  /** Its id, or its name when no migration creates it. */
  readonly id: string;
  readonly name: string;
  readonly item?: Item<"table">;
  readonly keys: readonly EntityKey[];
  readonly columns: number;
}

/** A foreign key between two tables that have boxes. */
export interface MappedKey {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** Of the table that refers. */
  readonly columns: readonly string[];
  readonly isUnique: boolean;
  readonly isOptional: boolean;
}

/** What all diagrams of a database are cut from; partitions are part of their table. */
export interface TableMap {
  readonly tables: ReadonlyMap<string, MappedTable>;
  readonly leaving: ReadonlyMap<string, readonly MappedKey[]>;
  readonly arriving: ReadonlyMap<string, readonly MappedKey[]>;
}

const known = new WeakMap<Graph, TableMap>();

/** The map of a graph, made once. */
export function tableMap(graph: Graph): TableMap {
  const map = known.get(graph) ?? makeMap(graph);
  known.set(graph, map);
  return map;
}

interface Members {
  readonly columns: readonly Item<"column">[];
  readonly constraints: readonly Item<"constraint">[];
}

function makeMap(graph: Graph): TableMap {
  const shown = pageTables(graph);
  const columns = Map.groupBy(itemsOf(graph, "column"), ({ id }) => ownerOf(graph, id));
  const constraints = Map.groupBy(itemsOf(graph, "constraint"), ({ id }) => ownerOf(graph, id));
  const membersOf = (id: ItemId): Members => ({
    columns: (columns.get(id) ?? []).toSorted(
      (a, b) => a.attributes.position - b.attributes.position,
    ),
    constraints: constraints.get(id) ?? [],
  });
  const tables = new Map<string, MappedTable>(
    shown.map((item) => [item.id, mapTable(item, membersOf(item.id))]),
  );
  const keys = shown.flatMap(({ id }) => mapKeys(graph, id, membersOf(id)));
  for (const { to } of keys) {
    if (!tables.has(to)) tables.set(to, { id: to, name: to, keys: [], columns: 0 });
  }
  return {
    tables,
    leaving: Map.groupBy(keys, ({ from }) => from),
    arriving: Map.groupBy(keys, ({ to }) => to),
  };
}

const ownerOf = (graph: Graph, id: ItemId): ItemId | undefined =>
  graph.outgoing.get(id)?.find(({ role }) => role === "part-of")?.target;

const columnsIn = (constraints: Members["constraints"], type: string): ReadonlySet<string> =>
  new Set(
    constraints.flatMap(({ attributes }) => (attributes.type === type ? attributes.columns : [])),
  );

function mapTable(item: Item<"table">, { columns, constraints }: Members): MappedTable {
  const primary = columnsIn(constraints, "primary key");
  const foreign = columnsIn(constraints, "foreign key");
  const keys = columns.flatMap((column): readonly EntityKey[] => {
    const name = columnName(column);
    const marks = { primary: primary.has(name), foreign: foreign.has(name) };
    if (!marks.primary && !marks.foreign) return [];
    return [{ name, type: column.attributes.type, ...marks }];
  });
  return { id: item.id, name: item.title, item, keys, columns: columns.length };
}

function mapKeys(
  graph: Graph,
  from: ItemId,
  { columns, constraints }: Members,
): readonly MappedKey[] {
  const required = new Set(
    columns.filter(({ attributes }) => !attributes.nullable).map(columnName),
  );
  const uniques = constraints.filter(({ attributes: { type } }) =>
    ["primary key", "unique"].includes(type),
  );
  return constraints.flatMap((constraint) => {
    const { type, columns: own, references } = constraint.attributes;
    if (type !== "foreign key") return [];
    const target = targetOf(graph, constraint.id) ?? references;
    if (target === undefined) return [];
    return {
      from,
      to: target,
      name: constraint.title,
      columns: own,
      isUnique: uniques.some(({ attributes }) => isWithin(attributes.columns, own)),
      isOptional: !own.every((name) => required.has(name)),
    };
  });
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.length > 0 && some.every((name) => all.includes(name));

/** What a key of a partition refers to is shown with the partition's table. */
function targetOf(graph: Graph, id: ItemId): ItemId | undefined {
  const target = graph.outgoing.get(id)?.find(({ role }) => role === "foreign-key")?.target;
  const table = target && graph.items.get(target);
  return table?.kind === "table" ? rootTable(graph, table).id : target;
}
