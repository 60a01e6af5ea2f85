import type { TemplateFiles } from "#config/index.ts";
import {
  type Diagnostic,
  type Finding,
  joinOutcomes,
  outcome,
  type Outcome,
  sortDiagnostics,
  toFinding,
} from "#diagnostics/index.ts";
import { evaluate } from "#evaluate/index.ts";
import { buildGraph, compareSchemas } from "#graph/index.ts";
import type { Fact } from "#model/fact.ts";
import type { OutputFile, Page } from "#model/page.ts";
import type { Settings } from "#model/settings.ts";
import { type EvaluatedProject, makeSite, renderData, renderSite } from "#render/index.ts";
import { readAssets, readSources, withReleaseSchemas } from "#sources/index.ts";
import { inventoryFile, verify } from "#verify/index.ts";

/** Everything that one run makes, in memory. */
export interface Site {
  readonly projects: readonly EvaluatedProject[];
  readonly files: readonly OutputFile[];
  /** The date that counted as today; absent when nothing tells it. */
  readonly asOf?: string;
}

/** Makes the whole documentation in memory. Nothing is written, and no stage stops the next. */
export async function generate(
  settings: Settings,
  templates: TemplateFiles,
): Promise<Outcome<Site>> {
  const facts = await readProjects(settings);
  const asOf = settings.asOf ?? newestCommit(facts.value.flat());
  const evaluated = evaluateProjects(settings, facts.value, asOf);
  const projects = evaluated.value;
  const input = { ...settings, ...templates, projects };
  const pages = renderSite(input);
  const site = makeSite(pages.value, { ...input, projects: settings.projects });
  const files = [
    ...pages.value.map(markdownFile),
    ...site.value.files,
    ...assetFiles(settings, projects),
  ];
  const verified = verify(site.value.pages, files);
  const stages = [facts, evaluated, pages, site, verified];
  const diagnostics = stages.flatMap((stage) => stage.diagnostics);
  const data = renderData(projects, inWords(diagnostics, settings));
  const all = [...files, ...data, inventoryFile(verified.value)];
  return outcome({ projects, files: all, ...(asOf !== undefined && { asOf }) }, diagnostics);
}

async function readProjects(settings: Settings): Promise<Outcome<readonly (readonly Fact[])[]>> {
  const read = await Promise.all(
    settings.projects.map(async (project) => {
      const { value: facts, diagnostics } = await readSources(settings, project);
      const about = { facts, compare: compareSchemas };
      return outcome(await withReleaseSchemas(settings.root, project, about), diagnostics);
    }),
  );
  return joinOutcomes(read.map(({ value, diagnostics }) => outcome([value], diagnostics)));
}

function evaluateProjects(
  { projects }: Settings,
  facts: readonly (readonly Fact[])[],
  asOf: string | undefined,
): Outcome<readonly EvaluatedProject[]> {
  return joinOutcomes(
    projects.map((project, index) => {
      const graph = buildGraph(facts[index] ?? []);
      const evaluation = evaluate(graph.value, asOf === undefined ? {} : { asOf });
      return outcome(
        [{ project, graph: graph.value, evaluation: evaluation.value }],
        [...graph.diagnostics, ...evaluation.diagnostics],
      );
    }),
  );
}

/** The date of the youngest commit, with the offset of its author; nothing without a history. */
function newestCommit(facts: readonly Fact[]): string | undefined {
  const dates = facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === "commit" ? [fact.item.attributes.date] : [],
  );
  return dates.reduce<string | undefined>(
    (newest, date) =>
      newest === undefined || Date.parse(date) > Date.parse(newest) ? date : newest,
    undefined,
  );
}

const markdownFile = ({ path, target, markdown }: Page): OutputFile => ({
  path: `md/${path}`,
  target,
  content: markdown,
});

/** Images and downloads lie beside the Markdown and beside the HTML, so that each works alone. */
const assetFiles = (
  { root }: Settings,
  projects: readonly EvaluatedProject[],
): readonly OutputFile[] =>
  readAssets(
    root,
    projects.map(({ graph }) => graph),
  ).flatMap(({ path, content }): readonly OutputFile[] => [
    { path: `md/${path}`, target: "pages", content },
    { path: `site/${path}`, target: "site", content },
  ]);

const inWords = (diagnostics: readonly Diagnostic[], { languages }: Settings): readonly Finding[] =>
  sortDiagnostics(diagnostics).map((each) => toFinding(each, languages[0]));
