import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { Figure } from "#model/pages/page.ts";
import { stageOf } from "#model/parts.ts";
import type { Gantt, GanttTask } from "../../../diagram/gantt.ts";
import { ganttSvg } from "../../../diagram/gantt-svg.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo } from "./text.ts";

/** One bar or milestone of a chart. */
interface Task {
  readonly item: Item;
  readonly section: string;
  /** `2026-02-07 10:00` */
  readonly start: string;
  /** As `start`, or how long it takes: `1h`. */
  readonly end: string;
  readonly kind: GanttTask["kind"];
}

/** The timeline as a chart; empty when nothing has a date that a chart can show. */
export function ganttOf(
  context: PageContext,
  isShown: (item: Item) => boolean = () => true,
): Figure | "" {
  const tasks = tasksOf(context).filter(({ item }) => isShown(item));
  if (tasks.length === 0) return "";
  const sections = Map.groupBy(tasks, ({ section }) => section);
  return {
    mermaid: mermaidOf(sections),
    svg: (link) => ganttSvg(chartOf(sections, context), link),
  };
}

type Sections = ReadonlyMap<string, readonly Task[]>;

const tags: Readonly<Record<Task["kind"], string>> = {
  task: "",
  window: "crit, ",
  milestone: "milestone, ",
};

function mermaidOf(sections: Sections): string {
  const lines = [...sections].flatMap(([section, tasks]) => [
    `  section ${chartText(section)}`,
    ...tasks.map(
      ({ item, kind, start, end }) => `  ${chartText(item.title)} :${tags[kind]}${start}, ${end}`,
    ),
  ]);
  return ["gantt", "  dateFormat YYYY-MM-DD HH:mm", "  axisFormat %d/%m", ...lines].join("\n");
}

function chartOf(sections: Sections, context: PageContext): Gantt {
  const { words } = context;
  return {
    title: words("reports.chart"),
    description: words("reports.about-timeline"),
    sections: [...sections].map(([name, tasks]) => ({
      name,
      tasks: tasks.map((task) => barOf(task, context)),
    })),
    legend: [
      { kind: "window", text: words("reports.chart-window") },
      { kind: "milestone", text: words("reports.chart-milestone") },
    ],
  };
}

function barOf({ item, kind, start, end }: Task, context: PageContext): GanttTask {
  const { text, href } = linkTo(context, item.id);
  const from = timeOf(start);
  return {
    name: text,
    ...(href !== undefined && { href }),
    start: from,
    end: durations[end] === undefined ? timeOf(end) : from + durations[end],
    kind,
  };
}

const durations: Readonly<Record<string, number>> = { "0d": 0, "1h": 3_600_000 };

const timeOf = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}Z`);

function tasksOf(context: PageContext): readonly Task[] {
  const { graph } = context;
  const activities = itemsOf(graph, "activity").map((item) => {
    const { start, end, maintenanceWindow } = item.attributes;
    const kind = maintenanceWindow ? ("window" as const) : ("task" as const);
    return { item: item, start, end: chartEnd(start, end), kind };
  });
  const milestones = [...itemsOf(graph, "checkpoint"), ...itemsOf(graph, "gate")].map((item) => ({
    item: item,
    start: item.attributes.date ?? "",
    end: "0d",
    kind: "milestone" as const,
  }));
  return [...activities, ...milestones]
    .filter(({ start, end }) => !Number.isNaN(timeOf(chartMoment(start))) && end !== "")
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ item, start, end, kind }) => ({
      item,
      section: stageOf(graph, item)?.title ?? context.words("reports.no-stage"),
      start: chartMoment(start),
      end,
      kind,
    }));
}

const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/;

/** The time as it is written: a chart has no zones. */
function chartMoment(iso: string): string {
  const [, day, time = "00:00"] = pattern.exec(iso) ?? [];
  return day === undefined ? "" : `${day} ${time}`;
}

/** Charts end where the next thing begins: a last day ends at midnight. */
function chartEnd(start: string, end = start): string {
  if (end.includes("T")) return end === start ? "1h" : chartMoment(end);
  const midnight = Date.parse(`${end.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(midnight)) return "";
  const next = new Date(midnight + 86_400_000).toISOString();
  return `${next.slice(0, 10)} 00:00`;
}

/** Text without the characters that mean something in a chart. */
const chartText = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ()./+-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
