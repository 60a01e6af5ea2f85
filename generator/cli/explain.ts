import { catalogue, linkRules, suggest } from "#diagnostics/index.ts";
import { type Command, exitCodes, UsageError } from "./command.ts";
import { terminalLanguage, textsOf } from "./texts.ts";

/** Says what a finding means and how to mend it. */
export const explain: Command = {
  usage: "rastro explain <code>",
  summary: {
    "pt-BR": "o que um achado significa e como corrigi-lo",
    en: "what a finding means and how to mend it",
  },
  run: ({ operands, lang, format }) => {
    const language = lang ?? terminalLanguage(process.env);
    const [asked = ""] = operands;
    const code = linkRules.get(asked.toUpperCase()) ?? asked;
    const entry = Object.entries(catalogue).find(([name]) => name === code)?.[1];
    if (!entry) {
      const near = suggest(code, Object.keys(catalogue));
      const names = near.length > 0 ? near : Object.keys(catalogue).sort();
      throw new UsageError([textsOf(language).unknownCode(code), ...names].join("\n  "));
    }
    const { about } = entry[language === "en" ? "en" : "pt"];
    const { severity } = entry;
    console.log(
      format === "json"
        ? JSON.stringify({ code, severity, about }, null, 2)
        : `${code} (${severity})\n\n${about}`,
    );
    return Promise.resolve(exitCodes.clean);
  },
};
