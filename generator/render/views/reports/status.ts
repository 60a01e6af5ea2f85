import { itemsOf } from "#model/graph.ts";
import type { PageContext, View } from "../../view.ts";
import { lateRows } from "./parts/late.ts";
import { register } from "./parts/page.ts";
import { actionRow, blockerRow, decisionRow, gateRow, stageRow } from "./parts/rows.ts";
import { notesOf } from "./parts/text.ts";

/** How the programme stands on the day that counts as today. */
export const statusView: View = register({
  name: "status",
  path: "reports/status.md",
  shows: ["action", "blocker", "decision"],
  about: ["stage", "gate", "work-item", "deliverable", "checkpoint", "sync"],
  data: (context) => {
    const { graph } = context;
    const [actions, blockers] = [itemsOf(graph, "action"), itemsOf(graph, "blocker")];
    return {
      gates: itemsOf(graph, "gate").map((gate) => gateRow(context, gate)),
      late: lateRows(context),
      openActions: actions.filter(isOpen).map((each) => actionRow(context, each)),
      closedActions: actions.filter((a) => !isOpen(a)).map((each) => actionRow(context, each)),
      openBlockers: blockers.filter(isOpen).map((each) => blockerRow(context, each)),
      closedBlockers: blockers.filter((b) => !isOpen(b)).map((each) => blockerRow(context, each)),
      decisions: itemsOf(graph, "decision").map((each) => decisionRow(context, each)),
      running: itemsOf(graph, "stage")
        .filter(({ attributes }) => attributes.status === "in progress")
        .map((stage) => stageRow(context, stage)),
      coverage: coverageRows(context),
      notes: notesOf(context, [...actions, ...blockers, ...itemsOf(graph, "decision")]),
    };
  },
});

const isOpen = ({ attributes }: { readonly attributes: { readonly status: string } }): boolean =>
  attributes.status === "open";

/** Every ratio, also those that have nothing to count and say so. */
const coverageRows = ({ evaluation, words, format }: PageContext) =>
  evaluation.coverage.map(({ name, numerator, denominator }) => ({
    name: words(`reports.coverage-${name}`),
    ratio: format.ratio(numerator, denominator),
    percent:
      denominator === 0 ? "—" : `${format.number(Math.floor((numerator * 100) / denominator))} %`,
  }));
