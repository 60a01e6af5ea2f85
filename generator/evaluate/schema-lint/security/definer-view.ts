import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import { rule } from "../rule.ts";
import { lastWritten } from "../schema.ts";

/** It reads with the rights of its owner, whom row security does not stop. */
export const definerView = rule("evaluate/schema-definer-view", ({ graph, views, isExposed }) =>
  views
    .filter((view) => isExposed(view) && !view.attributes.securityInvoker)
    .flatMap((item) => {
      const tables = guardedTables(graph, item.id, new Set());
      if (tables.length === 0) return [];
      const args = { view: item.title, tables: [...new Set(tables)].sort() };
      return [{ item, args, location: lastWritten(graph, item) }];
    }),
);

/** The tables with row security that a view reads, itself or through other views. */
function guardedTables(graph: Graph, id: ItemId, seen: Set<ItemId>): readonly string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  return (graph.outgoing.get(id) ?? [])
    .filter(({ role }) => role === "reads")
    .flatMap(({ target }) => {
      const read = target && graph.items.get(target);
      if (read?.kind === "table") return read.attributes.rowSecurity === "off" ? [] : [read.title];
      return read?.kind === "view" ? guardedTables(graph, read.id, seen) : [];
    });
}
