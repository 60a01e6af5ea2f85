import type { Item } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { quantity } from "./criteria.ts";
import { label, named, nothing, orNothing, rowOf, shownDate } from "./text.ts";

/** A measurement with what can be known of the run behind it. */
export function measurementRow(context: PageContext, item: Item<"measurement">) {
  const { attributes } = item;
  const { commit, command, environment, source } = attributes;
  return {
    ...rowOf(context, item),
    metric: attributes.metric,
    value: quantity(context, attributes.value, attributes.unit),
    subject:
      attributes.subject === undefined
        ? { text: nothing }
        : named(context, item, attributes.subject),
    grade: label(context, "grade", attributes.grade),
    environment: orNothing(environment),
    time: shownDate(context, attributes.time),
    run: orNothing([commit?.slice(0, 8), command].filter(Boolean).join(" ")),
    source: orNothing(source),
  };
}
