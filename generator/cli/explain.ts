import { catalogue, type DiagnosticCode, linkRules, suggest } from "#diagnostics/index.ts";
import { type CodeDescription, describeCode } from "#diagnostics/describe-code.ts";
import type { Language } from "#model/pages/page.ts";
import { existsSync } from "node:fs";
import { type Arguments, type Command, exitCodes, UsageError } from "./command.ts";
import { terminalLanguage, textsOf } from "./texts.ts";

/** Says what a finding means and how to mend it. */
export const explain: Command = {
  usage: "rastro explain <code>",
  examples: ["rastro explain graph/dangling-reference", "rastro explain L002 --lang pt-BR"],
  summary: {
    "pt-BR": "o que um achado significa e como corrigi-lo",
    en: "what a finding means and how to mend it",
  },
  run: async (args) => {
    const language = args.lang ?? terminalLanguage(process.env);
    const code = knownCode(args, language);
    const description = describeCode(code, language);
    const page = await pageOf(code, args, language);
    console.log(
      args.format === "json"
        ? JSON.stringify({ ...description, ...(page !== undefined && { page }) }, null, 2)
        : inWords(description, language, page),
    );
    return exitCodes.clean;
  },
};

function knownCode({ operands }: Arguments, language: Language): DiagnosticCode {
  const [asked = ""] = operands;
  const code = linkRules.get(asked.toUpperCase()) ?? asked;
  const known = Object.keys(catalogue).sort() as DiagnosticCode[];
  const found = known.find((name) => name === code);
  if (found !== undefined) return found;
  const near = suggest(code, known);
  const names = near.length > 0 ? near : known;
  throw new UsageError([textsOf(language).unknownCode(code), ...names].join("\n  "));
}

function inWords(
  { code, severity, rule, about, message, hint, example }: CodeDescription,
  language: Language,
  page: string | undefined,
): string {
  const texts = textsOf(language);
  const head = [severity, rule].filter((part) => part !== undefined).join(", ");
  const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");
  return [
    `${code} (${head})`,
    about,
    [message, hint].flatMap((line) => (line === undefined ? [] : [`  ${line}`])).join("\n"),
    ...(example ? [`${texts.wrong}\n\n${indented(example.wrong)}`] : []),
    ...(example ? [`${texts.right}\n\n${indented(example.right)}`] : []),
    page,
  ]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

/** The page of the code, when the settings of this folder have pages for them. */
async function pageOf(
  code: DiagnosticCode,
  { config }: Arguments,
  language: Language,
): Promise<string | undefined> {
  if (!existsSync(config)) return undefined;
  const { loadSettings } = await import("#config/index.ts");
  const { findingPlace } = await import("./report/finding-address.ts");
  const { value: settings } = loadSettings(config);
  return settings && findingPlace(code, settings, language);
}
