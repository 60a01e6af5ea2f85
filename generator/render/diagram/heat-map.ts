import type { Figure } from "#model/pages/page.ts";
import { drawing, element, linked, shorten, textOf } from "./svg.ts";

/** How many there are of each thing in each row: the more, the darker. */
export interface HeatMap {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
}

export interface HeatRow {
  readonly name: string;
  /** Relative to the page that shows the map. */
  readonly href?: string;
  /** One for each column. */
  readonly counts: readonly number[];
}

/** The map for forges, as one bar for each row, and for the site; the page has all of it in words. */
export const heatMapFigure = (map: HeatMap): Figure => ({
  mermaid: mermaidOf(map.rows),
  svg: (link) => svgOf(map, link),
});

const mermaidOf = (rows: readonly HeatRow[]): string =>
  [
    "xychart-beta horizontal",
    `  x-axis [${rows.map(({ name }) => `"${name.replaceAll('"', "'")}"`).join(", ")}]`,
    `  bar [${rows.map(({ counts }) => counts.reduce((sum, each) => sum + each, 0)).join(", ")}]`,
  ].join("\n");

const cell = { width: 86, height: 28, gap: 2 };
const head = { left: 280, top: 30, margin: 10, length: 40 };

/** The darkest of the shades that the theme has; 0 is the ground. */
const shades = 4;

function svgOf({ columns, rows, ...about }: HeatMap, link: (href: string) => string): string {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const width = head.left + columns.length * cell.width + head.margin;
  const height = head.top + rows.length * cell.height + head.margin;
  return drawing({ ...about, width, height }, [
    ...columns.map((column, index) =>
      element(
        "text",
        { class: "label", x: centre(index), y: head.top - 10, "text-anchor": "middle" },
        [textOf(shorten(column, 14))],
      ),
    ),
    ...rows.map((row, index) => {
      const y = head.top + index * cell.height;
      const name = `${row.name}: ${columns.map((column, at) => `${column} ${String(row.counts[at] ?? 0)}`).join(", ")}`;
      return linked(row.href === undefined ? undefined : link(row.href), {
        name,
        parts: [
          element("text", { class: "label", x: head.margin, y: y + 18 }, [
            textOf(shorten(row.name, head.length)),
          ]),
          ...row.counts.map((count, at) => cellOf(count / most, { count, at, y })),
        ],
      });
    }),
  ]);
}

const centre = (column: number): number => head.left + (column + 0.5) * cell.width;

function cellOf(
  share: number,
  { count, at, y }: { readonly count: number; readonly at: number; readonly y: number },
): string {
  const shade = count === 0 ? 0 : Math.max(1, Math.ceil(share * shades));
  return element("g", { class: `heat heat-${String(shade)}` }, [
    element("rect", {
      x: head.left + at * cell.width + cell.gap,
      y: y + cell.gap,
      width: cell.width - 2 * cell.gap,
      height: cell.height - 2 * cell.gap,
      rx: 3,
    }),
    element("text", { x: centre(at), y: y + 18, "text-anchor": "middle" }, [String(count)]),
  ]);
}
