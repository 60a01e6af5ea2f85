import { itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { inOrder, namedItem } from "#model/parts.ts";
import type { Figure } from "#model/pages/page.ts";
import { type ChartTarget, targetChartFigure } from "../../../diagram/target-chart.ts";
import type { PageContext, View } from "../../../view.ts";
import { criterionRow, quantity } from "../parts/criteria.ts";
import { register } from "../parts/page.ts";
import { linkTo, nothing } from "../parts/text.ts";
import { type Series, seriesOf } from "./series.ts";

/** Target, where it began, what was reached, by how much it differs, and what that is worth. */
export const comparisonView: View = register({
  name: "comparison",
  path: "reports/comparison.md",
  shows: [],
  about: ["measurement"],
  data: (context) => {
    const { graph } = context;
    const series = Map.groupBy(seriesOf(graph), ({ metric }) => metric);
    const targets = itemsOf(graph, "criterion")
      .filter(({ attributes }) => attributes.threshold !== undefined)
      .toSorted(inOrder);
    const observed = targets.filter(({ id }) => context.evaluation.criteria.get(id)?.observed);
    const groups = Map.groupBy(observed, (item) => namedItem(graph, item, item.attributes.of));
    const shown = [...groups].map(([owner, criteria]) => ({
      of: owner ? linkTo(context, owner.id) : { text: nothing },
      charts: targetCharts(context, criteria),
      rows: criteria.map((item) => comparisonRow(context, item, series)),
    }));
    return {
      groups: shown,
      charts: shown.flatMap(({ charts }) => charts),
      compared: context.format.ratio(observed.length, targets.length),
      open: targets
        .filter((each) => !observed.includes(each))
        .map((each) => criterionRow(context, each)),
    };
  },
});

const lookOf = { met: "good", "not met": "bad", undetermined: "open" } as const;

/** One chart, when there is something to set beside a target: of a target of 0 there is no share. */
function targetCharts(
  context: PageContext,
  criteria: readonly Item<"criterion">[],
): readonly Figure[] {
  const targets = criteria.flatMap((item): readonly ChartTarget[] => {
    const { observed, result = "undetermined" } = context.evaluation.criteria.get(item.id) ?? {};
    const { threshold = 0, unit = "" } = item.attributes;
    if (observed?.unit !== unit || threshold === 0) return [];
    const { required, link } = criterionRow(context, item);
    return [
      {
        name: item.title,
        ...(link.href !== undefined && { href: link.href }),
        share: observed.value / threshold,
        text: `${quantity(context, observed.value, unit)} (${required})`,
        look: lookOf[result],
      },
    ];
  });
  if (targets.length === 0) return [];
  return [
    targetChartFigure({
      title: context.words("plan.target-chart"),
      description: context.words("plan.target-chart-about"),
      targets,
    }),
  ];
}

function comparisonRow(
  context: PageContext,
  item: Item<"criterion">,
  series: ReadonlyMap<string, readonly Series[]>,
) {
  const { observed, evidence } = context.evaluation.criteria.get(item.id) ?? {};
  const { threshold = NaN, unit = "" } = item.attributes;
  const isComparable = observed?.unit === unit;
  return {
    ...criterionRow(context, item),
    baseline: baselineOf(context, series.get(item.attributes.metric ?? ""), evidence),
    delta: isComparable ? deltaOf(context, observed.value - threshold, unit) : nothing,
  };
}

/** Where the series began that ends in the evidence; nothing when it is one measurement. */
function baselineOf(
  context: PageContext,
  series: readonly Series[] | undefined,
  evidence: ItemId | undefined,
): string {
  const begun = series?.find(({ last }) => last.id === evidence)?.first;
  if (begun === undefined || begun.id === evidence) return nothing;
  return quantity(context, begun.attributes.value, begun.attributes.unit);
}

/** With its sign, and without the noise of binary fractions. */
function deltaOf(context: PageContext, difference: number, unit: string): string {
  if (!Number.isFinite(difference)) return nothing;
  const rounded = Number(difference.toPrecision(12));
  const shown = quantity(context, rounded, unit === "%" ? context.words("plan.points") : unit);
  return rounded > 0 ? `+${shown}` : shown;
}
