import { checkCommitted, checkOutput, recoverPublication } from "#publish/index.ts";
import { join } from "node:path";
import { type Arguments, type ListCommands, exitCodes, type ExitCode } from "../command.ts";
import {
  asOfLine,
  languageWithoutSettings,
  runFacts,
  runProject,
  speakerOf,
} from "./project-run.ts";
import { printReport } from "../report/print-report.ts";
import { exitCodeWithGates } from "./required-gates.ts";

/** `rastro check` by the settings of a project. */
export async function checkProject(args: Arguments, all: ListCommands): Promise<ExitCode> {
  const { value: run, diagnostics } = await runProject(args, all);
  if (run === undefined) {
    printReport({ diagnostics, language: languageWithoutSettings(args) }, args);
    return exitCodes.couldNotRun;
  }
  const out = join(run.settings.root, "out");
  // What a killed run left is no drift: the exchange that it had prepared is finished first.
  const recovered = recoverPublication(out).diagnostics;
  const drift = args.out ? checkOutput(run.site.files, out) : [];
  const stale = checkCommitted(run.site.committed, run.settings.root);
  const report = {
    diagnostics: [...diagnostics, ...recovered, ...stale, ...drift],
    ...speakerOf(run, args),
    lines: asOfLine(run),
    facts: runFacts(run),
  };
  return exitCodeWithGates(run, printReport(report, args));
}
