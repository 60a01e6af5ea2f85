/** What happens when, in rows below one scale of days. */
export interface Gantt {
  readonly title: string;
  readonly description: string;
  readonly sections: readonly GanttSection[];
  /** What the marks mean, in words. */
  readonly legend: readonly { readonly kind: GanttTask["kind"]; readonly text: string }[];
}

export interface GanttSection {
  readonly name: string;
  readonly tasks: readonly GanttTask[];
}

/** One bar or mark; times in milliseconds since 1970, as if written in UTC. */
export interface GanttTask {
  readonly name: string;
  /** Relative to the page that shows the chart; absent for what has no place of its own. */
  readonly href?: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "task" | "window" | "milestone";
}
