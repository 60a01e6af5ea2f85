import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { PageContext, PagePlan } from "../../view.ts";
import { memberAnchor } from "./layout.ts";
import { madeAt } from "./history.ts";
import { leadingTo } from "./relations.ts";

type Shown = NonNullable<PagePlan["shows"]>[number];

export const shownMember = (item: Item): Shown => ({ item: item.id, anchor: memberAnchor(item) });

/** What is attached to a table or a materialized view. */
export interface Attached {
  readonly indexes: readonly Item<"index">[];
  readonly triggers: readonly Item<"trigger">[];
  readonly policies: readonly Item<"policy">[];
}

export const attachedTo = (graph: Graph, id: ItemId): Attached => ({
  indexes: leadingTo(graph, id, { role: "applies-to", kind: "index" }),
  triggers: leadingTo(graph, id, { role: "applies-to", kind: "trigger" }),
  policies: leadingTo(graph, id, { role: "applies-to", kind: "policy" }),
});

export function indexRow(index: Item<"index">, context: PageContext): object {
  const { method, unique, keys, include, predicate, options = [] } = index.attributes;
  return {
    anchor: memberAnchor(index),
    name: index.title,
    method,
    unique,
    keys: keys.join(", "),
    include: include.join(", "),
    options: options.join(", "),
    predicate: predicate ?? "",
    description: context.proseLine(index.description),
    place: madeAt(index, context),
  };
}

export function triggerRow(trigger: Item<"trigger">, context: PageContext): object {
  const { timing, events, level, condition, function: written } = trigger.attributes;
  const { graph, link, words } = context;
  const call = graph.outgoing.get(trigger.id)?.find(({ role }) => role === "calls");
  return {
    anchor: memberAnchor(trigger),
    name: trigger.title,
    when: `${timing} ${events.join(" or ")}`.toUpperCase(),
    level: words(`schema.level-${level}`),
    condition: condition ?? "",
    calls: call?.target ? link(call.target) : { text: `${written}()` },
    description: context.proseLine(trigger.description),
    place: madeAt(trigger, context),
  };
}

export function policyRow(policy: Item<"policy">, context: PageContext): object {
  const { command, permissive, roles, using, check } = policy.attributes;
  return {
    anchor: memberAnchor(policy),
    name: policy.title,
    command: command.toUpperCase(),
    restrictive: !permissive,
    roles: roles.join(", "),
    using: using ?? "",
    check: check ?? "",
    description: context.proseLine(policy.description),
    place: madeAt(policy, context),
  };
}
