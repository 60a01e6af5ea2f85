import { type Diagnostic, hasErrors, outcome, type Outcome } from "#diagnostics/index.ts";
import { type OutputFile, type Target, targets } from "#model/pages/page.ts";
import {
  checkVersions,
  planPublication,
  type Publication,
  type PublicationPlan,
  publish,
  recoverPublication,
  writeCommitted,
} from "#publish/index.ts";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Arguments, exitCodes, type ExitCode, type ListCommands } from "../command.ts";
import {
  asOfLine,
  languageWithoutSettings,
  type ProjectRun,
  runFacts,
  runProject,
  speakerOf,
} from "../project/project-run.ts";
import { nextCommands } from "../next-commands.ts";
import { printReport } from "../report/print-report.ts";
import type { Report } from "../report/report.ts";
import { exitCodeWithGates } from "../project/required-gates.ts";
import { textsOf } from "../texts.ts";
import { placeOf } from "./kept-version.ts";
import { refusalLines } from "./refusal.ts";
import type { RunMemory } from "./run-memory.ts";

/** What is asked for, and where it is remembered. */
interface Making {
  readonly args: Arguments;
  readonly wanted: readonly Target[];
  readonly memory: RunMemory;
}

/** Makes the documentation, and writes it when nothing is wrong. */
export async function makeDocumentation(making: Making, list: ListCommands): Promise<ExitCode> {
  const { args } = making;
  const { value: run, diagnostics } = await runProject(args, list);
  if (run === undefined) {
    printReport({ diagnostics, language: languageWithoutSettings(args) }, args);
    return exitCodes.couldNotRun;
  }
  return hasErrors(diagnostics) ? refuse(run, diagnostics, args) : write(run, diagnostics, making);
}

function refuse(run: ProjectRun, diagnostics: readonly Diagnostic[], args: Arguments): ExitCode {
  const lines = [...asOfLine(run), ...refusalLines(run, diagnostics)];
  const facts = { ...runFacts(run), next: nextCommands(run, diagnostics) };
  return printReport({ diagnostics, ...speakerOf(run, args), lines, facts }, args);
}

function write(
  run: ProjectRun,
  diagnostics: readonly Diagnostic[],
  { args, wanted, memory }: Making,
): ExitCode {
  const { settings, site } = run;
  const { out, files } = placeOf(settings, site.files);
  const published = publishSite(files, out, wanted);
  const isWhole = wanted.length === targets.length && !hasErrors(published.diagnostics);
  const isCurrent = settings.versionLabel === undefined;
  const committed = writeCommitted(isWhole && isCurrent ? site.committed : [], settings.root);
  const versions = checkVersions(join(settings.root, "out"), settings);
  const said = [...published.diagnostics, ...committed.diagnostics, ...versions];
  const all = [...diagnostics, ...said];
  const report = (done: Published): Report =>
    reportOf(run, { args, done, all, regions: committed.value });
  const printed = printReport(report(published.value), args);
  if (hasErrors(said)) return exitCodes.couldNotRun;
  const code = exitCodeWithGates(run, printed);
  if (said.length + committed.value.length === 0) {
    memory.remember(settings, { report: report(quiet(published.value)), code });
  }
  return code;
}

interface Done {
  readonly args: Arguments;
  readonly done: Published;
  readonly all: readonly Diagnostic[];
  readonly regions: readonly string[];
}

function reportOf(run: ProjectRun, { args, done, all, regions }: Done): Report {
  const { files, pages } = done;
  const { written, unchanged, removed } = files;
  const texts = textsOf(run.language);
  const lines = [
    ...asOfLine(run),
    hasErrors(all) ? texts.nothingWritten : texts.published(written, unchanged, removed),
    ...regions.map(texts.regionsWritten),
  ];
  const facts = {
    ...runFacts(run),
    files,
    pages,
    committed: regions,
    next: nextCommands(run, all),
  };
  return { diagnostics: all, ...speakerOf(run, args), lines, facts };
}

/** What a run says that finds everything as this one left it. */
const quiet = ({ files, made }: Published): Published => ({
  files: { written: 0, removed: 0, unchanged: files.written + files.unchanged },
  pages: { written: [], unchanged: made, removed: [] },
  made,
});

/** What was written, counted; and of the pages, each by its path below `out/`. */
interface Published {
  readonly files: Publication;
  readonly pages: Readonly<Record<"written" | "unchanged" | "removed", readonly string[]>>;
  /** Every Markdown page of the wanted targets. */
  readonly made: readonly string[];
}

const nothing: Published = {
  files: { written: 0, unchanged: 0, removed: 0 },
  pages: { written: [], unchanged: [], removed: [] },
  made: [],
};

/** Puts right what a killed run left, then exchanges the output for the new one. */
function publishSite(
  files: readonly OutputFile[],
  out: string,
  wanted: readonly Target[],
): Outcome<Published> {
  mkdirSync(dirname(out), { recursive: true });
  const recovered = recoverPublication(out);
  if (hasErrors(recovered.diagnostics)) return outcome(nothing, recovered.diagnostics);
  const plan = planPublication(files, out, { targets: wanted });
  const said = [...recovered.diagnostics, ...plan.diagnostics];
  if (plan.value === undefined || hasErrors(said)) return outcome(nothing, said);
  const { value, diagnostics } = publish(plan.value);
  const made = madePages(files, wanted);
  const pages = pagesIn(made, plan.value);
  return outcome({ files: value, pages, made }, [...said, ...diagnostics]);
}

const isPage = (path: string): boolean => path.startsWith("md/") && path.endsWith(".md");

function madePages(files: readonly OutputFile[], wanted: readonly Target[]): readonly string[] {
  const targets = new Set<string>(wanted);
  return files
    .filter(({ path, target }) => isPage(path) && targets.has(target))
    .map(({ path }) => path);
}

/** What became of each Markdown page of the wanted targets. */
function pagesIn(made: readonly string[], plan: PublicationPlan): Published["pages"] {
  const writes = new Set(plan.writes.map(({ path }) => path));
  return {
    written: made.filter((path) => writes.has(path)),
    unchanged: made.filter((path) => !writes.has(path)),
    removed: plan.removed.filter(isPage),
  };
}
