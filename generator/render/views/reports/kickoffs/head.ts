import { isThere } from "#model/programme/document-state.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import {
  checklistsOf,
  conflictsOf,
  criteriaOf,
  deliverablesOf,
  gatesOf,
  notificationsOf,
} from "#model/parts.ts";
import type { PageContext } from "../../../view.ts";
import { criterionRows } from "../parts/criteria.ts";
import { safeName } from "../parts/page.ts";
import {
  actionRow,
  blockerRow,
  checklistRow,
  deliverableRow,
  gateRow,
  idsOf,
  notificationRow,
  stageRow,
} from "../parts/rows.ts";
import {
  linkTo,
  label,
  namedAll,
  orNothing,
  rowOf,
  shortPlace,
  shownDate,
  shownPeriod,
} from "../parts/text.ts";
import { stageWithPhases, within } from "../parts/within.ts";

export const kickoffPath = ({ id }: Pick<Item<"stage">, "id">): string =>
  `reports/kickoffs/${safeName(itemName(id))}.md`;

/** What every kickoff begins with: what is to be reached, until when, and who decides. */
export const headOf = (context: PageContext, item: Item<"stage">) => ({
  status: stageRow(context, item).status,
  period: shownPeriod(context, item.attributes),
  objective: orNothing(item.attributes.objective),
  outcome: orNothing(item.attributes.outcome),
  plan: linkTo(context, item.id),
  place: shortPlace(context, item.location),
  gates: gatesOf(context.graph, item.id).map((gate) => ({
    ...gateRow(context, gate),
    deciders: namedAll(context, gate, gate.attributes.deciders),
    onGo: orNothing(gate.attributes.onGo),
    onNoGo: orNothing(gate.attributes.onNoGo),
  })),
  conflicts: context.format.number(conflictsOf(context.graph, item.id).length),
  conflict: conflictsOf(context.graph, item.id)
    .slice(0, 1)
    .map(({ id }) => context.link(id, context.words("plan.contradictions"))),
});

/** What shows that the stage reached its end. */
export const proofOf = (context: PageContext, { id, attributes }: Item<"stage">) => ({
  criteria: criterionRows(context, idsOf(criteriaOf(context.graph, id))),
  metrics: attributes.metrics.map(({ name, target, current }) => ({
    name,
    target,
    current: orNothing(current),
  })),
});

/** How people work together until then. */
export function meetingsOf(context: PageContext, { id, attributes }: Item<"stage">) {
  const { graph } = context;
  const scope = [...stageWithPhases(graph, id)];
  return {
    syncs: scope
      .flatMap((each) => within(graph, each, "sync"))
      .map((sync) => syncRow(context, sync)),
    escalation: attributes.escalation,
    notifications: notificationsOf(graph, id).map((each) => notificationRow(context, each)),
    checklists: scope
      .flatMap((each) => checklistsOf(graph, each))
      .map((each) => checklistRow(context, each)),
  };
}

const syncRow = (context: PageContext, sync: Item<"sync">) => ({
  ...rowOf(context, sync),
  when: shownDate(context, sync.attributes.start),
  purpose: orNothing(sync.attributes.purpose),
  status: label(context, "sync", sync.attributes.status),
});

/** What is owed, and how much of it is there: counted, not claimed. */
export function owedOf(context: PageContext, id: ItemId) {
  const all = deliverablesOf(context.graph, id);
  return {
    deliverables: all.map((each) => deliverableRow(context, each)),
    there: context.format.ratio(all.filter((each) => isThere(context, each)).length, all.length),
  };
}

/** What is open today. */
export function openOf(context: PageContext, id: ItemId) {
  const { graph } = context;
  const scope = [...stageWithPhases(graph, id)];
  const isOpen = ({ attributes }: Item<"action"> | Item<"blocker">): boolean =>
    attributes.status === "open";
  return {
    actions: scope
      .flatMap((each) => within(graph, each, "action"))
      .filter(isOpen)
      .map((each) => actionRow(context, each)),
    blockers: scope
      .flatMap((each) => within(graph, each, "blocker"))
      .filter(isOpen)
      .map((each) => blockerRow(context, each)),
  };
}
