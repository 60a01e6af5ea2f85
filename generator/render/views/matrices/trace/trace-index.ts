import type { Item, ItemId } from "#model/item.ts";
import type { TraceRatio } from "#model/trace/result.ts";
import type { Direction } from "#model/trace/reach.ts";
import type { PageContext, View } from "../../../view.ts";
import { coverageState } from "../../reports/parts/coverage.ts";
import { nothing, shortPlace, shownTitle } from "../../reports/parts/text.ts";
import { linkToTrace, tracePagesOf } from "./places.ts";

/** The way to the traces of all items. */
export const traceIndex: View = {
  template: "trace-index",
  target: "matrices",
  plan: (graph) => {
    const items = tracePagesOf(graph).flatMap((page) => page.items);
    if (items.length === 0) return [];
    return [
      {
        path: "matrices/trace.md",
        title: (words) => words("matrices.title-traces"),
        origins: items.map(({ location }) => location),
        data: (context) => ({
          ratios: context.evaluation.trace.ratios
            .filter(({ depth }) => depth === "deep")
            .map((ratio) => ratioRow(context, ratio)),
          rows: items.map((item) => indexRow(context, item)),
        }),
      },
    ];
  },
};

/** What is waived stands beside what is covered, never in it. */
const ratioRow = ({ format }: PageContext, ratio: TraceRatio) => ({
  type: ratio.type,
  covered: format.ratio(ratio.numerator, ratio.denominator),
  waived: format.number(ratio.waived),
  share:
    ratio.ratioStrict === null
      ? nothing
      : `${format.number(Math.floor(ratio.ratioStrict * 1000) / 10)} %`,
});

const indexRow = (context: PageContext, item: Item) => ({
  item: linkToTrace(context, item.id, shownTitle(item)),
  state: coverageState(context, item.id) || nothing,
  incoming: context.format.number(strongLinks(context, item.id, "in")),
  out: context.format.number(strongLinks(context, item.id, "out")),
  place: shortPlace(context, item.location),
});

function strongLinks({ graph }: PageContext, id: ItemId, direction: Direction): number {
  const links = (direction === "in" ? graph.incoming : graph.outgoing).get(id) ?? [];
  return links.filter(
    (link) =>
      link.target !== undefined &&
      graph.policy.roles.get(link.declaredRole ?? link.role)?.strength === "strong",
  ).length;
}
