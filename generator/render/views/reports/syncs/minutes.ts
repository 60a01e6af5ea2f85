import { type Item, type ItemKind, itemName } from "#model/item.ts";
import type { PageContext, View } from "../../../view.ts";
import { timeLeft } from "../parts/time-left.ts";
import { chainOf, changesSince, stageOfSync } from "./record.ts";
import { pageForEach, safeName } from "../parts/page.ts";
import { actionRow, blockerRow, decisionRow } from "../parts/rows.ts";
import {
  linkTo,
  label,
  namedAll,
  notesOf,
  orNothing,
  shortPlace,
  shownDate,
} from "../parts/text.ts";

export const minutesPath = ({ id }: Pick<Item<"sync">, "id">): string =>
  `reports/syncs/${safeName(itemName(id))}-minutes.md`;

/** What a meeting decided; before it is held, only what will be recorded here. */
export const syncMinutesView: View = pageForEach({
  name: "sync-minutes",
  kind: "sync",
  isHome: false,
  path: minutesPath,
  title: ({ title }, words) => words("reports.minutes-of", { title }),
  data: (item, context) => {
    const { attributes } = item;
    const held = attributes.status === "held";
    const decisions = raisedIn(context, item, "decision");
    const actions = raisedIn(context, item, "action");
    const blockers = raisedIn(context, item, "blocker");
    return {
      held,
      status: label(context, "sync", attributes.status),
      when: shownDate(context, attributes.start),
      convocation: linkTo(context, item.id),
      purpose: orNothing(attributes.purpose),
      present: namedAll(context, item, attributes.present),
      absent: namedAll(context, item, attributes.absent),
      discussion: attributes.discussion,
      decisions: decisions.map((each) => decisionRow(context, each)),
      actions: actions.map((each) => actionRow(context, each)),
      blockers: blockers.map((each) => ({
        ...blockerRow(context, each),
        left: timeLeft(context, each, stageOfSync(context, item)),
      })),
      topics: attributes.agenda.map(({ topic }) => topic),
      notes: notesOf(context, [...decisions, ...actions, ...blockers]),
      place: shortPlace(context, item.location),
      ...chainOf(context, item),
      ...changesSince(context, item),
    };
  },
});

/** The items of a kind that say they were raised in this meeting, each once. */
function raisedIn<Kind extends ItemKind>(
  { graph }: PageContext,
  { id }: Item<"sync">,
  kind: Kind,
): readonly Item<Kind>[] {
  const links = (graph.incoming.get(id) ?? []).filter(({ role }) => role === "raised-in");
  const items = [...new Set(links.map(({ from }) => from))].map((from) => graph.items.get(from));
  return items.filter((item) => item?.kind === kind) as readonly Item[] as readonly Item<Kind>[];
}
