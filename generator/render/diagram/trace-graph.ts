import { trimmedLine } from "#markdown/index.ts";
import type { Figure } from "#model/pages/page.ts";
import { wayOf } from "./entity/entity-svg.ts";
import { type Layout, layOut, type Placed } from "./lay-out.ts";
import { drawing, element, linked, shorten, textOf, widthOf } from "./svg.ts";

/** Items and the links between them. */
export interface TraceGraph {
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly TraceNode[];
  readonly arrows: readonly TraceArrow[];
}

export interface TraceNode {
  readonly id: string;
  readonly name: string;
  /** Relative to the page that shows the drawing; absent for what has no page. */
  readonly href?: string;
  /** What the drawing is about. */
  readonly isSubject: boolean;
}

/** A link as it is written. */
export interface TraceArrow {
  readonly from: string;
  readonly to: string;
  readonly role: string;
}

/** The graph for forges and for the site. */
export const traceFigure = (graph: TraceGraph): Figure => ({
  mermaid: mermaidOf(graph),
  svg: (link) => svgOf(graph, link),
});

/** Names of items stand only in quotes, and only with signs that mean nothing there. */
function mermaidOf({ nodes, arrows }: TraceGraph): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  return [
    "flowchart LR",
    ...nodes.map(({ id, name }) => `  ${names.get(id) ?? ""}["${quotable(name)}"]`),
    ...arrows.map(
      ({ from, to, role }) =>
        `  ${names.get(from) ?? ""} -->|"${quotable(role)}"| ${names.get(to) ?? ""}`,
    ),
  ].join("\n");
}

const quotable = (text: string): string =>
  trimmedLine(text).replace(/[^\p{L}\p{M}\p{N} .,_()/+:-]/gu, "·") || "·";

const margin = 12;
const padding = 10;
const longest = 34;
const height = 30;

function svgOf(graph: TraceGraph, link: (href: string) => string): string {
  const { nodes, arrows } = graph;
  const layout = layOut(nodes.map(boxOf), arrows);
  const size = { width: layout.width + 2 * margin, height: layout.height + 2 * margin };
  const parts = [
    ...arrows.map((arrow, index) => arrowOf(arrow, index, layout)),
    ...nodes.flatMap((node) => {
      const placed = layout.boxes.get(node.id);
      return placed ? [nodeOf(node, placed, link)] : [];
    }),
  ];
  return drawing({ ...graph, ...size }, [
    element("g", { transform: `translate(${margin} ${margin})` }, parts),
  ]);
}

const boxOf = ({ id, name }: TraceNode) => ({
  id,
  width: Math.ceil(widthOf(shorten(name, longest))) + 2 * padding,
  height,
});

const nodeOf = (
  { name, href, isSubject }: TraceNode,
  { x, y, width }: Placed,
  link: (href: string) => string,
): string =>
  linked(href === undefined ? undefined : link(href), {
    name,
    parts: [
      element("rect", { class: isSubject ? "subject" : "box", x, y, width, height, rx: 5 }),
      element("text", { class: "name", x: x + padding, y: y + 19 }, [
        textOf(shorten(name, longest)),
      ]),
    ],
  });

/** A line with a point at its end, and the role as its title. */
function arrowOf({ from, to, role }: TraceArrow, index: number, layout: Layout): string {
  const [start, end] = [layout.boxes.get(from), layout.boxes.get(to)];
  if (!start || !end) return "";
  const isRightwards = start.x < end.x;
  const x = isRightwards ? end.x : end.x + end.width;
  const y = end.y + end.height / 2;
  const back = isRightwards ? x - 8 : x + 8;
  const point = `M${back} ${y - 4}L${x} ${y}L${back} ${y + 4}`;
  return element("g", { class: "arrow" }, [
    element("title", {}, [textOf(role)]),
    element("path", { d: wayOf(start, end, layout.ways[index] ?? []) }),
    element("path", { d: point }),
  ]);
}
