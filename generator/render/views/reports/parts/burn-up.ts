import { isThere } from "#model/programme/document-state.ts";
import type { Item } from "#model/item.ts";
import type { Figure } from "#model/pages/page.ts";
import { lineChartFigure } from "../../../diagram/line-chart.ts";
import type { PageContext } from "../../../view.ts";

/**
 * What is owed by each day, and how much of it is there: where the lines part, something is due that
 * nobody has made. In a list, which is empty when fewer than two days could be joined.
 */
export function burnUpOf(
  context: PageContext,
  deliverables: readonly Item<"deliverable">[],
): readonly Figure[] {
  const { words, format } = context;
  const days = [...new Set(deliverables.flatMap(({ attributes }) => attributes.due ?? []))].sort();
  if (days.length < 2) return [];
  const countBy = (counts: (each: Item<"deliverable">) => boolean): readonly number[] =>
    days.map(
      (day) =>
        deliverables.filter((each) => (each.attributes.due ?? "9") <= day && counts(each)).length,
    );
  return [
    lineChartFigure({
      title: words("plan.burn-up"),
      description: words("plan.burn-up-about"),
      points: days.map((day) => format.date(day)),
      lines: [
        { name: words("plan.burn-up-due"), values: countBy(() => true) },
        { name: words("plan.burn-up-there"), values: countBy((each) => isThere(context, each)) },
      ],
      shown: format.number,
    }),
  ];
}
