import type { MappedKey, MappedTable, TableMap } from "./table-map.ts";

/** Tables that are drawn together. */
export interface Cluster {
  readonly tables: readonly MappedTable[];
  readonly keys: readonly MappedKey[];
  /** How many of the tables belong to the schema; the others are what these refer to. */
  readonly own: number;
}

/** More boxes than this are not read as one diagram. */
const mostTables = 40;

/** Tables that foreign keys join come together, as far as one diagram holds them. */
export function clustersOf(tables: readonly MappedTable[], map: TableMap): readonly Cluster[] {
  const byDegree = tables.toSorted((a, b) => degree(b, map) - degree(a, map));
  const wanted = new Set(tables.map(({ id }) => id));
  const groups: string[][] = [];
  for (const { id } of byDegree) {
    if (!wanted.has(id)) continue;
    const group = gather(id, wanted, map);
    const room = groups.find((each) => each.length + group.length <= mostTables);
    if (room) room.push(...group);
    else groups.push(group);
  }
  return groups.map((group) => clusterOf(group, map));
}

const degree = ({ id }: MappedTable, { leaving, arriving }: TableMap): number =>
  (leaving.get(id)?.length ?? 0) + (arriving.get(id)?.length ?? 0);

/** A table and what is joined to it, nearest first; each is taken out of `wanted`. */
function gather(start: string, wanted: Set<string>, map: TableMap): string[] {
  const group = [start];
  wanted.delete(start);
  for (const id of group) {
    const near = [
      ...(map.leaving.get(id) ?? []).map(({ to }) => to),
      ...(map.arriving.get(id) ?? []).map(({ from }) => from),
    ];
    for (const each of near) {
      if (group.length >= mostTables) return group;
      if (wanted.delete(each)) group.push(each);
    }
  }
  return group;
}

/** With the tables of other diagrams and schemas that these refer to. */
function clusterOf(group: readonly string[], map: TableMap): Cluster {
  const keys = group.flatMap((id) => map.leaving.get(id) ?? []);
  const ids = new Set([...group, ...keys.map(({ to }) => to)]);
  const tables = [...ids].flatMap((id) => map.tables.get(id) ?? []);
  return { tables, keys, own: group.length };
}
