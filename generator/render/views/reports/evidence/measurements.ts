import { itemsOf } from "#model/graph.ts";
import { inOrder } from "#model/parts.ts";
import type { View } from "../../../view.ts";
import { criterionRow } from "../parts/criteria.ts";
import { measurementRow } from "../parts/measurements.ts";
import { register } from "../parts/page.ts";
import { notesOf } from "../parts/text.ts";

/** Every target beside what was achieved, and what the evidence is worth. */
export const measurementsView: View = register({
  name: "measurements",
  path: "reports/measurements.md",
  shows: ["criterion", "measurement"],
  data: (context) => {
    const criteria = itemsOf(context.graph, "criterion").toSorted(inOrder);
    const measurements = itemsOf(context.graph, "measurement").toSorted(inOrder);
    return {
      targets: criteria
        .filter(({ attributes }) => attributes.metric !== undefined)
        .map((each) => criterionRow(context, each)),
      statements: criteria
        .filter(({ attributes }) => attributes.metric === undefined)
        .map((each) => criterionRow(context, each)),
      measurements: measurements.map((each) => measurementRow(context, each)),
      notes: notesOf(context, [...criteria, ...measurements]),
    };
  },
});
