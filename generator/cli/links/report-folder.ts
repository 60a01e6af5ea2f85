import type { Diagnostic } from "#diagnostics/index.ts";
import { type Arguments, exitCodes, type ExitCode } from "../command.ts";
import { printReport } from "../report/print-report.ts";
import { baselineRequest } from "../report/baseline-request.ts";
import { openBaseline } from "../report/open-baseline.ts";
import { checkFolder, type FolderRun } from "./check-folder.ts";
import { type LinkOptions, type OutsideOptions, readLinkOptions } from "./options.ts";
import { linkTexts } from "./texts.ts";

/** `rastro check --links <dir>`: the link check alone. */
export async function reportFolder(args: Arguments): Promise<ExitCode> {
  const options = readLinkOptions(args);
  const { language } = options;
  const run = await checkFolder(options);
  if (!("root" in run)) {
    printReport({ diagnostics: run, language }, args);
    return exitCodes.couldNotRun;
  }
  const freeze = await openBaseline(baselineRequest(args, "."));
  const outside = options.outside ? await askOutside(run, options.outside) : [];
  const frozen = freeze([...run.diagnostics, ...outside]);
  const diagnostics = stricter(frozen.diagnostics, args);
  const lines = [...frozen.lines(language), ...linesAbout(run, diagnostics, options)];
  const { root } = run;
  return printReport({ diagnostics, language, root, lines, facts: factsAbout(run) }, args);
}

/** What asks the web is loaded when somebody wants it. */
const askOutside = async (run: FolderRun, options: OutsideOptions) =>
  (await import("./check-outside.ts")).checkOutside(run, options);

/** `--strict` counts warnings as errors. */
const stricter = (diagnostics: readonly Diagnostic[], { strict }: Arguments) =>
  strict
    ? diagnostics.map((each) =>
        each.severity === "warning" ? { ...each, severity: "error" as const } : each,
      )
    : diagnostics;

function linesAbout(
  { pages, passedOver, internal, external, anchors, sites }: FolderRun,
  diagnostics: readonly Diagnostic[],
  options: LinkOptions,
): readonly string[] {
  const texts = linkTexts(options.language);
  const fixable = diagnostics.filter(({ fix, baselined }) => fix && !baselined).length;
  const command = `rastro fix --links ${options.folder}`;
  return [
    (options.outside ? texts.asked : texts.checked)(pages, internal, external),
    ...(passedOver > 0 ? [texts.passedOver(passedOver)] : []),
    texts.anchors([...new Set([anchors, ...sites])].join(", ")),
    ...(fixable > 0 ? [texts.fixable(fixable, command)] : []),
  ];
}

const factsAbout = ({ pages, passedOver, internal, external, anchors, sites }: FolderRun) => ({
  anchors,
  sites,
  pages,
  passedOver,
  links: { internal, external },
});
