import { type DialectName, dialectNames } from "#model/links/link-folder.ts";
import type { Language } from "#model/pages/page.ts";
import { type Arguments, textOption, UsageError } from "../command.ts";
import { type CommandOptions } from "../options.ts";
import { baselineOptions } from "../report/baseline-request.ts";
import { terminalLanguage, textsOf } from "../texts.ts";

/** What the check of a folder can be told; nothing of it is needed. */
export const linkOptions: CommandOptions = {
  links: {
    type: "string",
    value: "<dir>",
    about: {
      "pt-BR": "só as ligações desta pasta de Markdown ou HTML, sem configuração",
      en: "only the links of this folder of Markdown or HTML, without settings",
    },
  },
  anchors: {
    type: "string",
    value: "<name>",
    about: {
      "pt-BR":
        "com --links: quem publica as páginas, e como nomeia âncoras (github, gitlab, vitepress, …)",
      en: "with --links: who publishes the pages, and how anchors are named (github, gitlab, vitepress, …)",
    },
  },
  base: {
    type: "string",
    value: "<path>",
    about: {
      "pt-BR": "com --links: onde a pasta fica em seu site",
      en: "with --links: where on its site the folder lies",
    },
  },
  site: {
    type: "string",
    value: "<url>",
    about: {
      "pt-BR": "com --links: o endereço do site, conferido como caminhos",
      en: "with --links: the address of the site, checked as paths",
    },
  },
  repository: {
    type: "string",
    value: "<url>",
    about: {
      "pt-BR": "com --links: o endereço do repositório, conferido como caminhos",
      en: "with --links: the address of the repository, checked as paths",
    },
  },
  external: {
    type: "boolean",
    about: {
      "pt-BR": "com --links: pergunta à web pelos endereços de fora",
      en: "with --links: asks the web for addresses elsewhere",
    },
  },
  "external-cache": {
    type: "string",
    value: "<file>",
    about: {
      "pt-BR": "com --external: o arquivo que lembra as respostas",
      en: "with --external: the file that remembers answers",
    },
  },
  "external-days": {
    type: "string",
    value: "<n>",
    about: {
      "pt-BR": "com --external: por quantos dias vale uma boa resposta (7)",
      en: "with --external: for how many days a good answer is believed (7)",
    },
  },
  "allow-private": {
    type: "boolean",
    about: {
      "pt-BR": "com --external: pergunta também a endereços desta rede",
      en: "with --external: asks addresses of this network too",
    },
  },
  ...baselineOptions,
};

/** The options, checked. */
export interface LinkOptions {
  readonly folder: string;
  readonly language: Language;
  readonly anchors?: DialectName;
  readonly base?: string;
  readonly site?: string;
  readonly repository?: string;
  /** How the web is asked; not at all when absent. */
  readonly outside?: OutsideOptions;
}

/** How addresses on the web are asked for. */
export interface OutsideOptions {
  /** The file that remembers answers. */
  readonly cache?: string;
  /** For how many days an answer is believed. */
  readonly days: number;
  readonly allowPrivate: boolean;
}

export function readLinkOptions(args: Arguments): LinkOptions {
  const language = args.lang ?? terminalLanguage(process.env);
  const written = textOption(args, "anchors");
  const anchors = dialectNames.find((name) => name === written);
  if (written !== undefined && anchors === undefined) {
    throw new UsageError(textsOf(language).wrongOption("anchors", written, dialectNames));
  }
  const [base, site] = [textOption(args, "base"), textOption(args, "site")];
  const repository = textOption(args, "repository")?.replace(/^https?:\/\/|\.git$|\/$/g, "");
  return {
    folder: textOption(args, "links") ?? ".",
    language,
    ...(anchors && { anchors }),
    ...(base !== undefined && { base: `/${base}/`.replace(/\/{2,}/g, "/") }),
    ...(site !== undefined && { site }),
    ...(repository !== undefined && { repository }),
    ...outsideOptions(args, language),
  };
}

/** Links seldom break from one day to the next. */
const usualDays = "7";

function outsideOptions(args: Arguments, language: Language): Pick<LinkOptions, "outside"> {
  if (args.own["external"] !== true) return {};
  const days = textOption(args, "external-days") ?? usualDays;
  if (!/^\d{1,4}$/.test(days)) {
    throw new UsageError(
      textsOf(language).wrongOption("external-days", days, ["0", "1", "7", "…"]),
    );
  }
  const cache = textOption(args, "external-cache");
  const allowPrivate = args.own["allow-private"] === true;
  return { outside: { days: Number(days), allowPrivate, ...(cache !== undefined && { cache }) } };
}
