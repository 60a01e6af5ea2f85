import type { ParsedPage } from "#markdown/index.ts";
import type { Language } from "#model/page.ts";
import { type IndexFile, indexFiles } from "../search/index-files.ts";
import { type SearchCollector, searchCollector } from "../search/index-pages.ts";
import type { Words } from "../view.ts";
import type { Shelf, SitePage } from "./sections.ts";
import type { SiteInput } from "./site.ts";

/** The search of a site: one index for each of its languages. */
export interface SiteSearch {
  /** Makes the function that takes in the pages of one shelf. */
  readonly indexOf: (
    shelf: Shelf,
    words: Words,
  ) => (page: SitePage, parsed: Pick<ParsedPage, "html" | "headings">) => void;
  /** The indexes as scripts, and the words that the scripts of the pages show. */
  readonly files: () => readonly IndexFile[];
}

export function siteSearch({ projects, languages, words }: SiteInput): SiteSearch {
  const collectors = new Map<Language, SearchCollector>();
  return {
    indexOf: ({ project, language }, wordOf) => {
      const collector = collectors.get(language) ?? searchCollector();
      collectors.set(language, collector);
      const title = projects.find(({ name }) => name === project)?.title ?? "";
      const first = projects.length > 1 && project !== "" ? [title] : [];
      return (page, parsed) => {
        const trail = [...first, wordOf(`common.target-${page.page.target}`)].join(" › ");
        collector.add(page, trail, parsed);
      };
    },
    files: () => [
      ...languages.map((language) => wordsFile(language, words[language])),
      ...[...collectors].flatMap(([language, collector]) =>
        indexFiles(collector.finish(), (key) => words[language][key]).map((file) => ({
          ...file,
          path: `search/${language}/${file.path}`,
        })),
      ),
    ],
  };
}

const area = "browser.";

/** The words of the scripts, so that no page carries them. */
function wordsFile(language: Language, words: Readonly<Record<string, string>>): IndexFile {
  const own = Object.entries(words).filter(([key]) => key.startsWith(area));
  const texts = Object.fromEntries(own.map(([key, word]) => [key.slice(area.length), word]));
  return {
    path: `theme/words.${language}.js`,
    content: `var rastroWords = ${JSON.stringify(texts)};\n`,
  };
}
