import type { Diagnostic } from "#diagnostics/index.ts";
import { type Arguments, exitCodes, type ExitCode } from "../command.ts";
import { printReport } from "../report/print-report.ts";
import { applyBaseline, writeBaseline } from "./baseline.ts";
import { checkFolderAndMoves, type FolderRun } from "./check-folder.ts";
import { type LinkOptions, readLinkOptions, textOption } from "./options.ts";
import { linkTexts } from "./texts.ts";

/** `rastro check --links <dir>`: the link check alone. */
export async function reportFolder(args: Arguments): Promise<ExitCode> {
  const options = readLinkOptions(args);
  const { language } = options;
  const run = await checkFolderAndMoves(options);
  if (!("root" in run)) {
    printReport({ diagnostics: run, language }, args);
    return exitCodes.couldNotRun;
  }
  const path = textOption(args, "baseline");
  const isUpdate = args.own["update-baseline"] === true;
  const target = path ?? "rastro.baseline.json";
  const noted = isUpdate ? writeBaseline(run.diagnostics, target) : undefined;
  const { value, diagnostics } = applyBaseline(run.diagnostics, isUpdate ? target : path);
  const all = stricter([...value, ...diagnostics], args);
  const lines = [
    ...(noted === undefined ? [] : [linkTexts(language).written(noted, target)]),
    ...linesAbout(run, all, { options, baseline: path }),
  ];
  const { root } = run;
  return printReport({ diagnostics: all, language, root, lines, facts: factsAbout(run) }, args);
}

/** `--strict` counts warnings as errors. */
const stricter = (diagnostics: readonly Diagnostic[], { strict }: Arguments) =>
  strict
    ? diagnostics.map((each) =>
        each.severity === "warning" ? { ...each, severity: "error" as const } : each,
      )
    : diagnostics;

function linesAbout(
  { pages, internal, external, anchors }: FolderRun,
  diagnostics: readonly Diagnostic[],
  { options, baseline }: { options: LinkOptions; baseline: string | undefined },
): readonly string[] {
  const texts = linkTexts(options.language);
  const fixable = diagnostics.filter(({ fix, baselined }) => fix && !baselined).length;
  const known = diagnostics.filter(({ baselined }) => baselined).length;
  const command = `rastro fix --links ${options.folder}`;
  return [
    texts.checked(pages, internal, external),
    texts.anchors(anchors),
    ...(fixable > 0 ? [texts.fixable(fixable, command)] : []),
    ...(known > 0 && baseline !== undefined ? [texts.baselined(known, baseline)] : []),
  ];
}

const factsAbout = ({ pages, internal, external, anchors }: FolderRun) => ({
  anchors,
  pages,
  links: { internal, external },
});
