import { type Diagnostic, diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Language, OutputFile, Page } from "#model/pages/page.ts";
import type { SearchedPage } from "../search/index-pages.ts";
import { wordsOf } from "../words.ts";
import { fitBody } from "./body/fit-body.ts";
import { withItemOrigins } from "./body/item-origins.ts";
import { drawingsOf } from "./body/drawings.ts";
import { extraFiles } from "./beside/extra-files.ts";
import { type Navigation, shelfNavigation } from "./navigation.ts";
import type { PageParser } from "./page-parser.ts";
import { buildShelves, type Shelf, type SitePage } from "./sections.ts";
import { compileShell, html, type Shell, shellProblem } from "./shell.ts";
import { shellData } from "./shell-data.ts";
import type { Site, SiteInput } from "./site.ts";
import { searchedPages, wordsFile } from "./site-search.ts";
import { siteLinks } from "./site-paths.ts";
import { placeLinks } from "./sources.ts";

/** The files of `templates/site/` that are no part of the site itself. */
const shellName = "page.html.hbs";
const ownFiles = new Set([shellName, "print.html.hbs", "print.css"]);

/** Who else sees the pages while they are laid out, one after the other. */
export interface LayoutPorts {
  readonly parse: PageParser;
  /** Told of every page for the search of the site. */
  readonly search: (page: SearchedPage) => void;
  /** Pages by their path in the output that are laid out, when others are not needed yet. */
  readonly isWanted?: (path: string) => boolean;
}

/** Lays the pages out as HTML, with their Markdown beside them and the theme in `theme/`. */
export function layOutSite(
  pages: readonly Page[],
  input: SiteInput,
  ports: LayoutPorts,
): Outcome<readonly OutputFile[]> {
  const source = input.site.find(({ path }) => path === shellName);
  if (source === undefined) {
    return outcome([], [diagnose("render/missing-template", { template: `site/${shellName}` })]);
  }
  const { value: shell, diagnostics } = compileShell(source.content);
  if (shell === undefined) return outcome([], diagnostics);
  const problems: Diagnostic[] = [];
  const made = layOutShelves(pages, { ...ports, input, shell, problems });
  const theme = input.site
    .filter(({ path }) => !ownFiles.has(path))
    .map(({ path, content }) => siteFile(`theme/${path}`, content));
  const twins = pages.map(({ path, markdown }) => siteFile(path, markdown));
  const extra = extraFiles(pages, input, shell).map(({ path, content }) => siteFile(path, content));
  const texts = input.languages.map((language) => wordsFile(language, input.words[language]));
  const scripts = texts.map(({ path, content }) => siteFile(path, content));
  return outcome([...made, ...twins, ...theme, ...scripts, ...extra], problems);
}

const siteFile = (path: string, content: OutputFile["content"]): OutputFile => ({
  path: `site/${path}`,
  target: "site",
  content,
});

interface Work extends LayoutPorts {
  readonly input: SiteInput;
  readonly shell: Shell;
  readonly problems: Diagnostic[];
}

/** The pages in their places. */
function arrange(pages: readonly Page[], input: SiteInput): Site {
  const editionFolder = (language: Language): string =>
    language === input.languages[0] ? "" : `${language}/`;
  const shelves = buildShelves(pages, {
    folderOf: (project, language) =>
      editionFolder(language) + (project === "" ? "" : `${project}/`),
    // Folders of code are called what they are called on the disk.
    labelOf: (folder, language, target) =>
      input.words[language][`site.folder-${folder}`] ??
      (target === "code" ? folder : titleFromName(folder)),
  });
  const paths = new Map(shelves.flatMap(pagesOf).map((page) => [page.path, page]));
  return { input, editionFolder, shelves, paths };
}

function layOutShelves(pages: readonly Page[], work: Work): readonly OutputFile[] {
  const { input, problems, isWanted = () => true } = work;
  const site = arrange(pages, input);
  const linksOf = siteLinks(new Set(pages.map(({ path }) => path)));
  const withPlaces = placeLinks(pages, input);
  return site.shelves.flatMap((shelf) => {
    const words = wordsOf(shelf.language, input.words[shelf.language], (problem) =>
      problems.push(problem),
    );
    const navigation = shelfNavigation(shelf, words);
    const dataOf = shellData(site, shelf, words);
    const searched = searchedPages(shelf, words, input);
    const wanted = pagesOf(shelf).filter(({ page }) => isWanted(page.path));
    return wanted.flatMap((page) => {
      const { html, headings } = work.parse(page.page);
      work.search(searched(page, { html, headings }));
      const drawings = drawingsOf(page.page.figures ?? [], linksOf(page.page.path));
      const fitted = fitBody(withPlaces(html), words, drawings);
      const body = withItemOrigins(fitted, page.page, { input, words });
      return layOutPage(page, {
        ...work,
        navigation,
        body,
        data: dataOf(page, { html, headings }),
      });
    });
  });
}

/** `cron-jobs` → `Cron jobs` */
function titleFromName(name: string): string {
  const words = name.replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const pagesOf = ({ home, sections }: Shelf): readonly SitePage[] => [
  ...(home ? [home] : []),
  ...sections.flatMap((section) => section.pages),
];

interface PageWork extends Work {
  readonly navigation: Navigation;
  readonly body: string;
  readonly data: ReturnType<ReturnType<typeof shellData>>;
}

/** Where the shell has the two long parts of a page; no text in it looks like this. */
const slots = { navigation: html("<slot:navigation>"), body: html("<slot:body>") };
const slot = /<slot:(navigation|body)>/;

function layOutPage(page: SitePage, work: PageWork): readonly OutputFile[] {
  const { shell, navigation, body, data, problems } = work;
  try {
    const parts = shell({ ...data, ...slots }).split(slot);
    const pieces = parts.flatMap((part, index) => {
      if (index % 2 === 0) return part;
      return part === "body" ? body : navigation(page);
    });
    return [siteFile(page.path, pieces)];
  } catch (error) {
    problems.push(shellProblem(error));
    return [];
  }
}
