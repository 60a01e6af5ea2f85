import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { namedItem } from "#model/parts.ts";
import type { Block, LinkText, PageContext, PageSummary } from "../../../view.ts";
import { anchorOf } from "./page.ts";

/** What stands in a cell that has nothing to say. */
export const nothing = "—";

export const orNothing = (text: string | undefined): string =>
  text === undefined || text === "" ? nothing : text;

/** A date with its weekday, and its time when it has one. */
export const shownDate = ({ format }: PageContext, iso: string | undefined): string =>
  iso === undefined || iso === "" ? nothing : format.moment(iso);

export function shownPeriod(
  context: PageContext,
  { start, end }: { readonly start?: string | undefined; readonly end?: string | undefined },
): string {
  if (start === undefined && end === undefined) return nothing;
  if (end === undefined || end === start) return shownDate(context, start);
  const words = { start: shownDate(context, start), end: shownEnd(context, end, start) };
  return context.words("reports.period", words);
}

/** On the day of the start and in its zone, the hour says enough. */
function shownEnd(context: PageContext, end: string, start = ""): string {
  const isSameDay = start.length === end.length && start.slice(0, 11) === end.slice(0, 11);
  return isSameDay && start.slice(16) === end.slice(16)
    ? end.slice(11, 16)
    : shownDate(context, end);
}

/** The file without its folders: the folders stand at the end of the page. */
export const shortPlace = (context: PageContext, location: Location): string =>
  context.place({ ...location, file: location.file.slice(location.file.lastIndexOf("/") + 1) });

/** Where an item is written: of a commit, which no file holds, the beginning of its hash. */
export const placeOf = (context: PageContext, item: Item): string =>
  item.kind === "commit" ? item.attributes.hash.slice(0, 8) : shortPlace(context, item.location);

/** Work and requirements have ids that people say, OPT1. */
const isSaid = ({ kind }: Item): boolean => kind === "work-item" || kind === "requirement";

/** What people call an item: by its id when they say that, and its title. */
export function shownTitle(item: Item): string {
  const name = itemName(item.id);
  return isSaid(item) && !item.title.startsWith(name) ? `${name}: ${item.title}` : item.title;
}

/** What people call an item among many: by its id alone when they say that. */
export const shortTitle = (item: Item): string => (isSaid(item) ? itemName(item.id) : item.title);

/** A link to an item under the name that people use. */
export function linkTo(context: PageContext, id: ItemId): LinkText {
  const item = context.graph.items.get(id);
  return item ? context.link(id, shownTitle(item)) : context.link(id);
}

/** A link to what an item names, or the name as it is written. */
export function named(context: PageContext, from: Item, written: string): LinkText {
  const item = namedItem(context.graph, from, written);
  return item ? linkTo(context, item.id) : context.linkName(written);
}

/** Links to all that an item names; the template puts commas between them. */
export const namedAll = (
  context: PageContext,
  from: Item,
  written: readonly string[],
): readonly LinkText[] => written.map((name) => named(context, from, name));

export const linksTo = (context: PageContext, ids: readonly ItemId[]): readonly LinkText[] =>
  ids.map((id) => linkTo(context, id));

/** A part of a page with the text that somebody wrote about an item. */
export interface Note {
  readonly title: string;
  readonly text: Block;
}

/** The descriptions of the items of a table, which has no room for them. */
export const notesOf = (context: PageContext, items: readonly Item[]): readonly Note[] =>
  items
    .filter(({ description }) => (description?.text ?? "").trim() !== "")
    .map((item) => ({ title: shownTitle(item), text: context.prose(item.description, 3) }));

/** What the row of an item always has: its anchor, its title, and the place of its data. */
export const rowOf = (context: PageContext, item: Item) => ({
  anchor: anchorOf(item.id),
  title: shownTitle(item),
  link: linkTo(context, item.id),
  place: shortPlace(context, item.location),
});

/** A word for a value of a closed list: `grade-measured`, `state-in-progress`. */
export const label = ({ words }: PageContext, group: string, value: string): string =>
  words(`reports.${group}-${value.toLowerCase().replaceAll(" ", "-")}`);

/** Empty, or the mark of what is late. */
export const lateMark = (context: PageContext, id: ItemId): string =>
  context.evaluation.late.has(id) ? context.words("reports.late-mark") : "";

/** A link to the page that stands for a document, under its title. */
export function pageLink(context: PageContext, path: string | undefined): LinkText {
  const page = path === undefined ? undefined : pagesByPath(context).get(path);
  return page ? context.linkPage(page.path, page.title) : { text: nothing };
}

// Every page of a project shares the list.
const byPath = new WeakMap<readonly PageSummary[], ReadonlyMap<string, PageSummary>>();

function pagesByPath({ pages }: PageContext): ReadonlyMap<string, PageSummary> {
  const known = byPath.get(pages) ?? new Map(pages.map((page) => [page.path, page]));
  byPath.set(pages, known);
  return known;
}
