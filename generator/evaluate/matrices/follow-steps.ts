import type { Graph, Link } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { MatrixStep } from "#model/trace/matrix.ts";
import type { TracePolicy } from "#model/trace/policy.ts";
import { matches } from "../trace/conditions.ts";

/** What an item leads to, each once, by id. */
export type Follow = (from: ItemId) => readonly ItemId[];

/** Follows the links of every step; a role that nobody declares leads nowhere. */
export function followSteps(graph: Graph, steps: readonly MatrixStep[]): Follow {
  const walks = steps.map((step) => walkOf(graph, step));
  return (from) => {
    let found: ReadonlySet<ItemId> = new Set([from]);
    for (const walk of walks) found = new Set([...found].flatMap((id) => walk(id)));
    return steps.length === 0 ? [] : [...found].sort();
  };
}

function walkOf(graph: Graph, step: MatrixStep): Follow {
  const direction = directionOf(graph.policy, step.link);
  if (!direction) return () => [];
  const { role, isBackwards } = direction;
  const isWanted = (id: ItemId): boolean => {
    const item = graph.items.get(id);
    return item !== undefined && matches(item, step);
  };
  const isMeant = (link: Link): boolean => (link.declaredRole ?? link.role) === role;
  return isBackwards
    ? (id) =>
        (graph.incoming.get(id) ?? [])
          .filter(isMeant)
          .map((link) => link.from)
          .filter(isWanted)
    : (id) =>
        (graph.outgoing.get(id) ?? [])
          .filter(isMeant)
          .flatMap(({ target }) => target ?? [])
          .filter(isWanted);
}

/** `covers` as it is written, `covered-by` against that; undefined for the name of no role. */
export function directionOf(
  { roles }: Pick<TracePolicy, "roles">,
  name: string,
): { readonly role: string; readonly isBackwards: boolean } | undefined {
  if (roles.has(name)) return { role: name, isBackwards: false };
  const inverse = [...roles.values()].find((role) => role.inverse === name);
  return inverse && { role: inverse.name, isBackwards: true };
}
