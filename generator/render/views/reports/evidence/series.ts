import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";

type Measurement = Item<"measurement">;

/** The measurements of one metric of one subject in one place, the oldest first. */
export interface Series {
  readonly metric: string;
  readonly first: Measurement;
  readonly last: Measurement;
  readonly count: number;
}

const keyOf = ({ attributes: { metric, subject, environment } }: Measurement): string =>
  JSON.stringify([metric, subject, environment]);

/** A run that nobody recorded has no time: it stands before all that have one. */
const timeOf = ({ attributes: { time } }: Measurement): number => {
  const parsed = Date.parse(time ?? "");
  return Number.isNaN(parsed) ? -Infinity : parsed;
};

/** What was measured, in the order of the metrics. */
export function seriesOf(graph: Graph): readonly Series[] {
  return [...Map.groupBy(itemsOf(graph, "measurement"), keyOf).values()]
    .flatMap((group) => {
      const inTime = group.toSorted((a, b) =>
        timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b),
      );
      const [first, last] = [inTime[0], inTime.at(-1)];
      if (first === undefined || last === undefined) return [];
      return [{ metric: first.attributes.metric, first, last, count: group.length }];
    })
    .toSorted((a, b) => (a.metric < b.metric ? -1 : a.metric > b.metric ? 1 : 0));
}
