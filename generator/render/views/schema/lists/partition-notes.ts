import type { Item } from "#model/item.ts";
import { compareBoundValues, parseBounds } from "#model/schema/partition-bounds.ts";
import type { PageContext } from "../../../view.ts";

interface Range {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What the bounds of a table's own partitions leave out or hold twice, in words. Silent where
 * nothing can be said: lists, keys of several columns, bounds that only their type can order.
 */
export function partitionNotes(
  partitions: readonly Item<"table">[],
  { words }: PageContext,
): readonly string[] {
  const fallback = partitions.find(({ attributes }) => attributes.bounds === "DEFAULT");
  const bounded = partitions.filter((each) => each !== fallback);
  const ranges = bounded.flatMap(rangeOf);
  const sorted = ranges.toSorted((a, b) => compareBoundValues(a.from, b.from) ?? 0);
  const [first] = sorted;
  const steps = sorted.slice(1).map((range, at) => stepTo(range, sorted[at] ?? range));
  if (first === undefined || ranges.length !== bounded.length) return [];
  if (steps.some(({ order }) => order === undefined)) return [];
  const gaps = steps.filter(({ order = 0 }) => order < 0);
  const overlaps = steps.filter(({ order = 0 }) => order > 0);
  const notes = [
    ...gaps.map(({ before, range }) =>
      fallback === undefined
        ? words("schema.partition-gap", { from: before.to, to: range.from })
        : words("schema.partition-gap-default", {
            from: before.to,
            to: range.from,
            partition: fallback.title,
          }),
    ),
    ...overlaps.map(({ before, range }) =>
      words("schema.partition-overlap", { one: before.name, other: range.name }),
    ),
  ];
  const last = sorted.at(-1)?.to ?? first.to;
  return notes.length > 0
    ? notes
    : [words("schema.partition-whole", { from: first.from, to: last })];
}

function rangeOf({ title, attributes }: Item<"table">): readonly Range[] {
  const bounds = parseBounds(attributes.bounds ?? "");
  if (bounds?.kind !== "range" || bounds.from.length !== 1) return [];
  const [[from], [to]] = [bounds.from, bounds.to];
  return from === undefined || to === undefined ? [] : [{ name: title, from, to }];
}

/** How the end of one range lies to the beginning of the next: before it is a gap. */
const stepTo = (range: Range, before: Range) => ({
  before,
  range,
  order: compareBoundValues(before.to, range.from),
});
