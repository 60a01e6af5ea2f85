import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { PageContext, View } from "../view.ts";

/** A page that somebody wrote, with its links led to the pages of what they name. */
export const writtenPage: View = {
  template: "written-page",
  target: "pages",
  plan: (graph) =>
    itemsOf(graph, "page").map((page) => ({
      path: `pages/${itemName(page.id)}.md`,
      title: () => page.title,
      subject: page.id,
      origins: [page.location],
      data: (context) => ({
        status: page.attributes.status ?? "",
        body: context.prose(page.attributes.body, 2),
        mentions: mentions(page, context),
        place: context.place(page.location),
      }),
    })),
};

/** What links here, so that a page can be left in both directions. */
function mentions(page: Item<"page">, { graph, link }: PageContext): readonly object[] {
  const from = new Set((graph.incoming.get(page.id) ?? []).map((each) => each.from));
  return [...from].filter((id) => id !== page.id).map((id) => link(id));
}
