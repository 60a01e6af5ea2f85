import type { Figure } from "#model/pages/page.ts";
import { drawing, element, linked, textOf } from "./svg.ts";

/** How much each of many steps adds and takes away, in order. */
export interface StepChart {
  readonly title: string;
  readonly description: string;
  /** The words for the two parts of a bar that stand above the line. */
  readonly above: readonly [string, string];
  readonly below: string;
  readonly steps: readonly ChartStep[];
}

export interface ChartStep {
  readonly name: string;
  /** Relative to the page that shows the chart. */
  readonly href?: string;
  readonly above: readonly [number, number];
  readonly below: number;
}

/** The chart for forges and for the site; steps that are too many for one bar each share one. */
export function stepChartFigure(chart: StepChart): Figure {
  const steps = together(chart.steps);
  return {
    mermaid: mermaidOf(steps),
    svg: (link) => svgOf({ ...chart, steps }, link),
  };
}

const mostBars = 120;

/** As many neighbours as it takes come together, the first of them giving the name. */
function together(steps: readonly ChartStep[]): readonly ChartStep[] {
  const size = Math.ceil(steps.length / mostBars);
  if (size < 2) return steps;
  const groups = Map.groupBy(steps.entries(), ([index]) => Math.floor(index / size));
  return [...groups.values()].map((group) => {
    const members = group.map(([, step]) => step);
    const sum = (count: (step: ChartStep) => number) =>
      members.reduce((total, step) => total + count(step), 0);
    const [first] = members;
    return {
      name: members.map(({ name }) => name).join(" · "),
      ...(first?.href !== undefined && { href: first.href }),
      above: [sum(({ above }) => above[0]), sum(({ above }) => above[1])],
      below: sum(({ below }) => below),
    };
  });
}

const mermaidOf = (steps: readonly ChartStep[]): string =>
  [
    "xychart-beta",
    `  x-axis 1 --> ${steps.length}`,
    `  bar [${steps.map(({ above }) => above[0] + above[1]).join(", ")}]`,
  ].join("\n");

const size = { width: 680, up: 90, down: 36, margin: 12, legend: 24 };

function svgOf(chart: StepChart, link: (href: string) => string): string {
  const { steps } = chart;
  const tallest = Math.max(1, ...steps.map(({ above }) => above[0] + above[1]));
  const deepest = Math.max(1, ...steps.map(({ below }) => below));
  const zero = size.margin + size.legend + size.up;
  const step = size.width / steps.length;
  const width = Math.max(1, Math.min(24, step * 0.8));
  const bars = steps.map(({ name, href, above, below }, index) => {
    const x = size.margin + index * step;
    const heights = above.map((count) => (count / tallest) * size.up);
    const [made = 0, changed = 0] = heights;
    const bar = (look: string, y: number, height: number): readonly string[] =>
      height === 0 ? [] : [element("rect", { class: look, x, y, width, height })];
    return linked(href === undefined ? undefined : link(href), {
      name,
      parts: [
        element("rect", { class: "hit", x, y: size.margin, width, height: zero + size.down }),
        ...bar("made", zero - made, made),
        ...bar("task", zero - made - changed, changed),
        ...bar("gone", zero, (below / deepest) * size.down),
      ],
    });
  });
  const right = size.margin + size.width;
  return drawing({ ...chart, width: right + size.margin, height: zero + size.down + size.margin }, [
    ...legendOf(chart),
    ...bars,
    element("g", { class: "scale" }, [element("path", { d: `M${size.margin} ${zero}H${right}` })]),
  ]);
}

const legendOf = ({ above: [made, changed], below }: StepChart): readonly string[] =>
  [["made", made] as const, ["task", changed] as const, ["gone", below] as const].flatMap(
    ([look, word], index) => {
      const x = size.margin + index * 150;
      return [
        element("rect", { class: look, x, y: size.margin, width: 12, height: 12 }),
        element("text", { x: x + 18, y: size.margin + 10 }, [textOf(word)]),
      ];
    },
  );
