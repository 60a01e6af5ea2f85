import type { Target } from "#model/pages/page.ts";
import { targets } from "#model/pages/page.ts";
import { dashboardData } from "./dashboard/dashboard.ts";
import type { LinkText, PageContext, PageSummary, View } from "../view.ts";

/** The entry page of a project: where to go, how it stands, and how much of the sources was taken in. */
export const projectIndex: View = {
  template: "project-index",
  target: "pages",
  plan: (_graph, project) => [
    {
      path: "README.md",
      title: () => project.title,
      origins: [{ file: "rastro.config.yaml" }],
      data: (context) => ({
        projects: context.projects,
        sections: targets.flatMap((target) => section(target, context)),
        ...dashboardData(context),
        tallies: tallyRows(context),
        asOf: context.evaluation.asOf ?? "",
        asOfText: context.format.moment(context.evaluation.asOf ?? ""),
      }),
    },
  ],
};

/** How many pages an overview lists one by one; longer lists have an index page of their own. */
const shownPages = 24;

function section(target: Target, context: PageContext): readonly object[] {
  const pages = context.pages.filter((page) => page.target === target && page.path !== "README.md");
  if (pages.length === 0) return [];
  const entries = entryPages(pages);
  const links: readonly LinkText[] = entries
    .slice(0, shownPages)
    .map(({ path, title }) => context.linkPage(path, title));
  const more = pages.length - links.length;
  return [
    {
      title: context.words(`common.target-${target}`),
      links,
      more: more > 0 ? context.words("common.more-pages", { n: more }) : "",
    },
  ];
}

/** The pages at the top of their section; those below are reached through them. */
function entryPages(pages: readonly PageSummary[]): readonly PageSummary[] {
  const depth = (path: string): number => path.split("/").length;
  const top = Math.max(2, Math.min(...pages.map(({ path }) => depth(path))));
  return pages.filter(({ path }) => depth(path) <= top);
}

function tallyRows({ graph, format, words }: PageContext): readonly object[] {
  const groups = Map.groupBy(graph.tallies, ({ source, unit }) => `${source}\0${unit}`);
  return [...groups.values()].map((tallies) => {
    const sum = (key: "read" | "modelled" | "passedOver" | "notUnderstood"): string =>
      format.number(tallies.reduce((total, tally) => total + tally[key], 0));
    return {
      source: words(`common.source-${tallies[0]?.source ?? ""}`),
      unit: words(`common.unit-${tallies[0]?.unit ?? ""}`),
      files: format.number(tallies.length),
      read: sum("read"),
      modelled: sum("modelled"),
      passedOver: sum("passedOver"),
      notUnderstood: sum("notUnderstood"),
    };
  });
}
