import { type Command, exitCodes } from "../command.ts";
import { type AppliedFix, applyFixes } from "./apply-fixes.ts";
import { checkFolder } from "./check-folder.ts";
import { linkOptions, readLinkOptions } from "./options.ts";
import { linkTexts } from "./texts.ts";
import { printReport } from "../report.ts";

/** Applies the fixes that are certain, and nothing else. */
export const fix: Command = {
  usage: "rastro fix [--links <dir>] [--dry-run]",
  summary: {
    "pt-BR": "aplica as correções certas, e nada mais",
    en: "applies the fixes that are certain, and nothing else",
  },
  options: { ...linkOptions, "dry-run": { type: "boolean" } },
  run: (args) => {
    const options = readLinkOptions(args);
    const { language } = options;
    const run = checkFolder(options);
    if (!("root" in run)) {
      printReport({ diagnostics: run, language }, args);
      return Promise.resolve(exitCodes.couldNotRun);
    }
    const isDryRun = args.own["dry-run"] === true;
    const applied = applyFixes(run.root, run.diagnostics, { isDryRun });
    const texts = linkTexts(language);
    const files = new Set(applied.map(({ file }) => file)).size;
    const count = (isDryRun ? texts.wouldFix : texts.fixedCount)(applied.length, files);
    const lines = applied.flatMap(isDryRun ? diffOf : (each) => [told(each)]);
    const isJson = args.format === "json";
    console.log(
      isJson ? JSON.stringify({ fixes: applied }, null, 2) : [...lines, count].join("\n"),
    );
    return Promise.resolve(exitCodes.clean);
  },
};

const told = ({ file, line, column, before, text }: AppliedFix): string =>
  `${file}:${line}:${column} ${before} → ${text}`;

const diffOf = ({ file, line, lines: [before, after] }: AppliedFix): readonly string[] => [
  `${file}:${line}`,
  `- ${before}`,
  `+ ${after}`,
];
