import { type Item, itemName } from "#model/item.ts";
import type { View } from "../../../view.ts";
import { pageForEach, safeName } from "../parts/page.ts";
import { relatedTo } from "../parts/related.ts";
import { checklistPart } from "../parts/rows.ts";

/** One list to print and tick off: deployment, pre-cutover, handoff, contingencies. */
export const checklistView: View = pageForEach({
  name: "checklist",
  kind: "checklist",
  path: ({ id }) => `reports/checklists/${safeName(itemName(id))}.md`,
  title: ({ title }) => title,
  data: (item, context) => ({
    ...checklistPart(context, item),
    text: context.prose(item.description, 3),
    related: relatedTo(context, item as Item),
  }),
});
