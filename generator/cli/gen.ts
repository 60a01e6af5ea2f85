import { type Diagnostic, hasErrors, outcome, type Outcome } from "#diagnostics/index.ts";
import { outputNames } from "#diagnostics/outputs/names.ts";
import { type OutputFile, type Target, targets } from "#model/page.ts";
import {
  planPublication,
  type Publication,
  type PublicationPlan,
  publish,
  recoverPublication,
  writeCommitted,
} from "#publish/index.ts";
import { join } from "node:path";
import {
  type Arguments,
  type Command,
  exitCodes,
  type ExitCode,
  trustOptions,
  UsageError,
} from "./command.ts";
import {
  asOfLine,
  languageWithoutSettings,
  type ProjectRun,
  runFacts,
  runProject,
  speakerOf,
} from "./project-run.ts";
import { nextCommands } from "./next-commands.ts";
import { printReport } from "./report/print-report.ts";
import { exitCodeWithGates } from "./required-gates.ts";
import { textsOf } from "./texts.ts";

/** Makes the documentation and writes what changed. */
export const gen: Command = {
  usage: "rastro gen [target…]",
  summary: {
    "pt-BR": "gera a documentação em out/, e as regiões de arquivos versionados",
    en: "makes the documentation in out/, and the regions of committed files",
  },
  options: trustOptions,
  formats: outputNames,
  run: async (args, all) => {
    const wanted = readTargets(args);
    const { value: run, diagnostics } = await runProject(args, all);
    if (run === undefined) {
      printReport({ diagnostics, language: languageWithoutSettings(args) }, args);
      return exitCodes.couldNotRun;
    }
    return hasErrors(diagnostics)
      ? refuse(run, diagnostics, args)
      : write(run, diagnostics, { args, wanted });
  },
};

function readTargets({ operands, lang, at }: Arguments): readonly Target[] {
  const known = new Set<string>(targets);
  const unknown = operands.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(textsOf(lang ?? "en").unknownTarget(unknown));
  }
  if (at !== undefined && operands.join() !== "schema") {
    throw new UsageError(textsOf(lang ?? "en").atNeedsSchema);
  }
  return operands.length === 0 ? targets : (operands as readonly Target[]);
}

function refuse(run: ProjectRun, diagnostics: readonly Diagnostic[], args: Arguments): ExitCode {
  const lines = [...asOfLine(run), textsOf(run.language).nothingWritten];
  const facts = { ...runFacts(run), next: nextCommands(run, diagnostics) };
  return printReport({ diagnostics, ...speakerOf(run, args), lines, facts }, args);
}

function write(
  run: ProjectRun,
  diagnostics: readonly Diagnostic[],
  { args, wanted }: { args: Arguments; wanted: readonly Target[] },
): ExitCode {
  const { settings, site, language } = run;
  const published = publishSite(site.files, join(settings.root, "out"), wanted);
  const { written, unchanged, removed } = published.value.files;
  const isWhole = wanted.length === targets.length && !hasErrors(published.diagnostics);
  const committed = writeCommitted(isWhole ? site.committed : [], settings.root);
  const said = [...published.diagnostics, ...committed.diagnostics];
  const failed = hasErrors(said);
  const texts = textsOf(language);
  const lines = [
    ...asOfLine(run),
    hasErrors(published.diagnostics)
      ? texts.nothingWritten
      : texts.published(written, unchanged, removed),
    ...committed.value.map(texts.regionsWritten),
  ];
  const code = printReport(
    {
      diagnostics: [...diagnostics, ...said],
      ...speakerOf(run, args),
      lines,
      facts: {
        ...runFacts(run),
        ...published.value,
        committed: committed.value,
        next: nextCommands(run, [...diagnostics, ...said]),
      },
    },
    args,
  );
  return failed ? exitCodes.couldNotRun : exitCodeWithGates(run, code);
}

/** What was written, counted; and of the pages, each by its path below `out/`. */
interface Published {
  readonly files: Publication;
  readonly pages: Readonly<Record<"written" | "unchanged" | "removed", readonly string[]>>;
}

const nothing: Published = {
  files: { written: 0, unchanged: 0, removed: 0 },
  pages: { written: [], unchanged: [], removed: [] },
};

/** Puts right what a killed run left, then exchanges the output for the new one. */
function publishSite(
  files: readonly OutputFile[],
  out: string,
  wanted: readonly Target[],
): Outcome<Published> {
  const recovered = recoverPublication(out);
  if (hasErrors(recovered.diagnostics)) return outcome(nothing, recovered.diagnostics);
  const plan = planPublication(files, out, { targets: wanted });
  const said = [...recovered.diagnostics, ...plan.diagnostics];
  if (plan.value === undefined || hasErrors(said)) return outcome(nothing, said);
  const { value, diagnostics } = publish(plan.value);
  const pages = pagesIn(files, wanted, plan.value);
  return outcome({ files: value, pages }, [...said, ...diagnostics]);
}

/** The Markdown pages of the wanted targets: what became of each. */
function pagesIn(
  files: readonly OutputFile[],
  wanted: readonly Target[],
  plan: PublicationPlan,
): Published["pages"] {
  const targets = new Set<string>(wanted);
  const isPage = (path: string): boolean => path.startsWith("md/") && path.endsWith(".md");
  const made = files
    .filter(({ path, target }) => isPage(path) && targets.has(target))
    .map(({ path }) => path);
  const writes = new Set(plan.writes.map(({ path }) => path));
  return {
    written: made.filter((path) => writes.has(path)),
    unchanged: made.filter((path) => !writes.has(path)),
    removed: plan.removed.filter(isPage),
  };
}
