import { type Item, itemName } from "#model/item.ts";
import type { Direction, Reached } from "#model/trace/reach.ts";
import type { LinkText, PageContext, PagePlan, View } from "../../../view.ts";
import { roleWord } from "../../../role-word.ts";
import { linkState, shownCoverage, tracedLink } from "../../reports/parts/coverage.ts";
import { anchorOf } from "../../reports/parts/page.ts";
import { linkTo } from "../../reports/parts/text.ts";
import { type TracePage, tracePagesOf } from "./places.ts";
import { type Listed, nearest } from "./reached.ts";

/** Of each item in each direction: what lies further is for `rastro trace` to tell. */
interface Most {
  readonly near: number;
  readonly far: number;
}

/** Beyond as many pages only links are listed: what lies behind them would be most of the output. */
const mostPages = 100;

const mostOn = (pages: readonly TracePage[]): Most => ({
  near: 100,
  far: pages.length > mostPages ? 0 : 6,
});

/** Where there are many traced items, pages of some: for each, what it leads to and what leads to it. */
export const traceGroups: View = {
  template: "trace-group",
  target: "matrices",
  plan: (graph) => {
    const pages = tracePagesOf(graph);
    const most = mostOn(pages);
    return pages.filter(({ items }) => items.length > 1).map((page) => planGroup(page, most));
  },
};

const planGroup = ({ path, items }: TracePage, most: Most): PagePlan => ({
  path,
  title: (words) => {
    const [first = "", last = ""] = [...items.slice(0, 1), ...items.slice(-1)].map(({ id }) =>
      itemName(id),
    );
    return words("matrices.title-trace-group", { first, last });
  },
  origins: items.map(({ location }) => location),
  data: (context) => ({
    about: context.words(`matrices.about-trace-group${most.far === 0 ? "-near" : ""}`, { ...most }),
    items: items.map((item) => tracePart(context, item, most)),
  }),
});

const tracePart = (context: PageContext, item: Item, most: Most) => ({
  anchor: anchorOf(item.id),
  item: linkTo(context, item.id),
  coverage: shownCoverage(context, item.id),
  lists: (["out", "in"] as const).flatMap((direction) =>
    listsOf(context, direction, nearest(context.graph, item.id, { direction, ...most })),
  ),
  place: context.place(item.location),
});

/** The neighbours by their role, and in one list what lies behind them. */
function listsOf(context: PageContext, direction: Direction, { reached, isCut }: Listed) {
  const title = context.words(direction === "out" ? "matrices.trace-out" : "matrices.trace-in");
  const near = Map.groupBy(
    reached.filter(({ depth }) => depth === 1),
    ({ role }) => role,
  );
  const far = reached.filter(({ depth }) => depth > 1);
  const rest: readonly LinkText[] = isCut ? [{ text: "…" }] : [];
  const lists = [...near].map(([role, all]) => ({
    title,
    role: roleWord(context.words, role),
    links: all.map((each) => shownNeighbour(context, each)),
  }));
  const behind = far.map(({ item }) => context.link(item, itemName(item)));
  return behind.length + rest.length === 0
    ? lists
    : [...lists, { title, role: "", links: [...behind, ...rest] }];
}

/** By its name; a link with something wrong says what. */
function shownNeighbour(context: PageContext, { item, link }: Reached): LinkText {
  const traced = tracedLink(context, link);
  const name = itemName(item);
  const isFine = traced === undefined || traced.state === "covers";
  return context.link(item, isFine ? name : `${name} (${linkState(context, traced)})`);
}
