import { proposeSources, repositoryOf } from "#config/index.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Command, exitCodes, UsageError } from "../command.ts";
import { formatSettings } from "./format-settings.ts";
import { initTexts } from "./texts.ts";
import { languageWithoutSettings } from "../project/settings-for.ts";

/** Writes settings that fit what lies in the folder; never over others. */
export const init: Command = {
  usage: "rastro init",
  summary: {
    "pt-BR": "escreve um rastro.config.yaml para o que há na pasta",
    en: "writes a rastro.config.yaml for what lies in the folder",
  },
  examples: [
    "rastro init",
    "rastro init --lang pt-BR",
    "rastro init --config docs/rastro.config.yaml",
  ],
  run: (args) => {
    const language = languageWithoutSettings(args);
    const texts = initTexts[language];
    if (args.operands.length > 0) throw new UsageError(texts.operands);
    const path = resolve(args.config);
    if (existsSync(path)) throw new UsageError(texts.exists(args.config));
    const root = dirname(path);
    const sources = proposeSources(root);
    if (sources.length === 0) throw new UsageError(texts.nothing);
    const title = basename(root);
    const text = formatSettings({ title, language, sources, schema: schemaBeside(root) });
    // Never over a file that somebody wrote meanwhile.
    writeFileSync(path, text, { flag: "wx" });
    if (args.format === "json")
      console.log(JSON.stringify({ written: args.config, sources }, null, 2));
    else console.log(texts.written(args.config, sources.map(toldOf), isIgnored(root)));
    return Promise.resolve(exitCodes.clean);
  },
};

const toldOf = ({ name, paths }: { readonly name: string; readonly paths: readonly string[] }) =>
  `${name}: ${paths.join(", ")}`;

/** Where editors find what the settings may say, when rastro is installed beside them. */
function schemaBeside(root: string): string | undefined {
  const schema = "node_modules/rastro/schemas/config.schema.json";
  return existsSync(join(root, schema)) ? schema : undefined;
}

/** Whether git leaves the output alone; a folder without git has nobody to tell. */
function isIgnored(root: string): boolean {
  const repository = repositoryOf(root);
  if (repository === undefined) return true;
  const folders = [root, repository];
  return folders.some((folder) => {
    const file = join(folder, ".gitignore");
    return existsSync(file) && /^\/?(?:\*\*\/)?out\/?\s*$/m.test(readFileSync(file, "utf8"));
  });
}
