import { type Item, type ItemId, itemName } from "#model/item.ts";
import { addDuration } from "#model/duration.ts";
import { namedItem, stageOf } from "#model/parts.ts";
import type { PageContext, View } from "../../../view.ts";
import { openOf, owedOf } from "../kickoffs/head.ts";
import { pageForEach, safeName } from "../parts/page.ts";
import { relatedTo } from "../parts/related.ts";
import { actionRow, gateRow, stageRow } from "../parts/rows.ts";
import {
  label,
  lateMark,
  linkTo,
  named,
  namedAll,
  nothing,
  orNothing,
  shortPlace,
  shownDate,
} from "../parts/text.ts";
import { gatesOf } from "#model/parts.ts";

/** A message to one role, or to all: what was done, what is asked and until when, and what blocks. */
export const notificationView: View = pageForEach({
  name: "notification",
  kind: "notification",
  path: ({ id }) => `reports/notifications/${safeName(itemName(id))}.md`,
  title: ({ title }) => title,
  data: (item, context) => {
    const stage = stageOf(context.graph, item);
    const members = membersOf(context, item);
    const { attributes } = item;
    return {
      ...headOf(context, item),
      done: attributes.done,
      asks: attributes.asks,
      stage: stage ? stageRow(context, stage) : null,
      ...(stage && members.length === 0 ? standOf(context, stage) : noStand),
      owed: members.flatMap((member) => owedBy(context, member, stage?.id)),
      actions: actionsOf(context, members, stage?.id),
      blockers: stage ? openOf(context, stage.id).blockers : [],
      text: context.prose(item.description, 3),
      related: relatedTo(context, item),
    };
  },
});

const noStand = { stands: false, gates: [], there: "" };

/** To everybody: how the whole stage stands, as far as there is something to tell. */
function standOf(context: PageContext, { id }: Item<"stage">) {
  const gates = gatesOf(context.graph, id).map((gate) => gateRow(context, gate));
  const owed = owedOf(context, id);
  const there = owed.deliverables.length > 0 ? owed.there : "";
  return { stands: gates.length > 0 || there !== "", gates, there };
}

function headOf(context: PageContext, item: Item<"notification">) {
  const { date, audience, owner, channel, respondWithin } = item.attributes;
  const deadline = respondWithin === undefined ? undefined : addDuration(date, respondWithin);
  return {
    date: shownDate(context, date),
    audience: namedAll(context, item, audience),
    owner: owner === undefined ? { text: nothing } : named(context, item, owner),
    channel: orNothing(channel),
    respondWithin: respondWithin ?? "",
    deadline: deadline === undefined ? "" : shownDate(context, deadline),
    place: shortPlace(context, item.location),
  };
}

function membersOf({ graph }: PageContext, item: Item<"notification">): readonly Item<"member">[] {
  return item.attributes.audience.flatMap((name) => {
    const member = namedItem(graph, item, name) ?? graph.items.get(`member:${name}`);
    return member?.kind === "member" ? [member] : [];
  });
}

/** What a member owes to the stage of the message. */
function owedBy(context: PageContext, member: Item<"member">, stage: ItemId | undefined) {
  const { graph } = context;
  const links = (graph.incoming.get(member.id) ?? []).filter(({ role }) => role === "owned-by");
  return [...new Set(links.map(({ from }) => from))].flatMap((id) => {
    const item = graph.items.get(id);
    if (item?.kind !== "deliverable" && item?.kind !== "work-item") return [];
    if (stageOf(graph, item)?.id !== stage) return [];
    const { due } = item.attributes;
    const kind = label(context, "kind", item.kind);
    const mark = lateMark(context, id);
    return [{ link: linkTo(context, id), kind, due: shownDate(context, due), late: mark }];
  });
}

function actionsOf(
  context: PageContext,
  members: readonly Item<"member">[],
  stage: ItemId | undefined,
) {
  const { graph } = context;
  return members
    .flatMap(({ id }) => (graph.incoming.get(id) ?? []).map(({ from }) => graph.items.get(from)))
    .filter((item): item is Item<"action"> => item?.kind === "action")
    .filter(({ id, attributes }) => attributes.status === "open" && isPartOf(context, id, stage))
    .map((action) => actionRow(context, action));
}

const isPartOf = ({ graph }: PageContext, id: ItemId, stage: ItemId | undefined): boolean =>
  (graph.outgoing.get(id) ?? []).some(({ role, target }) => role === "part-of" && target === stage);
