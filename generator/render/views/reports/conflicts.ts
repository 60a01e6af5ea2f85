import { itemsOf } from "#model/graph.ts";
import type { View } from "../../view.ts";
import { register } from "./parts/page.ts";
import { named, rowOf } from "./parts/text.ts";

/** Facts for which the sources give more than one value, declared and not hidden. */
export const conflictsView: View = register({
  name: "conflicts",
  path: "reports/conflicts.md",
  shows: ["conflict"],
  data: (context) => ({
    conflicts: itemsOf(context.graph, "conflict").map((item) => ({
      ...rowOf(context, item),
      subject: named(context, item, item.attributes.subject),
      field: item.attributes.field,
      values: item.attributes.values,
      resolution: item.attributes.resolution ?? context.words("reports.unresolved"),
      text: context.prose(item.description, 3),
    })),
  }),
});
