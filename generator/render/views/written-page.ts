import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import { stablePath } from "../stable-name.ts";
import type { PageContext, View } from "../view.ts";

/** A page that somebody wrote, with its links led to the pages of what they name. */
export const writtenPage: View = {
  template: "written-page",
  target: "pages",
  plan: (graph) => {
    const pages = itemsOf(graph, "page");
    const names = pages.map(({ id }) => itemName(id));
    const shared = sharedFolder(names).length;
    const taken = new Set(names);
    return pages.toSorted(inReadingOrder).map((page) => ({
      path: `pages/${stablePath(besideReadme(itemName(page.id), taken).slice(shared))}.md`,
      title: () => page.title,
      subject: page.id,
      origins: [page.location],
      data: (context) => ({
        heading: page.attributes.heading ? context.proseLine(page.attributes.heading) : page.title,
        status: page.attributes.status ?? "",
        body: context.prose(page.attributes.body, 2),
        mentions: mentions(page, context),
        place: context.place(page.location),
      }),
    }));
  },
};

/** In the site a README is the index of its folder; an index beside it keeps a name of its own. */
function besideReadme(name: string, taken: ReadonlySet<string>): string {
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  const isIndex = name.slice(folder.length).toLowerCase() === "index";
  return isIndex && taken.has(`${folder}README`) ? `${folder}_index` : name;
}

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
