import type { Entity, EntityDiagram, EntityKey, Relationship } from "./entity.ts";
import { type Layout, layOut, type Placed } from "../lay-out.ts";
import { drawing, element, linked, shorten, textOf, widthOf } from "../svg.ts";

const row = 18;
const margin = 12;
const padding = 10;
const longest = { title: 34, name: 22, type: 16 };

/** The diagram as an image: boxes that lead to the pages of their tables, joined by their keys. */
export function entitySvg(diagram: EntityDiagram, link: (href: string) => string): string {
  const layout = layOut(
    diagram.entities.map((entity) => ({ id: entity.id, ...sizeOf(entity) })),
    diagram.relationships,
  );
  const boxes = diagram.entities.flatMap((entity) => {
    const placed = layout.boxes.get(entity.id);
    return placed ? [boxOf(entity, placed, link)] : [];
  });
  const arrows = diagram.relationships.map((each, index) => arrowOf(each, index, layout));
  const loops = diagram.relationships.some(({ from, to }) => from === to);
  const size = {
    width: layout.width + 2 * margin + (loops ? loopWidth : 0),
    height: layout.height + 2 * margin,
  };
  const moved = element("g", { transform: `translate(${margin} ${margin})` }, [
    ...arrows,
    ...boxes,
  ]);
  return drawing({ ...diagram, ...size }, [moved]);
}

function sizeOf({ name, keys, rest }: Entity): { readonly width: number; readonly height: number } {
  const names = Math.max(0, ...keys.map((key) => widthOf(shorten(key.name, longest.name))));
  const types = Math.max(0, ...keys.map((key) => widthOf(shorten(key.type, longest.type))));
  const columns = keys.length === 0 ? 0 : widthOf("PK ") + names + widthOf("  ") + types;
  const width = Math.max(widthOf(shorten(name, longest.title)), columns, widthOf(rest));
  const rows = 1 + keys.length + (rest === "" ? 0 : 1);
  return { width: Math.ceil(width) + 2 * padding, height: rows * row + 10 };
}

function boxOf(
  { name, href, keys, rest, isSubject }: Entity,
  { x, y, width, height }: Placed,
  link: (href: string) => string,
): string {
  const line = (text: string, at: number, look: string): string =>
    element("text", { class: look, x: x + padding, y: y + at * row + 17 }, [textOf(text)]);
  const parts = [
    element("rect", { class: isSubject ? "subject" : "box", x, y, width, height, rx: 5 }),
    line(shorten(name, longest.title), 0, "name"),
    ...keys.flatMap((key, index) => [
      line(marksOf(key), index + 1, "mark"),
      element("text", { x: x + padding + widthOf("PK "), y: y + (index + 1) * row + 17 }, [
        textOf(shorten(key.name, longest.name)),
      ]),
      element(
        "text",
        {
          class: "type",
          x: x + width - padding,
          y: y + (index + 1) * row + 17,
          "text-anchor": "end",
        },
        [textOf(shorten(key.type, longest.type))],
      ),
    ]),
    ...(rest === "" ? [] : [line(rest, keys.length + 1, "type")]),
  ];
  return linked(href === undefined ? undefined : link(href), { name, parts });
}

const marksOf = ({ primary, foreign }: EntityKey): string => (primary ? "PK" : foreign ? "FK" : "");

const loopWidth = 24;

/** The foot of a crow is where the many are; a bar is where the one is. */
function arrowOf(relationship: Relationship, index: number, layout: Layout): string {
  const from = layout.boxes.get(relationship.from);
  const to = layout.boxes.get(relationship.to);
  if (!from || !to) return "";
  const path = from.id === to.id ? loopAt(from) : wayOf(from, to, layout.ways[index] ?? []);
  return element("g", { class: relationship.isOptional ? "optional arrow" : "arrow" }, [
    element("path", { d: path }),
    element("path", { d: endsOf(from, to, relationship) }),
  ]);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const rightOf = ({ x, y, width, height }: Placed): Point => ({ x: x + width, y: y + height / 2 });
const leftOf = ({ x, y, height }: Placed): Point => ({ x, y: y + height / 2 });
const isRightwards = (from: Placed, to: Placed): boolean => from.x < to.x;

/** The line between two boxes, past those that stand between them. */
export function wayOf(from: Placed, to: Placed, between: readonly Placed[]): string {
  const [left, right] = isRightwards(from, to) ? [from, to] : [to, from];
  let path = `M${at(rightOf(left))}`;
  let before = rightOf(left);
  for (const pass of between) {
    path += `C${curve(before, leftOf(pass))}L${at(rightOf(pass))}`;
    before = rightOf(pass);
  }
  return `${path}C${curve(before, leftOf(right))}`;
}

const at = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;

function curve(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return [at({ x: middle, y: from.y }), at({ x: middle, y: to.y }), at(to)].join(" ");
}

/** From the right side back to it. */
function loopAt(box: Placed): string {
  const { x, y } = rightOf(box);
  const reach = x + loopWidth + 10;
  return `M${at({ x, y })}C${at({ x: reach, y })} ${at({ x: reach, y: box.y - 8 })} ${at({ x: x - 12, y: box.y })}`;
}

function endsOf(from: Placed, to: Placed, { isUnique }: Relationship): string {
  const isLoop = from.id === to.id;
  const forwards = isLoop || isRightwards(from, to);
  const start = forwards ? rightOf(from) : leftOf(from);
  const step = forwards ? 9 : -9;
  const foot = isUnique
    ? barAt({ x: start.x + step, y: start.y })
    : `M${at({ x: start.x, y: start.y - 6 })}L${at({ x: start.x + step, y: start.y })}L${at({ x: start.x, y: start.y + 6 })}`;
  if (isLoop) return foot;
  const end = forwards ? leftOf(to) : rightOf(to);
  return foot + barAt({ x: end.x - step, y: end.y });
}

const barAt = ({ x, y }: Point): string => `M${at({ x, y: y - 6 })}L${at({ x, y: y + 6 })}`;
