import { itemsOf } from "#model/graph.ts";
import { inOrder } from "#model/parts.ts";
import { checklistUses } from "#model/programme/plan.ts";
import type { View } from "../../../view.ts";
import { register } from "../parts/page.ts";
import { checklistRow } from "../parts/rows.ts";

/** All lists by what they are for, with how far each is. */
export const checklistsView: View = register({
  name: "checklists",
  path: "reports/checklists.md",
  shows: [],
  about: ["checklist"],
  data: (context) => {
    const all = itemsOf(context.graph, "checklist").toSorted(inOrder);
    return {
      groups: checklistUses
        .map((use) => ({
          use: context.words(`reports.use-${use}`),
          lists: all
            .filter(({ attributes }) => attributes.use === use)
            .map((each) => checklistRow(context, each)),
        }))
        .filter(({ lists }) => lists.length > 0),
    };
  },
});
