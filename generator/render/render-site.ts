import {
  diagnose,
  type Diagnostic,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import type { Language, Page } from "#model/page.ts";
import { renderHome } from "./home.ts";
import { type Edition, type EvaluatedProject, renderProject } from "./render.ts";
import { compileTemplate, type Template } from "./template/index.ts";
import { views } from "./views/index.ts";
import { wordsOf } from "./words.ts";

/** Everything that pages are made of. */
export interface RenderInput {
  readonly title: string;
  readonly languages: readonly Language[];
  readonly projects: readonly EvaluatedProject[];
  readonly templates: readonly {
    readonly name: string;
    readonly text: string;
    readonly file: string;
  }[];
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** All pages of all projects in all languages; the first language lies at the root. */
export function renderSite(input: RenderInput): Outcome<readonly Page[]> {
  const compiled = compileTemplates(input.templates);
  const problems: Diagnostic[] = [];
  const editions = input.languages.map((language, index): Edition => ({
    language,
    words: wordsOf(language, input.words[language], (problem) => problems.push(problem)),
    folder: index === 0 ? "" : `${language}/`,
  }));
  const pages = joinOutcomes(
    editions.flatMap((edition) => [
      renderEntry(input, edition, compiled.value),
      ...input.projects.map((project) =>
        renderProject(project, edition, {
          views,
          templates: compiled.value,
          projects: input.projects.map((each) => each.project),
        }),
      ),
    ]),
  );
  return outcome(pages.value, [...compiled.diagnostics, ...problems, ...pages.diagnostics]);
}

function renderEntry(
  { title, projects }: RenderInput,
  edition: Edition,
  templates: ReadonlyMap<string, Template>,
): Outcome<readonly Page[]> {
  const template = templates.get("home");
  return template
    ? renderHome(projects, edition, { title, template })
    : outcome([], [diagnose("render/missing-template", { template: "home" })]);
}

function compileTemplates(
  sources: RenderInput["templates"],
): Outcome<ReadonlyMap<string, Template>> {
  const compiled = sources.map((source) => ({ name: source.name, made: compileTemplate(source) }));
  const entries = compiled.flatMap(({ name, made }) =>
    made.value === undefined ? [] : [[name, made.value] as const],
  );
  return outcome(
    new Map(entries),
    compiled.flatMap(({ made }) => made.diagnostics),
  );
}
