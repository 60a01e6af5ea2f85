import type { Graph } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { TraceRule } from "#model/trace/policy.ts";
import type { RuleViolation } from "#model/trace/result.ts";
import { matches } from "./conditions.ts";

/** The items that do not keep the rules of the project. */
export const checkRules = (graph: Graph): readonly RuleViolation[] =>
  graph.policy.rules.flatMap((rule) => {
    const neighbours = neighboursBy(rule, graph);
    return [...graph.items.values()]
      .filter((item) => matches(item, rule.of))
      .flatMap(({ id }) => {
        const found = countReached(id, { rule, graph, neighbours });
        return isKept(rule, found) ? [] : [{ rule, item: id, found }];
      });
  });

/** Without either bound at least one is asked for. */
const isKept = ({ min, max }: TraceRule, found: number): boolean =>
  found >= (min ?? (max === undefined ? 1 : 0)) && found <= (max ?? Infinity);

type Neighbours = (id: ItemId) => readonly ItemId[];

function neighboursBy({ roles, direction }: TraceRule, graph: Graph): Neighbours {
  const isMeant = (role: string): boolean => roles?.includes(role) ?? true;
  const links = direction === "out" ? graph.outgoing : graph.incoming;
  return (id) =>
    (links.get(id) ?? []).flatMap(({ role, declaredRole = role, from, target }) =>
      target === undefined || !isMeant(declaredRole) ? [] : [direction === "out" ? target : from],
    );
}

interface Search {
  readonly rule: TraceRule;
  readonly graph: Graph;
  readonly neighbours: Neighbours;
}

/** How many items of the kind asked for lie within reach; a circle is gone round once. */
function countReached(start: ItemId, { rule, graph, neighbours }: Search): number {
  const steps = rule.depth === 0 ? Infinity : (rule.depth ?? 1);
  const isEnough = rule.max === undefined ? (rule.min ?? 1) : Infinity;
  const seen = new Set<ItemId>([start]);
  let found = 0;
  let edge: readonly ItemId[] = [start];
  for (let step = 0; step < steps && edge.length > 0 && found < isEnough; step++) {
    const next = edge.flatMap(neighbours).filter((id) => isNew(id, seen));
    found += next.filter((id) => isGoal(id, { rule, graph })).length;
    edge = next;
  }
  return found;
}

function isNew(id: ItemId, seen: Set<ItemId>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

function isGoal(id: ItemId, { rule, graph }: Pick<Search, "rule" | "graph">): boolean {
  const item = graph.items.get(id);
  return item !== undefined && matches(item, rule.to);
}
