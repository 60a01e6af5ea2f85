import type { Item, ItemId } from "#model/item.ts";
import type { Figure } from "#model/pages/page.ts";
import type { Direction } from "#model/trace/reach.ts";
import { traceFigure } from "../../../diagram/trace-graph.ts";
import type { PageContext } from "../../../view.ts";
import { roleWord } from "../../../role-word.ts";
import { linkTo, shownTitle } from "../../reports/parts/text.ts";
import type { Listed } from "./reached.ts";

/** More than this on one side are listed only. */
const mostDrawn = 12;

/** The strong links around an item, on both sides of it. */
export function figureOf(
  item: Item,
  listed: Readonly<Record<Direction, Listed>>,
  context: PageContext,
): Figure {
  const drawn = (["in", "out"] as const).map((direction) =>
    listed[direction].reached.filter(({ isStrong }) => isStrong).slice(0, mostDrawn),
  );
  const steps = drawn.flat();
  const ids = new Set<ItemId>([item.id, ...steps.map(({ item: id }) => id)]);
  const title = context.words("matrices.title-trace", { name: shownTitle(item) });
  const [before = 0, after = 0] = drawn.map(({ length }) => length);
  return traceFigure({
    title,
    description: context.words("matrices.about-trace-graph", { before, after }),
    nodes: [...ids].map((id) => {
      const { text, href } = linkTo(context, id);
      return { id, name: text, isSubject: id === item.id, ...(href !== undefined && { href }) };
    }),
    arrows: steps.map(({ link, item: far, from }) => ({
      from: link.from,
      to: link.from === far ? from : far,
      role: roleWord(context.words, link.declaredRole ?? link.role),
    })),
  });
}
