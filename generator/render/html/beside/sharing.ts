import { decodeEntities } from "#markdown/entities.ts";
import type { Language, Page } from "#model/pages/page.ts";
import { withoutTags } from "../escape-html.ts";
import type { SitePage } from "../sections.ts";
import type { ShellData } from "../shell.ts";
import type { SiteInput } from "../site.ts";
import { addressOf } from "../site-paths.ts";

const locales: Readonly<Record<Language, string>> = { "pt-BR": "pt_BR", en: "en_US" };

/** How Open Graph writes a language. */
export const localeOf = (language: Language): string => locales[language];

/** What programs are told of a page that somebody shares, when it has an address. */
type Sharing = Pick<ShellData, "canonical" | "locale" | "description" | "modified">;

/** Only an address can be shared; without one nobody asks what a page is about. */
export function sharingOf({ page, path }: SitePage, html: string, input: SiteInput): Sharing {
  const locale = localeOf(page.language);
  const { siteUrl } = input;
  if (siteUrl === undefined) return { canonical: "", locale, description: "", modified: "" };
  return {
    canonical: addressOf(siteUrl, path),
    locale,
    description: descriptionOf(html),
    modified: modifiedOf(page, input),
  };
}

const longest = 200;

/** The first words of a page, as those who share it show them. */
function descriptionOf(html: string): string {
  const first = /<p>(?!\[!)([\s\S]*?)<\/p>/.exec(html)?.[1] ?? "";
  const text = decodeEntities(withoutTags(first)).replace(/\s+/g, " ").trim();
  const signs = Array.from(text);
  return signs.length <= longest ? text : `${signs.slice(0, longest - 1).join("")}…`;
}

/** When the newest of a page's sources was committed; empty when nobody knows. */
function modifiedOf({ origins }: Page, { changes }: SiteInput): string {
  const dates = origins.flatMap(({ file }) => changes?.get(file)?.date ?? []);
  return dates.reduce(
    (newest, date) => (newest === "" || Date.parse(date) > Date.parse(newest) ? date : newest),
    "",
  );
}
