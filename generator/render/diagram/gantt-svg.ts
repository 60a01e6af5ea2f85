import type { Gantt, GanttTask } from "./gantt.ts";
import { drawing, element, linked, shorten, textOf, titleOf } from "./svg.ts";

const row = 22;
const margin = 10;
const names = { width: 258, length: 34 };
const chart = { left: margin + names.width, width: 440 };
const day = 86_400_000;

/** The chart as an image: names on the left, bars and marks on a scale of days. */
export function ganttSvg(gantt: Gantt, link: (href: string) => string): string {
  const scale = scaleOf(gantt.sections.flatMap(({ tasks }) => tasks));
  const parts: string[] = [];
  let y = margin + row;
  for (const { name, tasks } of gantt.sections) {
    parts.push(sectionAt(name, y));
    y += row;
    for (const task of tasks) {
      parts.push(taskAt(task, { y, scale, link }));
      y += row;
    }
  }
  const bottom = y + 4;
  return drawing(
    { ...gantt, width: chart.left + chart.width + margin, height: bottom + row + margin },
    [...daysOf(scale, bottom), ...parts, ...legendAt(gantt.legend, bottom + 16)],
  );
}

/** The days of a chart, and where each lies. */
interface Scale {
  readonly first: number;
  readonly last: number;
  readonly x: (time: number) => number;
}

function scaleOf(tasks: readonly GanttTask[]): Scale {
  const first = Math.floor(Math.min(...tasks.map(({ start }) => start)) / day);
  const last = Math.max(first + 1, Math.ceil(Math.max(...tasks.map(({ end }) => end)) / day));
  const perDay = chart.width / (last - first);
  return { first, last, x: (time) => chart.left + (time / day - first) * perDay };
}

const steps = [1, 2, 7, 14, 28, 91, 182, 364];

/** Lines where days begin, as many as have room for their names. */
function daysOf({ first, last, x }: Scale, bottom: number): readonly string[] {
  const step = steps.find((each) => (last - first) / each <= 10) ?? Math.ceil((last - first) / 10);
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const time = (first + index * step) * day;
    const left = x(time);
    const [, month = "", date = ""] = new Date(time).toISOString().slice(0, 10).split("-");
    return element("g", { class: "scale" }, [
      element("path", { d: `M${left.toFixed(1)} ${margin + row - 4}V${bottom}` }),
      element("text", { x: left, y: margin + 11, "text-anchor": "middle" }, [`${date}/${month}`]),
    ]);
  });
}

const sectionAt = (name: string, y: number): string =>
  element("text", { class: "name", x: margin, y: y + 15 }, [
    titleOf(name),
    textOf(shorten(name, names.length + 40)),
  ]);

interface At {
  readonly y: number;
  readonly scale: Scale;
  readonly link: (href: string) => string;
}

function taskAt(task: GanttTask, { y, scale, link }: At): string {
  const { name, href } = task;
  const left = scale.x(task.start);
  const width = Math.max(4, scale.x(task.end) - left);
  return linked(href === undefined ? undefined : link(href), {
    name,
    parts: [
      element("text", { x: margin, y: y + 15 }, [textOf(shorten(name, names.length))]),
      markAt(task.kind, { left, width, middle: y + row / 2 }),
    ],
  });
}

interface Mark {
  readonly left: number;
  readonly width: number;
  readonly middle: number;
}

function markAt(kind: GanttTask["kind"], { left, width, middle }: Mark): string {
  if (kind !== "milestone") {
    return element("rect", { class: kind, x: left, y: middle - 6, width, height: 12, rx: 2 });
  }
  const [x, y] = [left.toFixed(1), middle];
  return element("path", { class: kind, d: `M${x} ${y - 7}l7 7l-7 7l-7 -7z` });
}

function legendAt(legend: Gantt["legend"], y: number): readonly string[] {
  return legend.map(({ kind, text }, index) => {
    const left = chart.left + (index * chart.width) / 2;
    return element("g", {}, [
      markAt(kind, { left: kind === "milestone" ? left + 8 : left, width: 16, middle: y - 4 }),
      element("text", { x: left + 24, y }, [textOf(text)]),
    ]);
  });
}
