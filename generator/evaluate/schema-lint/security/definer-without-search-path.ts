import type { Item } from "#model/item.ts";
import { rule } from "../rule.ts";
import { lastWritten } from "../schema.ts";

/** Names in its body are looked up where the caller says, with the rights of the owner. */
export const definerWithoutSearchPath = rule(
  "evaluate/schema-definer-without-search-path",
  ({ graph, functions }) =>
    functions
      .filter((routine) => routine.attributes.securityDefiner && !hasSearchPath(routine))
      .map((item) => ({
        item,
        args: { function: item.title },
        location: lastWritten(graph, item),
      })),
);

/** A body of statements was looked up when it was created. */
export const hasSearchPath = ({ attributes }: Item<"function">): boolean =>
  attributes.settings.some((setting) => /^"?search_path\b/i.test(setting)) ||
  (attributes.language === "sql" && /^\s*(?:begin\s+atomic|return)\b/i.test(attributes.body)) ||
  /^(?:c|internal)$/i.test(attributes.language);
