import type { Figure } from "#model/pages/page.ts";
import { drawing, element, shorten, textOf, titleOf } from "./svg.ts";

/** How several values go on over the same points, in their order. */
export interface LineChart {
  readonly title: string;
  readonly description: string;
  readonly points: readonly string[];
  readonly lines: readonly ChartLine[];
  /** How a value of the scale is written. */
  readonly shown: (value: number) => string;
}

export interface ChartLine {
  readonly name: string;
  /** One for each point; nothing where it has none. */
  readonly values: readonly (number | undefined)[];
}

/** The chart for forges and for the site; the page has the same numbers in a table. */
export const lineChartFigure = (chart: LineChart): Figure => ({
  mermaid: mermaidOf(chart),
  svg: () => svgOf(chart),
});

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

const mermaidOf = ({ points, lines }: LineChart): string =>
  [
    "xychart-beta",
    `  x-axis [${points.map(quoted).join(", ")}]`,
    ...lines.map(
      ({ name, values }) =>
        `  line ${quoted(name)} [${values.map((value) => Number((value ?? 0).toPrecision(6))).join(", ")}]`,
    ),
  ].join("\n");

const area = { left: 76, top: 20, width: 460, height: 190 };
const foot = 30;
const names = { width: 150, length: 20 };

/** Where values and points lie. */
interface Scale {
  readonly top: number;
  readonly step: number;
  readonly x: (point: number) => number;
  readonly y: (value: number) => number;
}

function svgOf(chart: LineChart): string {
  const scale = scaleOf(chart);
  return drawing(
    {
      ...chart,
      width: area.left + area.width + names.width,
      height: area.top + area.height + foot,
    },
    [...gridOf(chart, scale), ...pointsOf(chart, scale), ...linesOf(chart, scale)],
  );
}

function scaleOf({ lines, points }: LineChart): Scale {
  const highest = Math.max(0, ...lines.flatMap(({ values }) => values.map((each) => each ?? 0)));
  const step = roundStep(highest / 4);
  const top = Math.max(step, Math.ceil(highest / step) * step);
  const perPoint = area.width / Math.max(1, points.length - 1);
  return {
    top,
    step,
    x: (point) => area.left + point * perPoint,
    y: (value) => area.top + area.height * (1 - value / top),
  };
}

/** 1, 2 or 5 with as many zeros as it takes: what people count in. */
function roundStep(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((each) => each * power >= least) ?? 10);
}

function gridOf({ shown }: LineChart, { top, step, y }: Scale): readonly string[] {
  const right = area.left + area.width;
  const count = Math.round(top / step);
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = Number((index * step).toPrecision(12));
    const at = y(value);
    return element("g", { class: "scale" }, [
      element("path", { d: `M${area.left} ${at.toFixed(1)}H${right}` }),
      element("text", { x: area.left - 8, y: at + 4, "text-anchor": "end" }, [
        textOf(shown(value)),
      ]),
    ]);
  });
}

/** The names of the points, as many as have room. */
function pointsOf({ points }: LineChart, { x }: Scale): readonly string[] {
  const longest = Math.max(...points.map((point) => point.length), 1);
  const every = Math.ceil((points.length * (longest * 7.5 + 12)) / area.width);
  return points.flatMap((point, index) =>
    index % every === 0
      ? [
          element(
            "text",
            { class: "type", x: x(index), y: area.top + area.height + 18, "text-anchor": "middle" },
            [textOf(point)],
          ),
        ]
      : [],
  );
}

/** Each line with its points and, at its end, its name. */
function linesOf({ points, lines, shown }: LineChart, scale: Scale): readonly string[] {
  const ends = spread(
    lines.map(({ values }) => scale.y(values.findLast((value) => value !== undefined) ?? 0)),
  );
  return lines.map(({ name, values }, index) => {
    const places = values.flatMap((value, at) =>
      value === undefined ? [] : [{ x: scale.x(at), y: scale.y(value), value, at }],
    );
    const way = places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
    return element("g", { class: `line line-${index % 4}` }, [
      element("path", { d: `M${way}` }),
      ...places.map(({ x, y, value, at }) =>
        element("circle", { cx: x, cy: y, r: 3 }, [
          titleOf(`${name}, ${points[at] ?? ""}: ${shown(value)}`),
        ]),
      ),
      element("text", { x: area.left + area.width + 10, y: (ends[index] ?? 0) + 4 }, [
        textOf(shorten(name, names.length)),
      ]),
    ]);
  });
}

const between = 15;

/** Moves names apart that would lie on one another: down from the top, then up from the bottom. */
function spread(ends: readonly number[]): readonly number[] {
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const placed = [...ends];
  let above = -Infinity;
  for (const index of order) {
    above = Math.max(placed[index] ?? 0, above + between);
    placed[index] = above;
  }
  let below = area.top + area.height + foot;
  for (const index of order.toReversed()) {
    below = Math.min(placed[index] ?? 0, below - between);
    placed[index] = below;
  }
  return placed;
}
