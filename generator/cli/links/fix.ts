import type { Diagnostic } from "#diagnostics/index.ts";
import { type Arguments, type Command, exitCodes, type ExitCode } from "../command.ts";
import { printReport } from "../report/print-report.ts";
import { type AppliedFix, applyFixes } from "./apply-fixes.ts";
import { authoredPages } from "./authored-pages.ts";
import { checkFolder, type FolderRun } from "./check-folder.ts";
import { linkOptions, readLinkOptions } from "./options.ts";
import { linkTexts } from "./texts.ts";

/** Applies the fixes that are certain, and nothing else. */
export const fix: Command = {
  usage: "rastro fix [--links <dir>] [--dry-run]",
  examples: ["rastro fix --dry-run", "rastro fix", "rastro fix --links docs"],
  summary: {
    "pt-BR": "aplica as correções certas, e nada mais",
    en: "applies the fixes that are certain, and nothing else",
  },
  options: {
    "dry-run": {
      type: "boolean",
      about: {
        "pt-BR": "diz o que seria corrigido, sem escrever",
        en: "says what would be mended, and writes nothing",
      },
    },
    ...linkOptions,
  },
  run: async (args) => {
    const run = await check(args);
    if ("root" in run) return mend(run, args);
    printReport({ diagnostics: run, language: readLinkOptions(args).language }, args);
    return exitCodes.couldNotRun;
  },
};

/** The folder that is asked for; without one, the pages that the settings name. */
async function check(args: Arguments): Promise<FolderRun | readonly Diagnostic[]> {
  const options = readLinkOptions(args);
  if (args.own["links"] !== undefined) return checkFolder(options);
  const { value: own, diagnostics } = await authoredPages(args);
  if (own === undefined) return diagnostics;
  const run = await checkFolder({ ...options, folder: own.root });
  if (!("root" in run)) return run;
  const isOwn = ({ file = "" }: Diagnostic): boolean => own.files.has(file);
  return { ...run, diagnostics: run.diagnostics.filter(isOwn) };
}

function mend({ root, diagnostics }: FolderRun, args: Arguments): ExitCode {
  const isDryRun = args.own["dry-run"] === true;
  const applied = applyFixes(root, diagnostics, { isDryRun });
  const texts = linkTexts(readLinkOptions(args).language);
  const files = new Set(applied.map(({ file }) => file)).size;
  const count = (isDryRun ? texts.wouldFix : texts.fixedCount)(applied.length, files);
  const lines = applied.flatMap(isDryRun ? diffOf : (each) => [told(each)]);
  const isJson = args.format === "json";
  console.log(isJson ? JSON.stringify({ fixes: applied }, null, 2) : [...lines, count].join("\n"));
  return exitCodes.clean;
}

const told = ({ file, line, column, before, text }: AppliedFix): string =>
  `${file}:${line}:${column} ${before} → ${text}`;

const diffOf = ({ file, line, lines: [before, after] }: AppliedFix): readonly string[] => [
  `${file}:${line}`,
  `- ${before}`,
  `+ ${after}`,
];
