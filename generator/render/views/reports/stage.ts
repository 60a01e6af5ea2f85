import { type Item, type ItemId, itemName } from "#model/item.ts";
import {
  activitiesOf,
  axesOf,
  checklistsOf,
  checkpointsOf,
  conflictsOf,
  criteriaOf,
  deliverablesOf,
  gatesOf,
  notificationsOf,
  phasesOf,
  workItemsOf,
} from "#model/parts.ts";
import type { LinkText, PageContext, View } from "../../view.ts";
import { burnUpOf } from "./parts/burn-up.ts";
import { criterionRows } from "./parts/criteria.ts";
import { pageForEach, safeName } from "./parts/page.ts";
import { peopleOf } from "./parts/people.ts";
import { daysPath } from "./plan/day-by-day.ts";
import { kickoffPath } from "./kickoffs/head.ts";
import { relatedTo } from "./parts/related.ts";
import {
  activityRow,
  axisRow,
  checklistRow,
  checkpointRow,
  deliverableRow,
  gateRow,
  idsOf,
  notificationRow,
  stageRow,
  workItemRow,
} from "./parts/rows.ts";
import {
  linkTo,
  named,
  nothing,
  notesOf,
  orNothing,
  pageLink,
  shortPlace,
  shownPeriod,
} from "./parts/text.ts";

/** One stage: what it is for, who does what until when, what it owes and what shows that it is done. */
export const stageView: View = pageForEach({
  name: "stage",
  kind: "stage",
  path: ({ id }) => `reports/stages/${safeName(itemName(id))}.md`,
  title: ({ title }) => title,
  data: (item, context) => ({
    ...headOf(context, item),
    ...planOf(context, item.id),
    ...proofOf(context, item),
    related: relatedTo(context, item),
    kickoff: existing(pageLink(context, kickoffPath(item))),
    days: existing(pageLink(context, daysPath(item))),
    notes: notesOf(context, axesOf(context.graph, item.id)),
  }),
});

function headOf(context: PageContext, item: Item<"stage">) {
  const { programme, parent, objective, outcome, before, order } = item.attributes;
  const owner = parent ?? programme;
  return {
    partOf: owner === undefined ? { text: nothing } : named(context, item, owner),
    order,
    period: shownPeriod(context, item.attributes),
    status: stageRow(context, item).status,
    objective: objective ?? "",
    outcome: outcome ?? "",
    text: context.prose(item.description, 3),
    place: shortPlace(context, item.location),
    before: before
      ? {
          order: before.order,
          period: shownPeriod(context, before),
          reason: orNothing(before.reason),
        }
      : null,
  };
}

const planOf = (context: PageContext, id: ItemId) => ({
  phases: phasesOf(context.graph, id).map((phase) => stageRow(context, phase)),
  axes: axesOf(context.graph, id).map((axis) => axisRow(context, axis)),
  workItems: workItemsOf(context.graph, id).map((work) => workItemRow(context, work)),
  activities: activitiesOf(context.graph, id).map((step) => activityRow(context, step)),
  people: peopleOf(context, id),
  notifications: notificationsOf(context.graph, id).map((each) => notificationRow(context, each)),
  checklists: checklistsOf(context.graph, id).map((each) => checklistRow(context, each)),
});

const proofOf = (context: PageContext, { id, attributes }: Item<"stage">) => ({
  burnUp: burnUpOf(context, deliverablesOf(context.graph, id)),
  deliverables: deliverablesOf(context.graph, id).map((each) => deliverableRow(context, each)),
  checkpoints: checkpointsOf(context.graph, id).map((each) => checkpointRow(context, each)),
  criteria: criterionRows(context, idsOf(criteriaOf(context.graph, id))),
  gates: gatesOf(context.graph, id).map((gate) => gateRow(context, gate)),
  metrics: attributes.metrics.map(({ name, target, current }) => ({
    name,
    target,
    current: orNothing(current),
  })),
  escalation: attributes.escalation,
  conflicts: conflictsOf(context.graph, id).map((each) => linkTo(context, each.id)),
});

const existing = (link: LinkText): LinkText | null => (link.href === undefined ? null : link);
