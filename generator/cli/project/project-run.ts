import { loadTemplates } from "#config/index.ts";
import { type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { checkEngine } from "#markdown/index.ts";
import type { Item } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import { type Settings, type SourceName, sourceNames } from "#model/settings.ts";
import { basename } from "node:path";
import { generate, type GenerateOptions, type Site } from "../../generate.ts";
import type { Arguments, ListCommands } from "../command.ts";
import { baselineRequest } from "../report/baseline-request.ts";
import { findingAddress } from "../report/finding-address.ts";
import { openBaseline } from "../report/open-baseline.ts";
import { showProgress } from "./progress.ts";
import { checkRequiredGates, requiredGateLines } from "./required-gates.ts";
import { settingsFor } from "./settings-for.ts";
import { textsOf } from "../texts.ts";

export { languageWithoutSettings, settingsFor } from "./settings-for.ts";

/** What `gen` and `check` have in common: the site in memory, and the language to speak. */
export interface ProjectRun {
  readonly settings: Settings;
  readonly site: Site;
  readonly language: Language;
  /** What is to be said about findings that were known before. */
  readonly known: readonly string[];
}

/** Makes the documentation in memory; no run without settings and engine. */
export async function runProject(
  args: Arguments,
  list: ListCommands,
  shown: Pick<GenerateOptions, "preview"> = {},
): Promise<Outcome<ProjectRun | undefined>> {
  const loaded = settingsFor(args);
  if (loaded.value === undefined) return outcome(undefined, loaded.diagnostics);
  const missing = checkEngine();
  if (missing.length > 0) return outcome(undefined, missing);
  const strict = loaded.value.strict || args.strict;
  const settings = showAt({ ...loaded.value, strict }, args.at);
  const language = args.lang ?? settings.languages[0];
  const freeze = await openBaseline(baselineRequest(args, settings.root, settings.baseline));
  let known: readonly string[] = [];
  const progress = showProgress(language, process.stderr);
  const { value: site, diagnostics } = await generate(settings, loadTemplates(), {
    ...trustedRefOf(args),
    ...shown,
    onStep: progress.step,
    commands: await commandLines(settings, list),
    settle: (found) => {
      const frozen = freeze(found);
      known = frozen.lines(language);
      return frozen.diagnostics;
    },
  });
  progress.end();
  const all = [...diagnostics, ...checkRequiredGates({ settings, site })];
  return outcome({ settings, site, language, known }, settings.strict ? strictly(all) : all);
}

/** Loading every command takes its time: only where a region may list them. */
async function commandLines(
  { regions }: Settings,
  list: ListCommands,
): Promise<NonNullable<GenerateOptions["commands"]>> {
  const commands = regions.length === 0 ? [] : await list();
  const lines = (language: Language) =>
    commands.map(({ usage, summary }) => ({ usage, summary: summary[language] }));
  return { "pt-BR": lines("pt-BR"), en: lines("en") };
}

/** Whose word counts about gates: for the command line to say, never for the settings. */
export function trustedRefOf({ own }: Arguments): { readonly trustedRef?: string } {
  const asked = own["trusted-ref"] ?? process.env["RASTRO_TRUSTED_REF"];
  return typeof asked === "string" && asked !== "" ? { trustedRef: asked } : {};
}

/**
 * The schema of another day, alone: what else the project says speaks of today's. Only projects
 * with migrations have one.
 */
function showAt(settings: Settings, at: string | undefined): Settings {
  if (at === undefined) return settings;
  const projects = settings.projects.map((project) => ({
    ...project,
    sources: { ...withoutSources, sql: project.sources.sql },
  }));
  return { ...settings, projects, schemaAt: at };
}

const withoutSources = Object.fromEntries(
  sourceNames.map((name): [SourceName, readonly []] => [name, []]),
) as Readonly<Record<SourceName, readonly []>>;

const strictly = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.map((each) => (each.severity === "warning" ? { ...each, severity: "error" } : each));

/** What a report about a project has in every command: its language, its folder, its settings. */
export const speakerOf = ({ language, settings }: ProjectRun, { config }: Arguments) => ({
  language,
  root: settings.root,
  subject: basename(config),
  pageOf: (code: string) => findingAddress(code, settings, language),
});

/** The lines after the findings that every run prints. */
export const asOfLine = (run: ProjectRun): readonly string[] => {
  const { asOf } = run.site;
  const day = asOf === undefined ? [] : [textsOf(run.language).asOf(asOf)];
  return [...day, ...run.known, ...requiredGateLines(run)];
};

/** What `--format json` says of a run besides its findings. */
export const runFacts = ({ site }: ProjectRun): Readonly<Record<string, unknown>> => ({
  asOf: site.asOf ?? null,
  gates: site.projects.flatMap(({ project, graph, evaluation }) =>
    [...evaluation.gates].map(([gate, { verdict, met, notMet, undetermined }]) => ({
      project: project.name,
      gate,
      verdict,
      criteria: { met, notMet, undetermined },
      ...placeOf(graph.items.get(gate)),
    })),
  ),
  late: site.projects.flatMap(({ project, graph, evaluation }) =>
    [...evaluation.late].map((item) => ({
      project: project.name,
      item,
      ...lateFacts(graph.items.get(item)),
    })),
  ),
});

const placeOf = (item: Item | undefined) =>
  item && { title: item.title, file: item.location.file, line: item.location.line };

/** What is late, since when and whose it is. */
function lateFacts(item: Item | undefined) {
  const { due, date, start, owner } = (item?.attributes ?? {}) as Readonly<Record<string, unknown>>;
  return { ...placeOf(item), due: due ?? date ?? start ?? null, owner: owner ?? null };
}
