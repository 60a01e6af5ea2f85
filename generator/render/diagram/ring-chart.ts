import type { Figure } from "#model/pages/page.ts";
import { drawing, element, textOf, titleOf } from "./svg.ts";

/** How much there is of several things, each of a whole of its own. */
export interface RingChart {
  readonly title: string;
  readonly description: string;
  readonly rings: readonly Ring[];
}

export interface Ring {
  readonly name: string;
  /** `5/8` */
  readonly ratio: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** The chart for forges and for the site; the page has the same numbers in a table. */
export const ringChartFigure = (chart: RingChart): Figure => ({
  mermaid: mermaidOf(chart.rings),
  svg: () => svgOf(chart),
});

const mermaidOf = (rings: readonly Ring[]): string =>
  [
    "xychart-beta horizontal",
    `  x-axis [${rings.map(({ name }) => `"${name.replaceAll('"', "'")}"`).join(", ")}]`,
    '  y-axis "%" 0 --> 100',
    `  bar [${rings.map(({ share }) => Math.floor(share * 100)).join(", ")}]`,
  ].join("\n");

const cell = { width: 168, height: 148, radius: 42, top: 58 };
const columns = 4;
const lineLength = 24;

function svgOf(chart: RingChart): string {
  const width = Math.min(columns, chart.rings.length) * cell.width;
  const height = Math.ceil(chart.rings.length / columns) * cell.height;
  return drawing({ ...chart, width, height }, chart.rings.map(ringOf));
}

function ringOf({ name, ratio, share }: Ring, index: number): string {
  const x = (index % columns) * cell.width + cell.width / 2;
  const y = Math.floor(index / columns) * cell.height + cell.top;
  const whole = 2 * Math.PI * cell.radius;
  const circle = (look: string, rest: Readonly<Record<string, string>> = {}): string =>
    element("circle", { class: look, cx: x, cy: y, r: cell.radius, ...rest });
  const text = (words: string, at: number, look: string): string =>
    element("text", { class: look, x, y: at, "text-anchor": "middle" }, [textOf(words)]);
  return element("g", {}, [
    titleOf(`${name}: ${ratio}`),
    circle("ring"),
    ...(share > 0
      ? [
          circle("ring part", {
            "stroke-dasharray": `${(share * whole).toFixed(1)} ${whole.toFixed(1)}`,
            transform: `rotate(-90 ${String(x)} ${String(y)})`,
          }),
        ]
      : []),
    text(`${String(Math.floor(share * 100))} %`, y + 1, "name"),
    // As wide as the ring is inside, and no wider.
    element("g", { "font-size": Math.min(12, 110 / ratio.length) }, [text(ratio, y + 17, "type")]),
    ...linesOf(name).map((line, row) => text(line, y + cell.radius + 24 + row * 14, "label")),
  ]);
}

/** The name in lines that are no wider than a ring's place. */
function linesOf(name: string): readonly string[] {
  return name.split(" ").reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last === undefined || longer.length > lineLength
      ? [...lines, word]
      : [...lines.slice(0, -1), longer];
  }, []);
}
