import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, View } from "../../view.ts";
import { register } from "./parts/page.ts";
import { named, rowOf } from "./parts/text.ts";

/** Facts for which the sources give more than one value, declared and not hidden. */
export const conflictsView: View = register({
  name: "conflicts",
  path: "reports/conflicts.md",
  shows: ["conflict"],
  data: (context) => {
    const conflicts = itemsOf(context.graph, "conflict");
    const bySubject = Map.groupBy(conflicts, ({ attributes }) => attributes.subject);
    return {
      subjects: [...bySubject].map(([subject, found]) => ({
        subject: found.map((item) => named(context, item, subject))[0] ?? subject,
        conflicts: found.map((item) => conflictRow(item, context)),
      })),
    };
  },
});

const conflictRow = (item: Item<"conflict">, context: PageContext) => ({
  ...rowOf(context, item),
  field: item.attributes.field,
  values: item.attributes.values,
  resolution: item.attributes.resolution ?? context.words("reports.unresolved"),
  described: item.description !== undefined,
  text: context.proseLine(item.description),
});
