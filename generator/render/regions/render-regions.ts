import { diagnose, type Diagnostic, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { Language } from "#model/pages/page.ts";
import type {
  ChangedRegion,
  CommittedFile,
  MarkedFile,
  MarkedRegion,
  RegionSources,
} from "#model/pages/region.ts";
import type { Settings } from "#model/settings.ts";
import { formatOf } from "../format.ts";
import type { EvaluatedProject } from "../render.ts";
import { wordsOf } from "../words.ts";
import { regionKinds } from "./kinds.ts";
import type { CommandLine, Region, RegionContext, RegionKind } from "./region.ts";

/** Everything that regions of committed files are made of. */
export interface RegionInput {
  readonly sources: RegionSources;
  readonly settings: Pick<Settings, "asOf" | "writtenAsOf" | "siteUrl" | "languages">;
  readonly projects: readonly EvaluatedProject[];
  readonly commands: Readonly<Record<Language, readonly CommandLine[]>>;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

interface MadeRegion {
  readonly region: MarkedRegion;
  readonly lines: readonly string[];
}

/** The committed files as they would be; what their markers ask for in vain is reported there. */
export function renderRegions(input: RegionInput): Outcome<readonly CommittedFile[]> {
  const made = renderFiles(input);
  const { tracked } = input.sources;
  const beside = made.value.filter(({ before }) => before === undefined);
  if (tracked === undefined || beside.length === 0) return made;
  // A tree shows the files that this run makes, as it will in the next.
  const all = [...new Set([...tracked, ...beside.map(({ file }) => file)])].sort();
  return renderFiles({ ...input, sources: { ...input.sources, tracked: all } });
}

function renderFiles(input: RegionInput): Outcome<readonly CommittedFile[]> {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic): void => void problems.push(problem);
  const files = input.sources.files.flatMap((file) => renderFile(file, input, report));
  return outcome([...new Map(files.map((file) => [file.file, file])).values()], problems);
}

type Report = (problem: Diagnostic) => void;

function renderFile(
  marked: MarkedFile,
  input: RegionInput,
  report: Report,
): readonly CommittedFile[] {
  const language = marked.language ?? input.settings.languages[0];
  const words = wordsOf(language, input.words[language], report);
  const made: MadeRegion[] = [];
  const beside: CommittedFile[] = [];
  for (const region of marked.regions) {
    const { file } = marked;
    const { sources, settings } = input;
    const commands = input.commands[language];
    const format = formatOf(language, words);
    const context = { file, region, words, format, sources, commands, settings };
    const result = makeRegion(context, input.projects, report);
    if (result === undefined || result === "kept" || "impossible" in result) continue;
    made.push({ region, lines: result.lines });
    for (const { file: path, content } of result.files ?? []) {
      beside.push({ file: path, after: content, changed: [] });
    }
  }
  return [spliced(marked, made), ...beside];
}

function makeRegion(
  context: RegionContext,
  projects: readonly EvaluatedProject[],
  report: Report,
): Region | undefined {
  const { file, region } = context;
  const location = { file, line: region.line };
  const kind = regionKinds.get(region.name);
  if (kind === undefined) {
    const { name } = region;
    const suggestions = suggest(name, [...regionKinds.keys()]);
    report(diagnose("render/unknown-region", { name }, { location, target: name, suggestions }));
    return undefined;
  }
  const problems = checkOptions(region, kind, location);
  for (const problem of problems) report(problem);
  if (problems.length > 0) return undefined;
  const made = makeKind(kind, context, projects);
  if ("problem" in made) {
    report(made.problem);
    return undefined;
  }
  if (typeof made.region === "object" && "impossible" in made.region) {
    const { option, impossible: why } = made.region;
    const args = { option, written: region.options[option] ?? "", why };
    report(diagnose("render/region-impossible", args, { location }));
  }
  return made.region;
}

function checkOptions(
  { name, options }: MarkedRegion,
  kind: RegionKind,
  location: { readonly file: string; readonly line: number },
): readonly Diagnostic[] {
  const known = [...kind.options, ...(kind.of === "project" ? ["project"] : [])];
  return Object.keys(options)
    .filter((option) => !known.includes(option))
    .map((option) => {
      const suggestions = suggest(option, known);
      return diagnose(
        "render/region-option",
        { name, option },
        { location, target: option, suggestions },
      );
    });
}

function makeKind(
  kind: RegionKind,
  context: RegionContext,
  projects: readonly EvaluatedProject[],
): { readonly region: Region } | { readonly problem: Diagnostic } {
  if (kind.of === "repository") return { region: kind.make(context) };
  const { name, options, line } = context.region;
  const written = options["project"];
  const chosen =
    written === undefined
      ? projects.filter(() => projects.length === 1)
      : projects.filter(({ project }) => project.name === written);
  const [project] = chosen;
  if (project) return { region: kind.make(context, project) };
  const names = projects.map((each) => each.project.name);
  const args = { name, ...(written !== undefined && { written }) };
  return {
    problem: diagnose("render/region-project", args, {
      location: { file: context.file, line },
      suggestions: written === undefined ? names.slice(0, 3) : suggest(written, names),
    }),
  };
}

/** Only what lies between markers is exchanged, with the ends of line that the file has there. */
function spliced({ file, text }: MarkedFile, made: readonly MadeRegion[]): CommittedFile {
  const lines = text.split("\n");
  const changed: ChangedRegion[] = [];
  for (const { region, lines: inner } of made.toReversed()) {
    const { line, endLine, indent, name } = region;
    const end = (lines[line - 1] ?? "").endsWith("\r") ? "\r" : "";
    const before = lines.slice(line, endLine - 1);
    const after = ["", ...inner, ""].map((each) => (each === "" ? end : `${indent}${each}${end}`));
    if (before.join("\n") === after.join("\n")) continue;
    changed.unshift({ name, line: line + 1, before, after });
    lines.splice(line, before.length, ...after);
  }
  return { file, before: text, after: lines.join("\n"), changed };
}
