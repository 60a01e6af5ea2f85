import type { Item } from "#model/item.ts";
import { rule } from "../rule.ts";

/** Without one it can only be refreshed while nobody reads it. */
export const materializedViewWithoutUniqueIndex = rule(
  "evaluate/schema-materialized-view-without-unique-index",
  ({ materializedViews, indexesOf }) =>
    materializedViews
      .filter(({ title }) => !indexesOf(title).some(allowsConcurrentRefresh))
      .map((item) => ({ item, args: { view: item.title } })),
);

/** Of columns alone, and of every row. */
const allowsConcurrentRefresh = ({ attributes }: Item<"index">): boolean =>
  attributes.unique &&
  attributes.predicate === undefined &&
  attributes.keys.every((key) => !key.includes("("));
