import { documentState } from "#model/programme/document-state.ts";
import type { Item, ItemId } from "#model/item.ts";
import { criteriaOf } from "#model/parts.ts";
import type { LinkText, PageContext } from "../../../view.ts";
import { countIds, criterionRows, shownCounts } from "./criteria.ts";
import {
  linkTo,
  label,
  lateMark,
  named,
  namedAll,
  nothing,
  orNothing,
  pageLink,
  rowOf,
  shownDate,
  shownPeriod,
} from "./text.ts";

/** How the items of the plan look as rows of tables, the same on every page. */
export const stageRow = (context: PageContext, item: Item<"stage">) => ({
  ...rowOf(context, item),
  order: item.attributes.order,
  period: shownPeriod(context, item.attributes),
  status: label(context, "status", item.attributes.status),
  objective: orNothing(item.attributes.objective),
});

export const workItemRow = (context: PageContext, item: Item<"work-item">) => ({
  ...rowOf(context, item),
  owner: named(context, item, item.attributes.owner),
  support: namedAll(context, item, item.attributes.support),
  due: shownDate(context, item.attributes.due),
  status: label(context, "status", item.attributes.status),
  late: lateMark(context, item.id),
  criteria: countIds(context, idsOf(criteriaOf(context.graph, item.id))),
});

export const deliverableRow = (context: PageContext, item: Item<"deliverable">) => ({
  ...rowOf(context, item),
  order: item.attributes.order,
  document: item.attributes.document,
  stage: named(context, item, item.attributes.stage),
  owner: named(context, item, item.attributes.owner),
  due: shownDate(context, item.attributes.due),
  purpose: orNothing(item.attributes.purpose),
  page: pageLink(context, item.attributes.page),
  state: label(context, "state", documentState(context, item)),
  late: lateMark(context, item.id),
});

export const axisRow = (context: PageContext, axis: Item<"axis">) => ({
  ...rowOf(context, axis),
  order: axis.attributes.order,
  threshold: orNothing(axis.attributes.threshold),
  criteria: countIds(context, idsOf(criteriaOf(context.graph, axis.id))),
});

export const activityRow = (context: PageContext, item: Item<"activity">) => ({
  ...rowOf(context, item),
  when: shownPeriod(context, item.attributes),
  owners: namedAll(context, item, item.attributes.owners),
  steps: orNothing(item.attributes.steps.join("; ")),
  window: item.attributes.maintenanceWindow ? context.words("reports.maintenance-window") : "",
});

export const checkpointRow = (context: PageContext, item: Item<"checkpoint">) => ({
  ...rowOf(context, item),
  order: item.attributes.order,
  stage: named(context, item, item.attributes.stage),
  date: shownDate(context, item.attributes.date),
  action: orNothing(item.attributes.action),
  result: label(context, "checkpoint", item.attributes.result ?? "pending"),
  late: lateMark(context, item.id),
  counts: countIds(context, idsOf(criteriaOf(context.graph, item.id))),
  criteria: criterionRows(context, idsOf(criteriaOf(context.graph, item.id))),
});

export function gateRow(context: PageContext, item: Item<"gate">) {
  const result = context.evaluation.gates.get(item.id);
  const verdict = result?.verdict ?? "UNDETERMINED";
  return {
    ...rowOf(context, item),
    stage: named(context, item, item.attributes.stage),
    date: shownDate(context, item.attributes.date),
    verdict: label(context, "verdict", verdict),
    meaning: label(context, "meaning", verdict),
    counts: result ? shownCounts(context, result) : context.words("reports.not-measurable"),
  };
}

export const actionRow = (context: PageContext, item: Item<"action">) => ({
  ...rowOf(context, item),
  owner: named(context, item, item.attributes.owner),
  due: shownDate(context, item.attributes.due),
  status: label(context, "action", item.attributes.status),
  late: lateMark(context, item.id),
});

export const blockerRow = (context: PageContext, item: Item<"blocker">) => ({
  ...rowOf(context, item),
  level: item.attributes.level,
  owner:
    item.attributes.owner === undefined
      ? { text: nothing }
      : named(context, item, item.attributes.owner),
  raised: shownDate(context, item.attributes.raised),
  status: label(context, "blocker", item.attributes.status),
  blocks: (context.graph.outgoing.get(item.id) ?? []).flatMap(({ role, target }) =>
    role === "blocks" && target !== undefined ? [linkTo(context, target)] : [],
  ),
});

/** A cell is never empty. */
const orNobody = (names: readonly LinkText[]): readonly LinkText[] =>
  names.length > 0 ? names : [{ text: nothing }];

export const decisionRow = (context: PageContext, item: Item<"decision">) => ({
  ...rowOf(context, item),
  date: shownDate(context, item.attributes.date),
  status: label(context, "decision", item.attributes.status),
  by: orNobody(namedAll(context, item, item.attributes.by)),
});

export const notificationRow = (context: PageContext, item: Item<"notification">) => ({
  ...rowOf(context, item),
  date: shownDate(context, item.attributes.date),
  audience: namedAll(context, item, item.attributes.audience),
  channel: orNothing(item.attributes.channel),
});

export const checklistPart = (context: PageContext, item: Item<"checklist">) => ({
  ...checklistRow(context, item),
  entries: item.attributes.entries.map(({ text, done, owner }) => ({
    text,
    state: context.words(done ? "reports.ticked" : "reports.unticked"),
    owner: owner === undefined ? { text: nothing } : named(context, item, owner),
  })),
});

/** A checklist where others are listed too: how far it is, and the way to it. */
export const checklistRow = (context: PageContext, item: Item<"checklist">) => ({
  ...rowOf(context, item),
  use: label(context, "use", item.attributes.use),
  stage:
    item.attributes.stage === undefined
      ? { text: nothing }
      : named(context, item, item.attributes.stage),
  done: context.format.ratio(
    item.attributes.entries.filter(({ done }) => done).length,
    item.attributes.entries.length,
  ),
});

export const idsOf = (items: readonly { readonly id: ItemId }[]): readonly ItemId[] =>
  items.map(({ id }) => id);
