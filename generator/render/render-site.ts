import {
  diagnose,
  type Diagnostic,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import type { Language, Page } from "#model/pages/page.ts";
import type { CommittedFile } from "#model/pages/region.ts";
import { type ChangelogMaking, renderChangelogFiles } from "./changelog-file/index.ts";
import { renderHome } from "./home.ts";
import {
  type Edition,
  type EvaluatedProject,
  renderProject,
  type TemplateLibrary,
} from "./render.ts";
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
  /** Pages by their path in the output that get their text, when others are not needed yet. */
  readonly isWanted?: (path: string) => boolean;
}

/** The committed changelogs of all projects, as they should be; `read` gives what they hold now. */
export function renderChangelogs(
  input: RenderInput,
  read: ChangelogMaking["read"],
): Outcome<readonly CommittedFile[]> {
  const problems: Diagnostic[] = [];
  const report = (found: readonly Diagnostic[]) => problems.push(...found);
  const made = renderChangelogFiles(input.projects, {
    templates: openTemplates(input.templates, report),
    wordsIn: (language) => wordsOf(language, input.words[language], (each) => report([each])),
    read,
  });
  return outcome(made.value, [...problems, ...made.diagnostics]);
}

/** All pages of all projects in all languages; the first language lies at the root. */
export function renderSite(input: RenderInput): Outcome<readonly Page[]> {
  const problems: Diagnostic[] = [];
  const templates = openTemplates(input.templates, (found) => problems.push(...found));
  const editions = input.languages.map((language, index): Edition => ({
    language,
    words: wordsOf(language, input.words[language], (problem) => problems.push(problem)),
    folder: index === 0 ? "" : `${language}/`,
  }));
  const pages = joinOutcomes(
    editions.flatMap((edition) => {
      const made = input.projects.map((project) =>
        renderProject(project, edition, {
          views,
          templates,
          isWanted: input.isWanted ?? (() => true),
          projects: input.projects.map((each) => each.project),
        }),
      );
      const below = made.flatMap(({ value }) => value);
      return [renderEntry(input, { edition, templates, pages: below }), ...made];
    }),
  );
  return outcome(pages.value, [...problems, ...pages.diagnostics]);
}

interface Entry {
  readonly edition: Edition;
  readonly templates: TemplateLibrary;
  readonly pages: readonly Page[];
}

function renderEntry(
  { title, projects }: RenderInput,
  { edition, templates, pages }: Entry,
): Outcome<readonly Page[]> {
  const template = templates.get("home");
  return template
    ? renderHome(projects, edition, { title, template, pages })
    : outcome([], [diagnose("render/missing-template", { template: "home" })]);
}

/** Compiles a template when its first page is made: most projects need a few of them only. */
function openTemplates(
  sources: RenderInput["templates"],
  report: (found: readonly Diagnostic[]) => void,
): TemplateLibrary {
  const named = new Map(sources.map((source) => [source.name, source]));
  const compiled = new Map<string, Template | undefined>();
  return {
    get: (name) => {
      const source = named.get(name);
      if (source === undefined || compiled.has(name)) return compiled.get(name);
      const { value, diagnostics } = compileTemplate(source);
      report(diagnostics);
      compiled.set(name, value);
      return value;
    },
  };
}
