import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { attachedTo } from "./parts.ts";
import { leadingTo } from "./relations.ts";

/** A partition, and what hangs on it alone. */
export interface Partition {
  readonly partition: Item<"table">;
  readonly parts: readonly Item[];
}

/** All partitions of a table, those of its partitions included, by their bounds. */
export function partitionsOf(graph: Graph, table: Item<"table">): readonly Partition[] {
  const own = leadingTo(graph, table.id, { role: "partition-of", kind: "table" });
  return own.toSorted(byBounds).flatMap((partition) => {
    const { indexes, triggers, policies } = attachedTo(graph, partition.id);
    const constraints = leadingTo(graph, partition.id, { role: "part-of", kind: "constraint" });
    const parts = [...constraints, ...indexes, ...triggers, ...policies];
    return [{ partition, parts }, ...partitionsOf(graph, partition)];
  });
}

/** The default partition comes last. */
function byBounds(
  { attributes: a, id: idA }: Item<"table">,
  { attributes: b, id: idB }: Item<"table">,
) {
  const isDefault = (bounds: string | undefined) => (bounds === "DEFAULT" ? 1 : 0);
  const order = isDefault(a.bounds) - isDefault(b.bounds);
  if (order !== 0) return order;
  const [keyA, keyB] = [`${a.bounds ?? ""} ${idA}`, `${b.bounds ?? ""} ${idB}`];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}
