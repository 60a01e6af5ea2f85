import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { PageContext, View } from "../view.ts";

/** A page that somebody wrote, with its links led to the pages of what they name. */
export const writtenPage: View = {
  template: "written-page",
  target: "pages",
  plan: (graph) => {
    const pages = itemsOf(graph, "page");
    const names = pages.map(({ id }) => itemName(id));
    const shared = sharedFolder(names).length;
    return pages.toSorted(inReadingOrder).map((page) => ({
      path: `pages/${itemName(page.id).slice(shared)}.md`,
      title: () => page.title,
      subject: page.id,
      origins: [page.location],
      data: (context) => ({
        status: page.attributes.status ?? "",
        body: context.prose(page.attributes.body, 2),
        mentions: mentions(page, context),
        place: context.place(page.location),
      }),
    }));
  },
};

/** Pages with an order first, the others by name. */
const inReadingOrder = (a: Item<"page">, b: Item<"page">): number =>
  (a.attributes.order ?? Infinity) - (b.attributes.order ?? Infinity) || (a.id < b.id ? -1 : 1);

/** The folder that all names begin with: it says nothing that a reader needs. */
function sharedFolder(names: readonly string[]): string {
  const [first = "", ...others] = names;
  const parts = first.split("/").slice(0, -1);
  const isShared = (folder: string): boolean => others.every((name) => name.startsWith(folder));
  const folders = parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
  return folders.filter(isShared).at(-1) ?? "";
}

/** What links here, so that a page can be left in both directions. */
function mentions(page: Item<"page">, { graph, link }: PageContext): readonly object[] {
  const from = new Set((graph.incoming.get(page.id) ?? []).map((each) => each.from));
  return [...from].filter((id) => id !== page.id).map((id) => link(id));
}
