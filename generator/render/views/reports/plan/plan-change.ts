import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { inOrder, namedItem } from "#model/parts.ts";
import type { PageContext, View } from "../../../view.ts";
import { register } from "../parts/page.ts";
import { comparedStages, versionOf } from "./plan-versions.ts";
import { linkTo, nothing, orNothing, rowOf, shownDate, shownPeriod } from "../parts/text.ts";

/** What moved when the plan was changed, from where to where, by how much and why. */
export const planChangeView: View = register({
  name: "plan-change",
  path: "reports/plan-change.md",
  shows: [],
  alsoAbout: (graph) => [...movedStages(graph), ...comparedStages(graph)],
  data: (context) => {
    const moved = movedStages(context.graph);
    const plans = Map.groupBy(moved, (stage) => planOf(context, stage));
    return {
      versions: comparedStages(context.graph).map((stage) => versionOf(context, stage)),
      plans: [...plans].map(([plan, stages]) => ({
        plan: plan ? linkTo(context, plan.id) : { text: context.words("reports.stages") },
        before: stages
          .toSorted((a, b) => (a.attributes.before?.order ?? 0) - (b.attributes.before?.order ?? 0))
          .map((stage) => beforeLine(context, stage)),
        now: stages.map((stage) => nowLine(context, stage)),
        moved: stages.map((stage) => movedRow(context, stage)),
      })),
      decisions: decisionsOn(context.graph, moved).map((item) => ({
        ...rowOf(context, item),
        date: shownDate(context, item.attributes.date),
        text: context.prose(item.description, 3),
      })),
    };
  },
});

function movedStages(graph: Graph): readonly Item<"stage">[] {
  return itemsOf(graph, "stage")
    .filter(({ attributes }) => attributes.before !== undefined)
    .toSorted(inOrder);
}

const planOf = ({ graph }: PageContext, stage: Item<"stage">): Item | undefined =>
  namedItem(graph, stage, stage.attributes.parent ?? stage.attributes.programme);

const beforeLine = (context: PageContext, stage: Item<"stage">) => ({
  order: stage.attributes.before?.order ?? nothing,
  stage: linkTo(context, stage.id),
  period: shownPeriod(context, stage.attributes.before ?? {}),
});

const nowLine = (context: PageContext, stage: Item<"stage">) => ({
  order: stage.attributes.order,
  stage: linkTo(context, stage.id),
  period: shownPeriod(context, stage.attributes),
});

function movedRow(context: PageContext, stage: Item<"stage">) {
  const { before, order } = stage.attributes;
  const places = (before?.order ?? order) - order;
  return {
    ...rowOf(context, stage),
    place: rowOf(context, stage).place,
    places: movedBy(context, places),
    days: shiftOf(context, before?.start, stage.attributes.start),
    length: lengthsOf(context, stage),
    reason: orNothing(before?.reason),
  };
}

const movedBy = ({ words }: PageContext, places: number): string => {
  if (places === 0) return words("plan.same-place");
  return words(places > 0 ? "plan.places-earlier" : "plan.places-later", { n: Math.abs(places) });
};

const day = 86_400_000;
const daysBetween = (from = "", to = ""): number =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / day;

/** Counted from the two dates; not said when one of them is not known. */
function shiftOf({ words }: PageContext, from?: string, to?: string): string {
  const days = daysBetween(from, to);
  if (Number.isNaN(days)) return nothing;
  if (days === 0) return words("plan.same-day");
  return words(days > 0 ? "plan.days-later" : "plan.days-earlier", { n: Math.abs(days) });
}

function lengthsOf({ words }: PageContext, { attributes }: Item<"stage">): string {
  const [was, is] = [attributes.before, attributes].map((each) =>
    Number.isNaN(daysBetween(each?.start, each?.end))
      ? nothing
      : words("plan.days", { n: daysBetween(each?.start, each?.end) + 1 }),
  );
  return `${was ?? nothing} → ${is ?? nothing}`;
}

/** Decisions that speak of a stage that moved. */
function decisionsOn(graph: Graph, moved: readonly Item[]): readonly Item<"decision">[] {
  const ids = new Set(moved.map(({ id }) => id));
  return itemsOf(graph, "decision").filter(({ id }) =>
    (graph.outgoing.get(id) ?? []).some(({ target }) => target !== undefined && ids.has(target)),
  );
}
