import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { gatesOf, inOrder, namedItem, phasesOf, stagesOf } from "#model/parts.ts";
import type { PageContext, View } from "../../view.ts";
import { checklistRow, gateRow, stageRow } from "./parts/rows.ts";
import { register } from "./parts/page.ts";
import { label, linkTo, nothing, orNothing, rowOf, shownDate, shownPeriod } from "./parts/text.ts";
import { lateRows } from "./parts/late.ts";
import { minutesPath } from "./syncs/minutes.ts";
import { reportPages } from "./parts/pages.ts";

/** The way into the programme: its stages and gates, its team, and what is late. */
export const programmeView: View = register({
  name: "programme",
  path: "reports/programme.md",
  shows: ["programme"],
  about: ["stage", "member"],
  data: (context) => ({
    programmes: itemsOf(context.graph, "programme").map((item) => programmePart(context, item)),
    otherStages: looseStages(context).map((stage) => stageLine(context, stage)),
    gates: itemsOf(context.graph, "gate").map((gate) => gateRow(context, gate)),
    syncs: syncRows(context),
    team: itemsOf(context.graph, "member").map((member) => ({
      member: linkTo(context, member.id),
      role: orNothing(member.attributes.role),
    })),
    late: lateRows(context),
    checklists: looseChecklists(context.graph).map((item) => checklistRow(context, item)),
    pages: reportPages(context),
  }),
});

const programmePart = (context: PageContext, item: Item<"programme">) => ({
  ...rowOf(context, item),
  summary: item.attributes.summary ?? "",
  period: shownPeriod(context, item.attributes),
  text: context.prose(item.description, 3),
  stages: stagesOf(context.graph, item.id).map((stage) => stageLine(context, stage)),
  moved: stagesOf(context.graph, item.id)
    .filter(({ attributes }) => attributes.before !== undefined)
    .map((stage) => movedRow(context, stage)),
});

const stageLine = (context: PageContext, stage: Item<"stage">) => ({
  ...stageRow(context, stage),
  phases: phasesOf(context.graph, stage.id).map(({ id }) => linkTo(context, id)),
  gates: gatesOf(context.graph, stage.id).map(({ id }) => linkTo(context, id)),
});

/** Where a phase stood before the plan was changed, beside where it stands. */
function movedRow(context: PageContext, stage: Item<"stage">) {
  const { before, order } = stage.attributes;
  return {
    stage: linkTo(context, stage.id),
    orderBefore: before?.order ?? nothing,
    orderNow: order,
    before: shownPeriod(context, before ?? {}),
    now: shownPeriod(context, stage.attributes),
    reason: orNothing(before?.reason),
  };
}

const syncRows = (context: PageContext) =>
  itemsOf(context.graph, "sync")
    .toSorted(inOrder)
    .map((sync) => ({
      ...rowOf(context, sync),
      when: shownDate(context, sync.attributes.start),
      status: label(context, "sync", sync.attributes.status),
      minutes: context.linkPage(minutesPath(sync), context.words("reports.minutes-page")),
    }));

/** Stages of no programme; the phases of another stage are listed with it. */
const looseStages = ({ graph }: PageContext): readonly Item<"stage">[] =>
  itemsOf(graph, "stage")
    .filter((stage) => {
      const { programme, parent } = stage.attributes;
      return !namedItem(graph, stage, programme) && !namedItem(graph, stage, parent);
    })
    .toSorted(inOrder);

/** Checklists of no stage have their place here. */
function looseChecklists(graph: Graph): readonly Item<"checklist">[] {
  return itemsOf(graph, "checklist").filter(
    (item) => !namedItem(graph, item, item.attributes.stage),
  );
}
