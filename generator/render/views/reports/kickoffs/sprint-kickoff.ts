import type { Item } from "#model/item.ts";
import { criteriaOf, namedItem, phasesOf, workItemsOf } from "#model/parts.ts";
import type { PageContext, View } from "../../../view.ts";
import { criterionRows } from "../parts/criteria.ts";
import { pageForEach } from "../parts/page.ts";
import { peopleOf } from "../parts/people.ts";
import { idsOf, stageRow, workItemRow } from "../parts/rows.ts";
import { label, named } from "../parts/text.ts";
import { headOf, kickoffPath, meetingsOf, openOf, proofOf } from "./head.ts";

/** The start of a stage that delivers work: each item with its owner, inputs, outputs and criteria. */
export const sprintKickoffView: View = pageForEach({
  name: "sprint-kickoff",
  kind: "stage",
  isHome: false,
  isWanted: (graph, stage) => workItemsOf(graph, stage.id).length > 0,
  path: kickoffPath,
  title: ({ title }, words) => words("plan.sprint-kickoff-of", { title }),
  data: (item, context) => ({
    ...headOf(context, item),
    text: context.prose(item.description, 3),
    phases: phasesOf(context.graph, item.id).map((phase) => ({
      ...stageRow(context, phase),
      outcome: phase.attributes.outcome ?? "",
    })),
    workItems: workItemsOf(context.graph, item.id).map((work) => workPart(context, work)),
    people: peopleOf(context, item.id),
    ...proofOf(context, item),
    ...meetingsOf(context, item),
    ...openOf(context, item.id),
  }),
});

const workPart = (context: PageContext, work: Item<"work-item">) => ({
  row: workItemRow(context, work),
  needs: work.attributes.needs.map((name) => artefactLine(context, work, name)),
  outputs: work.attributes.outputs.map((name) => artefactLine(context, work, name)),
  proof: criterionRows(context, idsOf(criteriaOf(context.graph, work.id))),
});

function artefactLine(context: PageContext, work: Item<"work-item">, name: string) {
  const item = namedItem(context.graph, work, name);
  const state = item?.kind === "artefact" ? item.attributes.state : item ? "exists" : "unknown";
  return { artefact: named(context, work, name), state: label(context, "state", state) };
}
