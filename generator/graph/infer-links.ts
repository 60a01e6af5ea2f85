import type { Reference } from "#model/fact.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { LinkRole } from "#model/link-role.ts";

/**
 * Links that nobody wrote but names prove: a PostgREST path `/rpc/<function>` calls a function,
 * `/<table>` reads a table or view (https://docs.postgrest.org, "Functions as RPC", "Tables and
 * Views"). Only what exists is linked, so an API of another kind gets none.
 */
export function inferReferences(items: ReadonlyMap<ItemId, Item>): readonly Reference[] {
  const relations = relationsByName(items);
  return [...items.values()].flatMap((item) => {
    if (item.kind !== "operation") return [];
    const { rpc, relation, method } = item.attributes;
    const kinds = rpc === undefined ? relationKinds : functionKinds;
    const role = rpc !== undefined ? "calls" : readingMethods.has(method) ? "reads" : "writes";
    return (relations.get(rpc ?? relation ?? "") ?? [])
      .filter((target) => kinds.has(kindOf(target)))
      .map((target) => inferred(item, target, role));
  });
}

const relationKinds: ReadonlySet<string> = new Set(["table", "view", "materialized-view"]);
const functionKinds: ReadonlySet<string> = new Set(["function"]);

const readingMethods: ReadonlySet<string> = new Set(["GET", "HEAD"]);

const kindOf = (id: ItemId): string => id.slice(0, id.indexOf(":"));

/** Tables, views and functions by name alone: PostgREST shows one schema at a time. */
function relationsByName(items: ReadonlyMap<ItemId, Item>): ReadonlyMap<string, readonly ItemId[]> {
  const candidates = [...items.keys()].filter(
    (id) => relationKinds.has(kindOf(id)) || functionKinds.has(kindOf(id)),
  );
  return Map.groupBy(candidates, (id) =>
    itemName(id)
      .replace(/\(.*$/s, "")
      .replace(/^[^.]*\./, ""),
  );
}

function inferred(item: Item, target: ItemId, role: LinkRole): Reference {
  return { from: item.id, role, to: target, location: item.location, inferred: true };
}
