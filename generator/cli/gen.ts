import { type Diagnostic, hasErrors, outcome, type Outcome } from "#diagnostics/index.ts";
import { type OutputFile, type Target, targets } from "#model/page.ts";
import { planPublication, type Publication, publish, recoverPublication } from "#publish/index.ts";
import { join } from "node:path";
import { type Arguments, type Command, exitCodes, type ExitCode, UsageError } from "./command.ts";
import {
  asOfLine,
  languageWithoutSettings,
  type ProjectRun,
  runFacts,
  runProject,
} from "./project-run.ts";
import { printReport } from "./report.ts";
import { textsOf } from "./texts.ts";

/** Makes the documentation and writes what changed. */
export const gen: Command = {
  usage: "rastro gen [target…]",
  summary: {
    "pt-BR": "gera a documentação em out/",
    en: "makes the documentation in out/",
  },
  run: async (args) => {
    const wanted = readTargets(args);
    const { value: run, diagnostics } = await runProject(args);
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
  return printReport({ diagnostics, language: run.language, lines, facts: runFacts(run) }, args);
}

function write(
  run: ProjectRun,
  diagnostics: readonly Diagnostic[],
  { args, wanted }: { args: Arguments; wanted: readonly Target[] },
): ExitCode {
  const { settings, site, language } = run;
  const published = publishSite(site.files, join(settings.root, "out"), wanted);
  const { written, unchanged, removed } = published.value;
  const failed = hasErrors(published.diagnostics);
  const texts = textsOf(language);
  const lines = [
    ...asOfLine(run),
    failed ? texts.nothingWritten : texts.published(written, unchanged, removed),
  ];
  const code = printReport(
    {
      diagnostics: [...diagnostics, ...published.diagnostics],
      language,
      lines,
      facts: { ...runFacts(run), files: published.value },
    },
    args,
  );
  return failed ? exitCodes.couldNotRun : code;
}

const nothing: Publication = { written: 0, unchanged: 0, removed: 0 };

/** Puts right what a killed run left, then exchanges the output for the new one. */
function publishSite(
  files: readonly OutputFile[],
  out: string,
  wanted: readonly Target[],
): Outcome<Publication> {
  const recovered = recoverPublication(out);
  if (hasErrors(recovered.diagnostics)) return outcome(nothing, recovered.diagnostics);
  const plan = planPublication(files, out, { targets: wanted });
  const said = [...recovered.diagnostics, ...plan.diagnostics];
  if (plan.value === undefined || hasErrors(said)) return outcome(nothing, said);
  const { value, diagnostics } = publish(plan.value);
  return outcome(value, [...said, ...diagnostics]);
}
