import type { Item } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { named, nothing, rowOf, shownDate } from "./text.ts";

/** Everything late, the oldest promise first. */
export const lateRows = (context: PageContext) =>
  [...context.evaluation.late]
    .flatMap((id) => context.graph.items.get(id) ?? [])
    .map((item) => ({ item, due: dueOf(item) }))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ item, due }) => lateRow(context, item, due));

function lateRow(context: PageContext, item: Item, due: string) {
  const { owner } = item.attributes as { readonly owner?: unknown };
  return {
    ...rowOf(context, item),
    isAction: item.kind === "action",
    kind: context.words(`reports.kind-${item.kind}`),
    due: shownDate(context, due),
    owner: typeof owner === "string" ? named(context, item, owner) : { text: nothing },
  };
}

/** The date that a thing was promised for, under the name that its kind has for it. */
function dueOf({ attributes }: Item): string {
  const dates = attributes as { readonly [name: string]: unknown };
  const due = dates.due ?? dates.date ?? dates.start;
  return typeof due === "string" ? due : "";
}
