import { decodeEntities } from "#markdown/entities.ts";
import type { Language, Page } from "#model/pages/page.ts";
import { withoutTags } from "../escape-html.ts";
import type { SiteInput } from "../site.ts";

const locales: Readonly<Record<Language, string>> = { "pt-BR": "pt_BR", en: "en_US" };

/** How Open Graph writes a language. */
export const localeOf = (language: Language): string => locales[language];

const longest = 200;

/** The first words of a page, as those who share it show them. */
export function descriptionOf(html: string): string {
  const first = /<p>(?!\[!)([\s\S]*?)<\/p>/.exec(html)?.[1] ?? "";
  const text = decodeEntities(withoutTags(first)).replace(/\s+/g, " ").trim();
  const signs = Array.from(text);
  return signs.length <= longest ? text : `${signs.slice(0, longest - 1).join("")}…`;
}

/** When the newest of a page's sources was committed; empty when nobody knows. */
export function modifiedOf({ origins }: Page, { changes }: SiteInput): string {
  const dates = origins.flatMap(({ file }) => changes?.get(file)?.date ?? []);
  return dates.reduce(
    (newest, date) => (newest === "" || Date.parse(date) > Date.parse(newest) ? date : newest),
    "",
  );
}
