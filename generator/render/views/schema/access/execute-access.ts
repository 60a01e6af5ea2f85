import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { type Access, ownerIs, privilegeOf, usageOf } from "./effective-access.ts";
import type { AccessRole } from "./roles.ts";

/** Whether a role may call a function: everybody may, unless somebody takes that away. */
export function mayExecute(
  graph: Graph,
  routine: Item<"function">,
  role: AccessRole,
): Access["privilege"] {
  const usage = usageOf(graph, routine, role);
  const isOwner = ownerIs(routine.attributes.owner, role);
  return privilegeOf(routine, role, { operation: "execute", usage, isOwner }).privilege;
}

/** Functions that act for their owner, whoever calls them; those of triggers cannot be called. */
export const actingForOwner = (graph: Graph): readonly Item<"function">[] =>
  itemsOf(graph, "function").filter(
    ({ attributes: { securityDefiner, returns } }) =>
      securityDefiner && !/^(?:event_)?trigger$/i.test(returns),
  );
