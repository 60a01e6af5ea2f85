import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, type ItemKind, itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { inOrder } from "#model/parts.ts";
import type { PageContext, PagePlan, View, Words } from "../../../view.ts";

/** A page that lists all items of some kinds; without any of them there is no page. */
export interface Register {
  /** Its template is `report-<name>`, its title the word `reports.title-<name>`. */
  readonly name: string;
  readonly path: string;
  /** Kinds whose items have their place on this page. */
  readonly shows: readonly ItemKind[];
  /** Kinds that it also speaks of: one of them is reason enough for the page. */
  readonly about?: readonly ItemKind[];
  /** Single items of which one is reason enough for the page. */
  readonly alsoAbout?: (graph: Graph) => readonly Item[];
  readonly data: (context: PageContext) => object;
}

export const register = (page: Register): View => ({
  template: `report-${page.name}`,
  target: "reports",
  plan: (graph) => planRegister(page, graph),
});

function planRegister(page: Register, graph: Graph): readonly PagePlan[] {
  const shown = page.shows.flatMap((kind) => allOf(graph, kind));
  const spokenOf = [
    ...(page.about ?? []).flatMap((kind) => allOf(graph, kind)),
    ...(page.alsoAbout?.(graph) ?? []),
  ];
  if (shown.length + spokenOf.length === 0) return [];
  const origins = originsOf([...shown, ...spokenOf]);
  return [
    {
      path: page.path,
      title: (words) => words(`reports.title-${page.name}`),
      shows: shown.map(placeOf),
      origins,
      data: (context) => ({ ...pageFoot(context, origins), ...page.data(context) }),
    },
  ];
}

/** A page for each item of a kind. */
export interface Subject<Kind extends ItemKind> {
  readonly name: string;
  readonly kind: Kind;
  readonly path: (item: Item<Kind>) => string;
  readonly title: (item: Item<Kind>, words: Words) => string;
  /** Whether the item has such a page; every item of the kind when absent. */
  readonly isWanted?: (graph: Graph, item: Item<Kind>) => boolean;
  /** Items that have their place on the page of this one. */
  readonly shows?: (graph: Graph, item: Item<Kind>) => readonly Item[];
  /** Whether links to the item lead to this page; true when absent. */
  readonly isHome?: boolean;
  readonly data: (item: Item<Kind>, context: PageContext) => object;
}

export const pageForEach = <Kind extends ItemKind>(page: Subject<Kind>): View => ({
  template: `report-${page.name}`,
  target: "reports",
  plan: (graph) =>
    itemsOf(graph, page.kind)
      .filter((item) => page.isWanted?.(graph, item) ?? true)
      .toSorted(inOrder)
      .map((item) => planSubject(page, item, graph)),
});

function planSubject<Kind extends ItemKind>(
  page: Subject<Kind>,
  item: Item<Kind>,
  graph: Graph,
): PagePlan {
  const shown = page.shows?.(graph, item) ?? [];
  const origins = originsOf([item as Item, ...shown]);
  return {
    path: page.path(item),
    title: (words) => page.title(item, words),
    ...(page.isHome !== false && { subject: item.id }),
    shows: shown.map(placeOf),
    origins,
    data: (context) => ({
      ...pageFoot(context, origins),
      ...page.data(item, context),
      title: page.title(item, context.words),
    }),
  };
}

const allOf = (graph: Graph, kind: ItemKind): readonly Item[] => itemsOf(graph, kind);

const placeOf = ({ id }: Item): { readonly item: ItemId; readonly anchor: string } => ({
  item: id,
  anchor: anchorOf(id),
});

/** What every page says at its end: the day that counts as today, and the files of its facts. */
function pageFoot(context: PageContext, origins: readonly Location[]): object {
  const { asOf } = context.evaluation;
  return {
    asOf:
      asOf === undefined
        ? context.words("reports.as-of-unknown")
        : context.words("reports.as-of", { date: context.format.moment(asOf) }),
    sources: [...new Set(origins.map(({ file }) => file))].toSorted(),
  };
}

/** One place for each item, in the order of files and lines. */
function originsOf(items: readonly Item[]): readonly Location[] {
  return items.map(({ location }) => location);
}

/** An anchor that no other item on the page has: what an anchor cannot hold is written as a code. */
export function anchorOf(id: ItemId): string {
  const kind = id.slice(0, id.indexOf(":"));
  return `${kind}-${safeName(itemName(id))}`;
}

/** A name as a part of a path or an anchor, different for different names. */
export const safeName = (name: string): string =>
  name.replace(/[^\p{L}\p{N}._-]|^\.+/gu, (character) =>
    Array.from(character, (each) => `~${(each.codePointAt(0) ?? 0).toString(16)}`).join(""),
  );
