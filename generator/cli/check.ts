import { type Command, trustOptions } from "./command.ts";
import { linkOptions } from "./links/options.ts";

/** Everything that `gen` would report, without writing; or the links of any folder. */
export const check: Command = {
  usage: "rastro check [--out | --links <dir>]",
  summary: {
    "pt-BR": "confere tudo e não escreve nada",
    en: "checks everything and writes nothing",
  },
  options: { ...trustOptions, ...linkOptions },
  // The links of a folder take none of what a project needs, and would wait for it.
  run: async (args) =>
    args.own["links"] === undefined
      ? (await import("./check-project.ts")).checkProject(args)
      : (await import("./links/report-folder.ts")).reportFolder(args),
};
