import { packageVersion, type TemplateFiles } from "#config/index.ts";
import {
  type Diagnostic,
  type Finding,
  hasErrors,
  joinOutcomes,
  outcome,
  type Outcome,
  sortDiagnostics,
  toFinding,
} from "#diagnostics/index.ts";
import { evaluate, loadExpressions } from "#evaluate/index.ts";
import { buildGraph, compareApis, compareSchemas, compareSymbols } from "#graph/index.ts";
import type { Fact } from "#model/fact.ts";
import type { ItemId } from "#model/item.ts";
import type { Language, OutputFile, Page } from "#model/pages/page.ts";
import type { CommittedFile } from "#model/pages/region.ts";
import type { ProjectSettings, Settings } from "#model/settings.ts";
import type { GateFiles } from "#model/programme/sign-off.ts";
import {
  type CommandLine,
  type EvaluatedProject,
  makeSite,
  renderChangelogs,
  renderData,
  renderRedirects,
  renderRegions,
  renderSite,
} from "#render/index.ts";
import {
  readAssets,
  readCommitted,
  readGates,
  readRegions,
  readSources,
  withMigrationCommits,
  withReleaseApis,
  withReleaseSchemas,
  withReleaseSymbols,
} from "#sources/index.ts";
import { inventoryFile, verify } from "#verify/index.ts";
import { keepAddresses } from "./keep-addresses.ts";
import { type Preview, showPreview } from "./preview.ts";
import { besideSite, siteInput } from "./site-input.ts";
import { startSearch } from "./start-search.ts";

/** Everything that one run makes, in memory. */
export interface Site {
  readonly projects: readonly EvaluatedProject[];
  readonly files: readonly OutputFile[];
  /** Files of the repository with regions, as they would be. */
  readonly committed: readonly CommittedFile[];
  /** The date that counted as today; absent when nothing tells it. */
  readonly asOf?: string;
}

/** How decisions are judged; what is absent is the plainest way. */
export interface JudgeOptions {
  /** Whose policies and lists of signers count; the main branch when absent. */
  readonly trustedRef?: string;
  /** The gate that is asked about, judged by the trusted policy even when nobody has signed. */
  readonly wanted?: string;
  /** The moment that expiry is judged at, given the date that counts as today; that date itself when absent. */
  readonly now?: (asOf: string | undefined) => string;
  /** Hears what is being done. */
  readonly onStep?: (step: Step) => void;
}

/** What a run is doing, for whoever waits for it. */
export type Step = "sources" | "releases" | "pages" | "site" | "links";

/** What pages are made of besides the facts. */
export interface GenerateOptions extends JudgeOptions {
  /** The commands of the command line, for the regions that list them; none when absent. */
  readonly commands?: Readonly<Record<Language, readonly CommandLine[]>>;
  /** Judges what was found before it is written down; nothing changes when absent. */
  readonly settle?: (found: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Who sees some pages before the others are made. */
  readonly preview?: Preview;
}

/** A project with everything that is known about it, and what lies on disk about its gates. */
export interface JudgedProject extends EvaluatedProject {
  readonly gateFiles: ReadonlyMap<ItemId, GateFiles>;
}

/** Everything that is known before a page is made. */
export interface Judgement {
  readonly projects: readonly JudgedProject[];
  /** The date that counted as today; absent when nothing tells it. */
  readonly asOf?: string;
}

/** Reads, links and judges all projects. */
export async function judge(
  settings: Settings,
  options: JudgeOptions = {},
): Promise<Outcome<Judgement>> {
  const facts = await readProjects(settings, options.onStep);
  const asOf = settings.asOf ?? newestCommit(facts.value.flat());
  const hasDefects = hasErrors(facts.diagnostics);
  const evaluated = await Promise.all(
    settings.projects.map((project, index) =>
      judgeProject({ settings, project, asOf, hasDefects, options }, facts.value[index] ?? []),
    ),
  );
  const projects = joinOutcomes(
    evaluated.map(({ value, diagnostics }) => outcome([value], diagnostics)),
  );
  return outcome({ projects: projects.value, ...(asOf !== undefined && { asOf }) }, [
    ...facts.diagnostics,
    ...projects.diagnostics,
  ]);
}

interface ProjectRequest {
  readonly settings: Settings;
  readonly project: ProjectSettings;
  readonly asOf: string | undefined;
  readonly hasDefects: boolean;
  readonly options: JudgeOptions;
}

async function judgeProject(
  { settings: { root }, project, asOf, hasDefects, options }: ProjectRequest,
  facts: readonly Fact[],
): Promise<Outcome<JudgedProject>> {
  const { now, ...asked } = options;
  const tool = { name: "rastro", version: packageVersion() };
  const read = await readGates({ root, project, facts, tool, ...asked });
  const graph = buildGraph(read.facts);
  const expressions = await loadExpressions(graph.value);
  const evaluation = evaluate(graph.value, {
    files: read.files,
    hasDefects: hasDefects || hasErrors(graph.diagnostics),
    ...(asOf !== undefined && { asOf }),
    ...(now && { now: now(asOf) }),
    ...(expressions && { expressions }),
  });
  return outcome(
    { project, graph: graph.value, evaluation: evaluation.value, gateFiles: read.files },
    [...read.diagnostics, ...graph.diagnostics, ...evaluation.diagnostics],
  );
}

const noCommands: NonNullable<GenerateOptions["commands"]> = { "pt-BR": [], en: [] };
const asFound = (found: readonly Diagnostic[]): readonly Diagnostic[] => found;

/** Makes the whole documentation in memory. Nothing is written, and no stage stops the next. */
export async function generate(
  settings: Settings,
  templates: TemplateFiles,
  { commands = noCommands, settle = asFound, preview, ...options }: GenerateOptions = {},
): Promise<Outcome<Site>> {
  const judged = await judge(settings, options);
  const { projects, asOf } = judged.value;
  if (preview) await showPreview(projects, { settings, templates }, preview);
  const input = { ...settings, ...templates, projects };
  options.onStep?.("pages");
  const pages = renderSite(input);
  const search = startSearch(pages.value.length);
  options.onStep?.("site");
  const surroundings = await siteInput(pages.value, { ...settings, ...templates }, projects);
  const site = makeSite(pages.value, surroundings, search.add);
  const indexes = search.finish(templates.words);
  const files = [
    ...pages.value.map(markdownFile),
    ...site.value.files,
    ...assetFiles(settings, projects),
  ];
  options.onStep?.("links");
  const verified = verify(site.value.pages, files, besideSite(settings));
  const redirects = await keepAddresses(verified.value, settings);
  const sources = await readRegions(settings);
  const { words } = templates;
  const regions = renderRegions({ sources: sources.value, settings, projects, commands, words });
  const changelogs = renderChangelogs(input, (file) => readCommitted(settings.root, file));
  const stages = [judged, pages, site, verified, redirects, sources, regions, changelogs];
  const diagnostics = settle(stages.flatMap((stage) => stage.diagnostics));
  const data = renderData(projects, inWords(diagnostics, settings));
  const inventory = inventoryFile(verified.value, redirects.value);
  const stubs = renderRedirects(redirects.value, input);
  const all = [...files, ...stubs, ...(await indexes), ...data, inventory];
  const committed = [...regions.value, ...changelogs.value];
  return outcome(
    { projects, files: all, committed, ...(asOf !== undefined && { asOf }) },
    diagnostics,
  );
}

async function readProjects(
  settings: Settings,
  onStep: JudgeOptions["onStep"],
): Promise<Outcome<readonly (readonly Fact[])[]>> {
  onStep?.("sources");
  const read = await Promise.all(
    settings.projects.map(async (project) => {
      const { value: facts, diagnostics } = await readSources(settings, project);
      const { root } = settings;
      onStep?.("releases");
      const schemas = { facts, compare: compareSchemas };
      const withSchemas = await withReleaseSchemas(root, project, schemas);
      const apis = { facts: withSchemas, compare: compareApis };
      const withApis = await withReleaseApis(root, project, apis);
      const symbols = { facts: withApis, compare: compareSymbols };
      const withSymbols = await withReleaseSymbols(root, project, symbols);
      return outcome(await withMigrationCommits(root, withSymbols), diagnostics);
    }),
  );
  return joinOutcomes(read.map(({ value, diagnostics }) => outcome([value], diagnostics)));
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
