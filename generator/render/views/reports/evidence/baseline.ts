import type { PageContext, View } from "../../../view.ts";
import { measurementRow } from "../parts/measurements.ts";
import { register } from "../parts/page.ts";
import { type Series, seriesOf } from "./series.ts";

/** Where everything stood when it was first looked at: recorded runs apart from what was said. */
export const baselineView: View = register({
  name: "baseline",
  path: "reports/baseline.md",
  shows: [],
  about: ["measurement"],
  data: (context) => {
    const all = seriesOf(context.graph);
    const isRun = ({ first }: Series): boolean => first.attributes.grade === "measured";
    return {
      runs: all.filter(isRun).map((each) => baselineRow(context, each)),
      said: all.filter((each) => !isRun(each)).map((each) => baselineRow(context, each)),
    };
  },
});

const baselineRow = (context: PageContext, { first, count }: Series) => ({
  ...measurementRow(context, first),
  count: context.format.number(count),
});
