import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { trimmedLine } from "#markdown/escape/index.ts";
import type { Evaluation } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import { indexNames } from "#model/names.ts";
import type { Language, Page } from "#model/pages/page.ts";
import type { ProjectSettings } from "#model/settings.ts";
import { checkNamedPages } from "./check-named-pages.ts";
import { figuresIn } from "./figures.ts";
import { pageContext, type ProjectContext } from "./page-context.ts";
import { assetRoutes, buildRoutes, dropClashes, type PlannedPage } from "./routes.ts";
import { shownItems } from "./search/shown-items.ts";
import type { Template } from "./template/index.ts";
import type { View, Words } from "./view.ts";

/** One project, understood and judged. */
export interface EvaluatedProject {
  readonly project: ProjectSettings;
  readonly graph: Graph;
  readonly evaluation: Evaluation;
}

/** A language to render, with its words and the folder of its pages (empty or ending in `/`). */
export interface Edition {
  readonly language: Language;
  readonly words: Words;
  readonly folder: string;
}

/** What all projects are made with, and beside which others. */
interface Making extends Pick<ProjectContext, "projects"> {
  readonly views: readonly View[];
  readonly templates: TemplateLibrary;
  /** Pages by their path in the output that get their text; the others are there by name alone. */
  readonly isWanted: (path: string) => boolean;
}

/** The templates by name; nothing for one that is not there or cannot be used. */
export type TemplateLibrary = Pick<ReadonlyMap<string, Template>, "get">;

/** The pages of one project in one language. */
export function renderProject(
  input: EvaluatedProject,
  edition: Edition,
  { views, templates, projects, isWanted }: Making,
): Outcome<readonly Page[]> {
  const { graph, project } = input;
  const wanted = views.flatMap((view) =>
    view.plan(graph, project).map((plan): PlannedPage => ({ view, plan })),
  );
  const { value: planned, diagnostics } = dropClashes(wanted);
  const folder = `${edition.folder}${project.name === "" ? "" : `${project.name}/`}`;
  const shared: ProjectContext = {
    ...input,
    projects,
    language: edition.language,
    words: edition.words,
    names: indexNames(graph.items),
    routes: new Map([...assetRoutes(graph, folder), ...buildRoutes(planned)]),
    pages: planned.map(({ plan, view }) => ({
      path: plan.path,
      title: trimmedLine(plan.title(edition.words)),
      target: view.target,
    })),
  };
  const problems: Diagnostic[] = [...diagnostics, ...checkNamedPages(graph, planned)];
  const pages = planned.flatMap((page) => {
    const path = folder + page.plan.path;
    if (!isWanted(path)) return { ...withoutText(page, shared), path };
    const made = renderPage(page, shared, templates);
    problems.push(...made.diagnostics);
    return made.value.map((value) => ({ ...value, path }));
  });
  return outcome(pages, problems);
}

/** What is known of a page before it is made; its path is that within language and project. */
const withoutText = ({ view, plan }: PlannedPage, shared: ProjectContext): Page => ({
  path: plan.path,
  project: shared.project.name,
  language: shared.language,
  target: view.target,
  view: view.template,
  // Navigation, search and window show it as it is.
  title: trimmedLine(plan.title(shared.words)),
  markdown: "",
  origins: plan.origins,
  ...(plan.subject !== undefined && { subject: plan.subject }),
  ...newsOf(plan, shared),
});

/** One page, with its path within language and project; none when its template fails. */
function renderPage(
  planned: PlannedPage,
  shared: ProjectContext,
  templates: TemplateLibrary,
): Outcome<readonly Page[]> {
  const { view, plan } = planned;
  const template = templates.get(view.template);
  if (!template) {
    return outcome([], [diagnose("render/missing-template", { template: view.template })]);
  }
  const page = withoutText(planned, shared);
  const data = { title: page.title, ...plan.data(pageContext(shared, plan.path)) };
  const { value: markdown, diagnostics } = template(data, shared.words);
  const figures = figuresIn(data);
  const shown = shownItems(plan, shared);
  const places = (plan.shows ?? []).flatMap(({ item, anchor }) => {
    const location = shared.graph.items.get(item)?.location;
    return location ? [{ anchor, location }] : [];
  });
  const made: Page = {
    ...page,
    markdown,
    ...(figures.length > 0 && { figures }),
    ...(shown.length > 0 && { shown }),
    ...(places.length > 0 && { places }),
  };
  return outcome([made], diagnostics);
}

const newsOf = ({ news }: PlannedPage["plan"], { words }: ProjectContext): Pick<Page, "news"> =>
  news ? { news: { updated: news.updated, summary: news.summary(words) } } : {};
