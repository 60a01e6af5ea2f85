import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { PageContext, View } from "../../../view.ts";
import { lateRows } from "../parts/late.ts";
import { pageForEach, safeName } from "../parts/page.ts";
import { relatedTo } from "../parts/related.ts";
import { actionRow, blockerRow } from "../parts/rows.ts";
import { label, namedAll, orNothing, shortPlace, shownDate } from "../parts/text.ts";
import { minutesPath } from "./minutes.ts";

/** What a meeting is for, when it is, what it goes through and what everybody brings. */
export const syncConvocationView: View = pageForEach({
  name: "sync-convocation",
  kind: "sync",
  path: ({ id }) => `reports/syncs/${safeName(itemName(id))}.md`,
  title: ({ title }, words) => words("reports.convocation-of", { title }),
  data: (item, context) => {
    const { attributes } = item;
    const { words } = context;
    return {
      when: shownDate(context, attributes.start),
      duration: durationOf(context, attributes.duration),
      status: label(context, "sync", attributes.status),
      purpose: orNothing(attributes.purpose),
      invited: namedAll(context, item, attributes.invited),
      agenda: agendaOf(context, item),
      preparation: attributes.preparation,
      text: context.prose(item.description, 3),
      place: shortPlace(context, item.location),
      minutes: context.linkPage(
        minutesPath(item),
        words("reports.minutes-of", { title: item.title }),
      ),
      related: relatedTo(context, item),
      ...(attributes.status === "scheduled" ? agendaFacts(context) : nothingOpen),
    };
  },
});

const durationOf = ({ words, format }: PageContext, minutes: number | undefined): string =>
  minutes === undefined ? "—" : words("reports.minutes", { n: format.number(minutes) });

const agendaOf = (context: PageContext, { attributes }: Item<"sync">) => {
  const starts = attributes.agenda.map((_, index) =>
    attributes.agenda.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0),
  );
  return attributes.agenda.map(({ topic, minutes }, index) => ({
    topic,
    minutes: durationOf(context, minutes),
    after: context.words("reports.minutes", { n: starts[index] ?? 0 }),
  }));
};

/** What was open before a meeting that is over is in its minutes, not in the data of today. */
const nothingOpen = { actions: [], blockers: [], late: [] };

/** What is open when the page is made: the meeting goes through it. */
const agendaFacts = (context: PageContext) => ({
  actions: itemsOf(context.graph, "action")
    .filter(({ attributes }) => attributes.status === "open")
    .map((action) => actionRow(context, action)),
  blockers: itemsOf(context.graph, "blocker")
    .filter(({ attributes }) => attributes.status === "open")
    .map((blocker) => blockerRow(context, blocker)),
  // Late actions are in the list of actions already.
  late: lateRows(context).filter(({ isAction }) => !isAction),
});
