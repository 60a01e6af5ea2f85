import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";

/** The schema that a shape refers to. */
export function schemaOf(ref: string, graph: Graph): Item<"schema"> | undefined {
  const item = graph.items.get(ref as ItemId);
  return item?.kind === "schema" ? item : undefined;
}
