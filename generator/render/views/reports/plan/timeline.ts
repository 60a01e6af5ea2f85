import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { stageOf } from "#model/parts.ts";
import type { PageContext, View } from "../../../view.ts";
import { ganttOf } from "../parts/gantt.ts";
import { register } from "../parts/page.ts";
import { activityRow, checkpointRow, gateRow, notificationRow } from "../parts/rows.ts";
import { linkTo, notesOf, shortPlace, shownDate } from "../parts/text.ts";

/** Day by day: activities, checkpoints and gates of each stage, maintenance windows marked. */
export const timelineView: View = register({
  name: "timeline",
  path: "reports/timeline.md",
  shows: ["activity"],
  about: ["checkpoint", "gate", "notification"],
  data: (context) => ({
    stages: stagesWithSteps(context),
    notifications: byDate(
      itemsOf(context.graph, "notification"),
      (each) => each.attributes.date,
    ).map((each) => notificationRow(context, each)),
    gantt: ganttOf(context),
    notes: notesOf(context, itemsOf(context.graph, "activity")),
  }),
});

type Step = Item<"activity"> | Item<"checkpoint"> | Item<"gate">;

const startOf = (step: Step): string =>
  step.kind === "activity" ? step.attributes.start : (step.attributes.date ?? "");

/** In the order of time; what has no date comes last. */
const byDate = <Thing>(things: readonly Thing[], dateOf: (thing: Thing) => string) =>
  things.toSorted((a, b) => {
    const [left, right] = [dateOf(a) || "~", dateOf(b) || "~"];
    return left < right ? -1 : left > right ? 1 : 0;
  });

function stagesWithSteps(context: PageContext) {
  const { graph } = context;
  const steps: readonly Step[] = [
    ...itemsOf(graph, "activity"),
    ...itemsOf(graph, "checkpoint"),
    ...itemsOf(graph, "gate"),
  ];
  const groups = Map.groupBy(byDate(steps, startOf), (step) => stageOf(graph, step));
  return [...groups].map(([stage, inStage]) => ({
    stage: stage ? linkTo(context, stage.id) : { text: context.words("reports.no-stage") },
    steps: inStage.map((step) => stepRow(context, step)),
  }));
}

/** One line of the table; only activities have their place here. */
function stepRow(context: PageContext, step: Step) {
  if (step.kind === "activity") {
    const row = activityRow(context, step);
    const kind = row.window || context.words("reports.kind-activity");
    return { ...row, kind, step: { text: row.title } };
  }
  const [kind, when, outcome] =
    step.kind === "checkpoint"
      ? (["checkpoint", step.attributes.date, checkpointRow(context, step).result] as const)
      : (["gate", step.attributes.date, gateRow(context, step).verdict] as const);
  return {
    anchor: "",
    step: linkTo(context, step.id),
    when: shownDate(context, when),
    owners: [],
    steps: outcome,
    kind: context.words(`reports.kind-${kind}`),
    place: shortPlace(context, step.location),
  };
}
