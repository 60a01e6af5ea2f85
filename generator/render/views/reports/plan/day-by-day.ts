import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { activitiesOf, phasesOf, stageOf } from "#model/parts.ts";
import type { LinkText, PageContext, View } from "../../../view.ts";
import { ganttOf } from "../parts/gantt.ts";
import { pageForEach, safeName } from "../parts/page.ts";
import { checkpointRow, gateRow } from "../parts/rows.ts";
import { label, lateMark, linkTo, namedAll, shortPlace, shownPeriod } from "../parts/text.ts";
import { stageWithPhases, wholeStages } from "../parts/within.ts";

export const daysPath = ({ id }: Pick<Item<"stage">, "id">): string =>
  `reports/timelines/${safeName(itemName(id))}.md`;

/** A stage day by day: hours, what, who; what is due, who meets, and the maintenance windows. */
export const dayByDayView: View = pageForEach({
  name: "day-by-day",
  kind: "stage",
  isHome: false,
  isWanted: (graph, stage) =>
    wholeStages(graph).includes(stage) && scopeOf(graph, stage.id).activities.length > 0,
  path: daysPath,
  title: ({ title }, words) => words("plan.day-by-day-of", { title }),
  data: (item, context) => {
    const { scope, activities } = scopeOf(context.graph, item.id);
    const isInside = (each: Item): boolean =>
      scope.has(stageOf(context.graph, each)?.id ?? ("" as ItemId));
    return {
      plan: linkTo(context, item.id),
      period: shownPeriod(context, item.attributes),
      weeks: phasesOf(context.graph, item.id).map((phase) => ({
        week: linkTo(context, phase.id),
        period: shownPeriod(context, phase.attributes),
        outcome: phase.attributes.outcome ?? phase.attributes.objective ?? "",
        status: label(context, "status", phase.attributes.status),
      })),
      gantt: ganttOf(context, isInside),
      windows: activities
        .filter(({ attributes }) => attributes.maintenanceWindow)
        .map((window) => windowPart(context, window)),
      days: daysOf(context, isInside),
      place: shortPlace(context, item.location),
    };
  },
});

function scopeOf(graph: Graph, id: ItemId) {
  const scope = stageWithPhases(graph, id);
  return { scope, activities: [...scope].flatMap((each) => activitiesOf(graph, each)) };
}

/** `13h00–13h05: what` as people write it, hours apart from words. */
function stepRow(step: string): { readonly hours: string; readonly text: string } {
  const found =
    /^(\d{1,2})[h:](\d{2})\s*[–-]\s*(\d{1,2})[h:](\d{2})(?:\s*\([^)]*\))?\s*:\s*(.+)$/s.exec(step);
  if (found === null) return { hours: "", text: step };
  const [, h1 = "", m1 = "", h2 = "", m2 = "", text = ""] = found;
  return { hours: `${h1.padStart(2, "0")}:${m1}–${h2.padStart(2, "0")}:${m2}`, text };
}

const minute = 60_000;

function windowPart(context: PageContext, window: Item<"activity">) {
  const { start, end = start, steps } = window.attributes;
  const minutes = (Date.parse(end) - Date.parse(start)) / minute;
  return {
    window: linkTo(context, window.id),
    when: shownPeriod(context, window.attributes),
    minutes: Number.isNaN(minutes) ? "" : context.words("reports.minutes", { n: minutes }),
    steps: steps.map(stepRow),
    place: shortPlace(context, window.location),
  };
}

/** One thing that happens or is due on a day. */
interface Event {
  readonly day: string;
  readonly time: string;
  readonly item: Item;
}

const eventKinds = [
  "activity",
  "checkpoint",
  "gate",
  "sync",
  "notification",
  "deliverable",
  "work-item",
  "action",
] as const;

function daysOf(context: PageContext, isInside: (item: Item) => boolean) {
  const events = eventKinds
    .flatMap((kind): readonly Item[] => itemsOf(context.graph, kind))
    .filter((item) => isInside(stagedItem(context, item)))
    .flatMap(eventOf)
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const days = [...Map.groupBy(events, ({ day }) => day)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([day, inDay]) => ({
    day: context.format.moment(day),
    blocks: inDay
      .filter(({ item }) => item.kind === "activity")
      .map(({ item }) => activityBlock(context, item as Item<"activity">)),
    others: inDay
      .filter(({ item }) => item.kind !== "activity")
      .map(({ item, time }) => otherLine(context, item, time)),
  }));
}

/** Actions and meetings say their stage by a link alone. */
function stagedItem({ graph }: PageContext, item: Item): Item {
  if (stageOf(graph, item) !== undefined) return item;
  const part = (graph.outgoing.get(item.id) ?? []).find(({ role }) => role === "part-of");
  return (part?.target && graph.items.get(part.target)) ?? item;
}

function eventOf(item: Item): readonly Event[] {
  const { start, date, due } = item.attributes as Readonly<Record<string, unknown>>;
  const moment = [start, date, due].find((each) => typeof each === "string" && each !== "");
  if (typeof moment !== "string") return [];
  return [{ day: moment.slice(0, 10), time: moment, item }];
}

const activityBlock = (context: PageContext, item: Item<"activity">) => ({
  title: linkTo(context, item.id),
  when: shownPeriod(context, item.attributes),
  owners: namedAll(context, item, item.attributes.owners),
  window: item.attributes.maintenanceWindow ? context.words("reports.maintenance-window") : "",
  steps: item.attributes.steps.map(stepRow),
  place: shortPlace(context, item.location),
});

function otherLine(context: PageContext, item: Item, time: string) {
  const outcome =
    item.kind === "checkpoint"
      ? checkpointRow(context, item).result
      : item.kind === "gate"
        ? gateRow(context, item).verdict
        : "";
  return {
    hour: time.slice(11, 16),
    kind: context.words(`plan.event-${item.kind}`),
    link: linkTo(context, item.id) satisfies LinkText,
    outcome: `${outcome} ${lateMark(context, item.id)}`.trim(),
  };
}
