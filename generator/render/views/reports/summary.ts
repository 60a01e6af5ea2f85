import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { CoverageName } from "#model/evaluation.ts";
import type { PageContext, View } from "../../view.ts";
import { lateRows } from "./parts/late.ts";
import { register } from "./parts/page.ts";
import { blockerRow, gateRow } from "./parts/rows.ts";
import { label, linkTo, lateMark, rowOf, shownDate, shownPeriod } from "./parts/text.ts";

/** One page for those who decide: verdicts, figures, what comes next, what may go wrong. */
export const summaryView: View = register({
  name: "summary",
  path: "reports/summary.md",
  shows: [],
  about: ["programme", "stage", "gate"],
  data: (context) => {
    const { graph } = context;
    const late = lateRows(context);
    return {
      programmes: itemsOf(graph, "programme").map((item) => ({
        link: linkTo(context, item.id),
        period: shownPeriod(context, item.attributes),
      })),
      gates: itemsOf(graph, "gate").map((gate) => gateRow(context, gate)),
      figures: figuresOf(context),
      late: late.slice(0, shown),
      lateCount: context.format.number(late.length),
      blockers: itemsOf(graph, "blocker")
        .filter(({ attributes }) => attributes.status === "open")
        .map((each) => blockerRow(context, each)),
      next: nextOf(context),
      risks: topRisks(graph).map((risk) => ({
        ...rowOf(context, risk),
        severity: label(context, "severity", risk.attributes.severity),
        mitigation: risk.attributes.mitigation,
      })),
      conflicts: context.format.number(itemsOf(graph, "conflict").length),
      conflictsPage: context.linkPage(
        "reports/conflicts.md",
        context.words("reports.title-conflicts"),
      ),
      status: context.linkPage("reports/status.md", context.words("reports.title-status")),
      hasConflicts: itemsOf(graph, "conflict").length > 0,
      hasStatus: context.pages.some(({ path }) => path === "reports/status.md"),
    };
  },
});

/** As many lines as leave the page one page. */
const shown = 3;

const counted: readonly CoverageName[] = [
  "work-items-done",
  "deliverables-existing",
  "checkpoints-passed",
  "actions-done",
  "criteria-met",
  "measurements-measured",
];

const figuresOf = ({ evaluation, words, format }: PageContext) =>
  evaluation.coverage
    .filter(({ name }) => counted.includes(name))
    .map(({ name, numerator, denominator }) => ({
      name: words(`reports.coverage-${name}`),
      ratio: format.ratio(numerator, denominator),
    }));

const dated = ["gate", "checkpoint", "sync", "deliverable", "work-item"] as const;

/** What is due from the day that counts as today on; nothing when that day is not known. */
function nextOf(context: PageContext) {
  const { asOf } = context.evaluation;
  if (asOf === undefined) return [];
  return dated
    .flatMap((kind): readonly Item[] => itemsOf(context.graph, kind))
    .map((item) => ({ item, day: dayOf(item) }))
    .filter(({ item, day }) => day.slice(0, 10) >= asOf.slice(0, 10) && !isDone(item))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, shown)
    .map(({ item, day }) => nextRow(context, item, day));
}

const nextRow = (context: PageContext, item: Item, day: string) => ({
  link: linkTo(context, item.id),
  kind: context.words(`reports.kind-${item.kind}`),
  day: shownDate(context, day),
  late: lateMark(context, item.id satisfies ItemId),
});

function dayOf({ attributes }: Item): string {
  const { date, start, due } = attributes as Readonly<Record<string, unknown>>;
  const found = [date, start, due].find((each) => typeof each === "string");
  return typeof found === "string" ? found : "";
}

const isDone = ({ attributes }: Item): boolean => {
  const { status } = attributes as { readonly status?: unknown };
  return status === "done" || status === "held" || status === "cancelled";
};

const severities = ["low", "medium", "high", "critical"];

const topRisks = (graph: Graph): readonly Item<"risk">[] =>
  itemsOf(graph, "risk")
    .toSorted(
      (a, b) =>
        severities.indexOf(b.attributes.severity) - severities.indexOf(a.attributes.severity),
    )
    .slice(0, shown);
