import { rule } from "../rule.ts";
import { lastWritten } from "../schema.ts";
import { hasSearchPath } from "./definer-without-search-path.ts";

/** Functions with the rights of their owner have a rule of their own. */
export const mutableSearchPath = rule(
  "evaluate/schema-mutable-search-path",
  ({ graph, functions }) =>
    functions
      .filter(({ attributes }) => attributes.kind !== "aggregate" && !attributes.securityDefiner)
      .filter((routine) => !hasSearchPath(routine))
      .map((item) => ({
        item,
        args: { function: item.title },
        location: lastWritten(graph, item),
      })),
);
