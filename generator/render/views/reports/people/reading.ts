import { documentState } from "#model/programme/document-state.ts";
import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { LinkText, PageContext, View } from "../../../view.ts";
import { register } from "../parts/page.ts";
import { label, linkTo, named, nothing, orNothing, pageLink } from "../parts/text.ts";

/** What each role reads, in which order, and how long it takes. */
export const readingView: View = register({
  name: "reading",
  path: "reports/reading.md",
  shows: [],
  about: ["document"],
  data: (context) => ({
    readers: readersOf(context, itemsOf(context.graph, "document")),
    documents: context.linkPage("reports/documents.md", context.words("reports.title-documents")),
  }),
});

/** To the page that stands for the document, when there is one: that is what people read. */
function readable(context: PageContext, item: Item<"document">): LinkText {
  const page = pageLink(context, item.attributes.page);
  return page.href === undefined ? linkTo(context, item.id) : { ...page, text: item.title };
}

interface Reading {
  readonly item: Item<"document">;
  readonly role: string;
  readonly order: number;
  readonly minutes?: number;
}

/** The reading list of each role, in order, with the minutes that it takes as far as they are known. */
function readersOf(context: PageContext, documents: readonly Item<"document">[]) {
  const readings = documents.flatMap((item) =>
    item.attributes.readers.map((reader): Reading => ({ item, ...reader })),
  );
  const roles = [...Map.groupBy(readings, ({ role }) => role)];
  return roles
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, list]) => ({
      role: named(context, list[0]?.item as Item, role),
      total: totalText(context, list),
      list: list
        .toSorted((a, b) => a.order - b.order)
        .map(({ item, minutes }) => ({
          document: readable(context, item),
          purpose: orNothing(item.attributes.purpose),
          state: label(context, "state", documentState(context, item)),
          minutes: minutes === undefined ? nothing : minutesText(context, minutes),
        })),
    }));
}

/** The minutes that are known; nothing when none are. */
function totalText(context: PageContext, list: readonly Reading[]): string {
  const known = list.flatMap(({ minutes }) => minutes ?? []);
  if (known.length === 0) return "";
  return minutesText(
    context,
    known.reduce((sum, minutes) => sum + minutes, 0),
  );
}

const minutesText = ({ words, format }: PageContext, minutes: number): string =>
  words("reports.minutes", { n: format.number(minutes) });
