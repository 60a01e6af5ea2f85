import type { Figure } from "#model/pages/page.ts";
import { drawing, element, linked, shorten, textOf } from "./svg.ts";

/** What was reached of several targets, each a share of its own target. */
export interface TargetChart {
  readonly title: string;
  readonly description: string;
  readonly targets: readonly ChartTarget[];
}

export interface ChartTarget {
  readonly name: string;
  /** Relative to the page that shows the chart. */
  readonly href?: string;
  /** 1 is the target itself; a share below 0 lies on the wrong side of nothing. */
  readonly share: number;
  /** `−15 % (≤ −10 %)` */
  readonly text: string;
  readonly look: "good" | "bad" | "open";
}

/** The chart for forges and for the site; the page has the same numbers in a table. */
export const targetChartFigure = (chart: TargetChart): Figure => ({
  mermaid: mermaidOf(chart.targets),
  svg: (link) => svgOf(chart, link),
});

const mermaidOf = (targets: readonly ChartTarget[]): string =>
  [
    "xychart-beta horizontal",
    `  x-axis [${targets.map(({ name }) => `"${name.replaceAll('"', "'")}"`).join(", ")}]`,
    '  y-axis "%" 0 --> 200',
    `  bar [${targets.map(({ share }) => Math.round(clip(share) * 100)).join(", ")}]`,
    `  line [${targets.map(() => 100).join(", ")}]`,
  ].join("\n");

/** What goes beyond twice the target is shown as twice. */
const clip = (share: number): number => Math.min(2, Math.max(0, share));

const size = { left: 270, width: 260, row: 26, margin: 10, text: 170 };

function svgOf({ targets, ...about }: TargetChart, link: (href: string) => string): string {
  const bottom = size.margin + targets.length * size.row;
  const goal = size.left + size.width / 2;
  return drawing(
    { ...about, width: size.left + size.width + size.text, height: bottom + size.margin + 16 },
    [
      ...targets.map((target, index) => rowOf(target, size.margin + index * size.row, link)),
      element("g", { class: "goal" }, [
        element("path", { d: `M${goal} ${size.margin - 4}V${bottom}` }),
        element("text", { x: goal, y: bottom + 14, "text-anchor": "middle" }, ["100 %"]),
      ]),
    ],
  );
}

function rowOf(target: ChartTarget, y: number, link: (href: string) => string): string {
  const { name, href, share, text, look } = target;
  const width = Math.max(2, (clip(share) * size.width) / 2);
  const bar = { x: size.left, y: y + 5, height: 14, rx: 2 };
  return linked(href === undefined ? undefined : link(href), {
    name: `${name}: ${text}`,
    parts: [
      element("text", { class: "label", x: size.margin, y: y + 16 }, [textOf(shorten(name, 38))]),
      element("rect", { class: "rail", ...bar, width: size.width }),
      element("rect", { class: `bar-${look}`, ...bar, width }),
      element("text", { class: "label", x: size.left + size.width + 10, y: y + 16 }, [
        textOf(shorten(text, 24)),
      ]),
    ],
  });
}
