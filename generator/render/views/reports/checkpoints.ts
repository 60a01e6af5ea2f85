import { itemsOf } from "#model/graph.ts";
import { inOrder, stageOf } from "#model/parts.ts";
import type { View } from "../../view.ts";
import { register } from "./parts/page.ts";
import { checkpointRow } from "./parts/rows.ts";

/** All checkpoints in the order of their dates, each with its criteria and their results. */
export const checkpointsView: View = register({
  name: "checkpoints",
  path: "reports/checkpoints.md",
  shows: ["checkpoint"],
  data: (context) => ({
    checkpoints: itemsOf(context.graph, "checkpoint")
      .toSorted(
        (a, b) =>
          (stageOf(context.graph, a)?.attributes.order ?? 0) -
            (stageOf(context.graph, b)?.attributes.order ?? 0) || inOrder(a, b),
      )
      .map((item) => ({
        ...checkpointRow(context, item),
        text: context.prose(item.description, 3),
      })),
  }),
});
