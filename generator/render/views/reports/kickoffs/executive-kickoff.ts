import { activitiesOf, axesOf, phasesOf, workItemsOf } from "#model/parts.ts";
import type { View } from "../../../view.ts";
import { pageForEach } from "../parts/page.ts";
import { peopleOf } from "../parts/people.ts";
import { activityRow, axisRow, stageRow } from "../parts/rows.ts";
import { wholeStages } from "../parts/within.ts";
import { headOf, kickoffPath, meetingsOf, openOf, owedOf, proofOf } from "./head.ts";

/** The start of a stage, for those who decide: scope, days, people, outputs, and what would stop it. */
export const executiveKickoffView: View = pageForEach({
  name: "executive-kickoff",
  kind: "stage",
  isHome: false,
  isWanted: (graph, stage) =>
    workItemsOf(graph, stage.id).length === 0 && wholeStages(graph).includes(stage),
  path: kickoffPath,
  title: ({ title }, words) => words("plan.executive-kickoff-of", { title }),
  data: (item, context) => ({
    ...headOf(context, item),
    axes: axesOf(context.graph, item.id).map((axis) => axisRow(context, axis)),
    phases: phasesOf(context.graph, item.id).map((phase) => stageRow(context, phase)),
    activities: activitiesOf(context.graph, item.id).map((step) => activityRow(context, step)),
    people: peopleOf(context, item.id),
    ...owedOf(context, item.id),
    ...proofOf(context, item),
    ...meetingsOf(context, item),
    ...openOf(context, item.id),
  }),
});
