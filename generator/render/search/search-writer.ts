import type { Language } from "#model/pages/page.ts";
import { type IndexFile, indexFiles } from "./index-files.ts";
import { type SearchCollector, searchCollector, type SearchedPage } from "./index-pages.ts";

/** The words of the pages, by language. */
export type WordsByLanguage = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Takes in the pages of a site in their order, and then writes their indexes. */
export interface SearchWriter {
  readonly add: (page: SearchedPage) => void;
  /** One index for each language, its files by their path in the site. */
  readonly finish: (words: WordsByLanguage) => readonly IndexFile[];
}

/** Makes the search of a site: an index for each of its languages. */
export function searchWriter(): SearchWriter {
  const collectors = new Map<Language, SearchCollector>();
  return {
    add: (page) => {
      const collector = collectors.get(page.language) ?? searchCollector();
      collectors.set(page.language, collector);
      collector.add(page);
    },
    finish: (words) =>
      [...collectors].flatMap(([language, collector]) =>
        indexFiles(collector.finish(), (key) => words[language][key]).map(({ path, content }) => ({
          path: `search/${language}/${path}`,
          content,
        })),
      ),
  };
}
