import { type DialectName, dialectNames } from "#model/links/link-folder.ts";
import type { Language } from "#model/pages/page.ts";
import { type Arguments, type CommandOptions, textOption, UsageError } from "../command.ts";
import { baselineOptions } from "../report/baseline-request.ts";
import { terminalLanguage, textsOf } from "../texts.ts";

/** What the check of a folder can be told; nothing of it is needed. */
export const linkOptions: CommandOptions = {
  links: { type: "string" },
  anchors: { type: "string" },
  base: { type: "string" },
  site: { type: "string" },
  repository: { type: "string" },
  external: { type: "boolean" },
  "external-cache": { type: "string" },
  "external-days": { type: "string" },
  "allow-private": { type: "boolean" },
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
