import { outputNames } from "#diagnostics/outputs/names.ts";
import type { Command } from "./command.ts";
import { linkOptions } from "./links/options.ts";
import { reportOptions, trustOptions } from "./options.ts";

/** Everything that `gen` would report, without writing; or the links of any folder. */
export const check: Command = {
  usage: "rastro check [--out | --links <dir>]",
  examples: [
    "rastro check",
    "rastro check --format github",
    "rastro check --baseline rastro.baseline.json --update-baseline",
    "rastro check --links docs",
    "rastro check --links docs --external",
  ],
  summary: {
    "pt-BR": "confere tudo e não escreve nada; --out compara também a pasta out/",
    en: "checks everything and writes nothing; --out also compares the folder out/",
  },
  options: {
    out: {
      type: "boolean",
      about: { "pt-BR": "compara também a pasta out/", en: "compares the folder out/ too" },
    },
    ...reportOptions,
    ...linkOptions,
    ...trustOptions,
  },
  formats: outputNames,
  // The links of a folder take none of what a project needs, and would wait for it.
  run: async (args, all) =>
    args.own["links"] === undefined
      ? (await import("./project/check-project.ts")).checkProject(args, all)
      : (await import("./links/report-folder.ts")).reportFolder(args),
};
