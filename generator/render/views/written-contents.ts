import { type Graph, itemsOf } from "#model/graph.ts";
import type { PageContext, PageSummary, View } from "../view.ts";

/** The contents of the written pages, folder by folder, so that each can be reached. */
export const writtenContents: View = {
  template: "written-contents",
  target: "pages",
  plan: (graph) =>
    itemsOf(graph, "page").length === 0
      ? []
      : [
          {
            path: "pages.md",
            title: (words) => words("common.target-pages"),
            origins: firstPlace(graph),
            data: (context) => ({ folders: folders(context) }),
          },
        ],
};

const firstPlace = (graph: Graph) =>
  itemsOf(graph, "page")
    .slice(0, 1)
    .map(({ location }) => location);

const folderOf = (page: PageSummary): string => page.path.split("/").slice(1, -1).join("/");

function folders({ pages, linkPage }: PageContext): readonly object[] {
  const written = pages.filter(({ path }) => path.startsWith("pages/"));
  return [...Map.groupBy(written, folderOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, members]) => ({
      folder,
      links: members.map(({ path, title }) => linkPage(path, title)),
    }));
}
