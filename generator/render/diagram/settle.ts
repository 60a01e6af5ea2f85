import type { Box } from "./box.ts";

type Neighbours = ReadonlyMap<string, readonly string[]>;

const sweeps = 6;

/**
 * How far down each box stands: its column is put in the order of its neighbours, and each box as
 * near to them as the boxes above and below allow.
 */
export function settle(
  columns: readonly (readonly Box[])[],
  neighbours: Neighbours,
  gap: number,
): ReadonlyMap<string, number> {
  const middles = new Map<string, number>();
  for (const column of columns) stack(column, gap, middles);
  const orders = columns.map((column) => [...column]);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const way = sweep % 2 === 0 ? orders.keys() : [...orders.keys()].reverse();
    for (const at of way) {
      const wish = wishes(orders[at] ?? [], neighbours, middles);
      const sorted = wish.toSorted((a, b) => a.middle - b.middle);
      orders[at] = sorted.map(({ box }) => box);
      place(sorted, gap, middles);
    }
  }
  const tops = columns
    .flat()
    .map(({ id, height }) => [id, (middles.get(id) ?? 0) - height / 2] as const);
  const highest = Math.min(...tops.map(([, y]) => y));
  return new Map(tops.map(([id, y]) => [id, y - highest]));
}

/** One below the other. */
function stack(column: readonly Box[], gap: number, middles: Map<string, number>): void {
  let y = 0;
  for (const { id, height } of column) {
    middles.set(id, y + height / 2);
    y += height + gap;
  }
}

interface Wish {
  readonly box: Box;
  readonly middle: number;
}

/** Where each box would like to be: in the middle of what it is joined to. */
const wishes = (
  column: readonly Box[],
  neighbours: Neighbours,
  middles: ReadonlyMap<string, number>,
): readonly Wish[] =>
  column.map((box) => {
    const around = (neighbours.get(box.id) ?? []).map((id) => middles.get(id) ?? 0);
    const own = middles.get(box.id) ?? 0;
    const sum = around.reduce((total, each) => total + each, 0);
    return { box, middle: around.length === 0 ? own : sum / around.length };
  });

/** Boxes that wish to be at one place form a group around it; groups that meet become one. */
function place(column: readonly Wish[], gap: number, middles: Map<string, number>): void {
  const groups: { wishes: Wish[]; height: number; middle: number }[] = [];
  for (const wish of column) {
    let group = { wishes: [wish], height: wish.box.height, middle: wish.middle };
    for (let above = groups.at(-1); above; above = groups.at(-1)) {
      if (above.middle + above.height / 2 + gap <= group.middle - group.height / 2) break;
      groups.pop();
      const all = [...above.wishes, ...group.wishes];
      group = {
        wishes: all,
        height: above.height + gap + group.height,
        middle: all.reduce((sum, { middle }) => sum + middle, 0) / all.length,
      };
    }
    groups.push(group);
  }
  for (const { wishes: found, height, middle } of groups) {
    let y = middle - height / 2;
    for (const { box } of found) {
      middles.set(box.id, y + box.height / 2);
      y += box.height + gap;
    }
  }
}
