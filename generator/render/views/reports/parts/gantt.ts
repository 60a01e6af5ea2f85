import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { stageOf } from "#model/parts.ts";
import type { PageContext } from "../../../view.ts";

/** One bar or milestone of a chart. */
interface Task {
  readonly section: string;
  readonly text: string;
  readonly start: string;
  readonly end: string;
  readonly tag: "" | "crit, " | "milestone, ";
}

/** The timeline as a Mermaid chart; empty when nothing has a date that a chart can show. */
export function ganttOf(context: PageContext): string {
  const sections = Map.groupBy(tasksOf(context), ({ section }) => section);
  if (sections.size === 0) return "";
  const lines = [...sections].flatMap(([section, tasks]) => [
    `  section ${chartText(section)}`,
    ...tasks.map((task) => `  ${chartText(task.text)} :${task.tag}${task.start}, ${task.end}`),
  ]);
  return ["gantt", "  dateFormat YYYY-MM-DD HH:mm", "  axisFormat %d/%m", ...lines].join("\n");
}

function tasksOf(context: PageContext): readonly Task[] {
  const { graph } = context;
  const section = (item: Item): string =>
    stageOf(graph, item)?.title ?? context.words("reports.no-stage");
  const activities = itemsOf(graph, "activity").map((item) => {
    const { start, end, maintenanceWindow } = item.attributes;
    const tag = maintenanceWindow ? ("crit, " as const) : ("" as const);
    return { item, start, end: chartEnd(start, end), tag };
  });
  const milestones = [...itemsOf(graph, "checkpoint"), ...itemsOf(graph, "gate")].map((item) => ({
    item,
    start: item.attributes.date ?? "",
    end: "0d",
    tag: "milestone, " as const,
  }));
  return [...activities, ...milestones]
    .filter(({ start, end }) => chartMoment(start) !== "" && end !== "")
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ item, start, end, tag }) => ({
      section: section(item),
      text: item.title,
      start: chartMoment(start),
      end,
      tag,
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
