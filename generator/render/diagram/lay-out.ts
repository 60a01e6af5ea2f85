import type { Box } from "./box.ts";
import { settle } from "./settle.ts";

/** An arrow from one box to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** A box, or a place where a long arrow passes a column, with its upper left corner. */
export interface Placed extends Box {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Placed>;
  /** For each arrow the places between its ends, from left to right. */
  readonly ways: readonly (readonly Placed[])[];
  readonly width: number;
  readonly height: number;
}

/** More boxes than this do not stand in one column. */
const tallest = 14;
const gap = { across: 56, down: 18 };

/**
 * Places boxes in columns so that arrows lead to the right, as far as they do not lead in circles.
 * The same boxes and arrows in the same order give the same places.
 */
export function layOut(boxes: readonly Box[], arrows: readonly Arrow[]): Layout {
  const columnOf = chooseColumns(boxes, arrows);
  const { columns, ways } = passLongArrows(boxes, arrows, columnOf);
  const placed = new Map<string, Placed>();
  const tops = settle(columns, neighboursOf(ways), gap.down);
  let x = 0;
  for (const column of columns) {
    const width = Math.max(0, ...column.map((box) => box.width));
    for (const box of column) {
      // What only passes a column passes all of it, so that it goes behind no box.
      const across = box.width === 0 ? width : box.width;
      placed.set(box.id, { ...box, width: across, x, y: tops.get(box.id) ?? 0 });
    }
    x += width + gap.across;
  }
  const bottoms = [...placed.values()].map(({ y, height }) => y + height);
  return {
    boxes: placed,
    ways: ways.map((way) => way.slice(1, -1).flatMap((id) => placed.get(id) ?? [])),
    width: Math.max(0, x - gap.across),
    height: Math.max(0, ...bottoms),
  };
}

/** Columns from the right: what nothing leads on from stands in the last one, numbered 0. */
function chooseColumns(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): ReadonlyMap<string, number> {
  const leadsTo = Map.groupBy(arrows, ({ from }) => from);
  const columnOf = new Map<string, number>();
  const filled: number[] = [];
  const open = new Set<string>();
  const place = (id: string): number => {
    const known = columnOf.get(id);
    if (known !== undefined) return known;
    open.add(id);
    // An arrow that closes a circle does not push its box to the left.
    const targets = (leadsTo.get(id) ?? []).filter(({ to }) => !open.has(to));
    let column = Math.max(0, ...targets.map(({ to }) => place(to) + 1));
    while ((filled[column] ?? 0) >= tallest) column += 1;
    open.delete(id);
    filled[column] = (filled[column] ?? 0) + 1;
    columnOf.set(id, column);
    return column;
  };
  for (const { id } of boxes) place(id);
  return columnOf;
}

interface Columns {
  readonly columns: readonly (readonly Box[])[];
  readonly ways: readonly (readonly string[])[];
}

/** An arrow over more than one column passes those between through places of its own. */
function passLongArrows(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  columnOf: ReadonlyMap<string, number>,
): Columns {
  const last = Math.max(0, ...columnOf.values());
  const positionOf = (id: string): number => last - (columnOf.get(id) ?? 0);
  const columns: Box[][] = Array.from({ length: last + 1 }, () => []);
  for (const box of boxes) columns[positionOf(box.id)]?.push(box);
  const ways = arrows.map(({ from, to }, index) => {
    const [left, right] = positionOf(from) <= positionOf(to) ? [from, to] : [to, from];
    const way = [left];
    for (let at = positionOf(left) + 1; at < positionOf(right); at += 1) {
      const pass = { id: `${index} ${at}`, width: 0, height: 2 };
      columns[at]?.push(pass);
      way.push(pass.id);
    }
    return [...way, right];
  });
  return { columns, ways };
}

/** What each box is joined to, by ways of one step. */
function neighboursOf(
  ways: readonly (readonly string[])[],
): ReadonlyMap<string, readonly string[]> {
  const steps = ways.flatMap((way) =>
    way.slice(1).flatMap((id, index): readonly (readonly [string, string])[] => {
      const before = way[index] ?? id;
      return [
        [before, id],
        [id, before],
      ];
    }),
  );
  const groups = Map.groupBy(steps, ([id]) => id);
  return new Map([...groups].map(([id, found]) => [id, found.map(([, other]) => other)]));
}
