import type { Language } from "#model/pages/page.ts";
import type { ParsedPage } from "#markdown/index.ts";
import type { IndexFile } from "../search/index-files.ts";
import type { SearchedPage } from "../search/index-pages.ts";
import type { Words } from "../view.ts";
import type { Shelf, SitePage } from "./sections.ts";
import type { SiteInput } from "./site.ts";

/** Makes the function that says what a search needs to know of the pages of one shelf. */
export function searchedPages({ project, language }: Shelf, words: Words, { projects }: SiteInput) {
  const title = projects.find(({ name }) => name === project)?.title ?? "";
  const first = projects.length > 1 && project !== "" ? [title] : [];
  return (
    { page, path, title: own }: SitePage,
    { html, headings }: Pick<ParsedPage, "html" | "headings">,
  ): SearchedPage => ({
    language,
    path,
    title: own,
    trail: [...first, words(`common.target-${page.target}`)].join(" › "),
    shown: page.shown ?? [],
    html,
    headings,
  });
}

const area = "browser.";

/** The words of the scripts, so that no page carries them. */
export function wordsFile(language: Language, words: Readonly<Record<string, string>>): IndexFile {
  const own = Object.entries(words).filter(([key]) => key.startsWith(area));
  const texts = Object.fromEntries(own.map(([key, word]) => [key.slice(area.length), word]));
  return {
    path: `theme/words.${language}.js`,
    content: `var rastroWords = ${JSON.stringify(texts)};\n`,
  };
}
