import type { Item } from "#model/item.ts";
import { compareBoundValues, parseBounds } from "#model/schema/partition-bounds.ts";
import { rule } from "../rule.ts";

/** Rows between two partitions have no place to go, unless there is a default. */
export const partitionGap = rule("evaluate/schema-partition-gap", ({ tables }) => {
  const partitions = Map.groupBy(
    tables.filter(({ attributes }) => attributes.parent !== undefined),
    ({ attributes }) => attributes.parent ?? "",
  );
  return [...partitions.values()].flatMap(gapsBetween);
});

function gapsBetween(partitions: readonly Item<"table">[]) {
  const ranges = partitions.flatMap((item) => {
    const bounds = parseBounds(item.attributes.bounds ?? "");
    const [from, to] = bounds?.kind === "range" ? [bounds.from, bounds.to] : [[], []];
    return from.length === 1 && from[0] && to[0] ? [{ item, from: from[0], to: to[0] }] : [];
  });
  // A list, a default partition, or a key of several columns: nothing can be said.
  if (ranges.length !== partitions.length) return [];
  const sorted = ranges.toSorted((a, b) => compareBoundValues(a.from, b.from) ?? 0);
  return sorted.slice(1).flatMap(({ item, from }, at) => {
    const before = sorted[at];
    if (before === undefined || (compareBoundValues(before.to, from) ?? 0) >= 0) return [];
    const args = {
      table: item.attributes.parent ?? "",
      before: before.item.title,
      partition: item.title,
      from: before.to,
      to: from,
    };
    return [{ item, args }];
  });
}
