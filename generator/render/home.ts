import { type Outcome, outcome } from "#diagnostics/index.ts";
import { type Page, targets } from "#model/pages/page.ts";
import { formatOf } from "./format.ts";
import type { Edition, EvaluatedProject } from "./render.ts";
import type { Template } from "./template/index.ts";
import type { LinkText } from "./view.ts";

/** What the entry page is made with: the pages of all projects in its language, too. */
interface Home {
  readonly title: string;
  readonly template: Template;
  readonly pages: readonly Page[];
}

/** The entry page above several projects; a lone unnamed project is its own entry. */
export function renderHome(
  projects: readonly EvaluatedProject[],
  edition: Edition,
  { title, template, pages }: Home,
): Outcome<readonly Page[]> {
  if (projects.some(({ project }) => project.name === "")) return outcome([]);
  const { language, words, folder } = edition;
  const asOf = projects.flatMap(({ evaluation }) => evaluation.asOf ?? [])[0] ?? "";
  const data = {
    title,
    asOf,
    asOfText: formatOf(language, words).moment(asOf),
    rows: projects.map((each) => rowOf(each, edition, pages)),
  };
  const { value: markdown, diagnostics } = template(data, words);
  const page: Page = {
    path: `${folder}README.md`,
    project: "",
    language,
    target: "pages",
    view: "home",
    title,
    markdown,
    origins: [{ file: "rastro.config.yaml" }],
  };
  return outcome([page], diagnostics);
}

/** What one project is, how its gates stand, and where each of its areas begins. */
function rowOf(
  { project, graph, evaluation }: EvaluatedProject,
  { language, words, folder }: Edition,
  all: readonly Page[],
) {
  const format = formatOf(language, words);
  const pages = all.filter((page) => page.project === project.name);
  const linkTo = (page: Page | undefined, text: string): LinkText =>
    page === undefined ? { text } : { text, href: page.path.slice(folder.length) };
  return {
    project: { text: project.title, href: `${project.name}/README.md` },
    pages: format.number(pages.length),
    items: format.number(graph.items.size),
    links: format.number(graph.links.length),
    late: evaluation.late.size > 0 ? format.number(evaluation.late.size) : "",
    gates: [...evaluation.gates].map(([id, { verdict }]) => ({
      verdict,
      gate: linkTo(
        pages.find(({ subject }) => subject === id),
        graph.items.get(id)?.title ?? id,
      ),
    })),
    areas: targets.flatMap((target) => {
      const first = pages.find(
        (page) => page.target === target && page.path !== `${folder}${project.name}/README.md`,
      );
      return first ? [linkTo(first, words(`common.target-${target}`))] : [];
    }),
  };
}
