import type { ParsedPage } from "#markdown/index.ts";
import { feedOf } from "./beside/feeds.ts";
import { relativeHref } from "../routes.ts";
import type { Words } from "../view.ts";
import {
  entryOf,
  type Folder,
  foldersAbove,
  type Section,
  type Shelf,
  type SitePage,
} from "./sections.ts";
import type { ShellData, ShellLink } from "./shell.ts";
import type { Site } from "./site.ts";
import { localeOf, sharingOf } from "./beside/sharing.ts";
import { versionsFrom } from "./beside/versions.ts";
import { hiddenSources, shownSourcesOf } from "./sources.ts";

const shellWords = [
  "breadcrumbs",
  "changed",
  "languages",
  "made-by",
  "markdown",
  "menu",
  "navigation",
  "next",
  "outline",
  "pager",
  "previous",
  "projects",
  "scheme",
  "search",
  "skip",
  "sources",
  "versions",
] as const;

type Headings = ParsedPage["headings"];
type PageData = Omit<ShellData, "navigation" | "body">;

/** Makes what the shell says about each page of one shelf. */
export function shellData(
  site: Site,
  shelf: Shelf,
  words: Words,
): (page: SitePage, parsed: Pick<ParsedPage, "html" | "headings">) => PageData {
  const { input } = site;
  const texts = Object.fromEntries(shellWords.map((word) => [word, words(`site.${word}`)]));
  const neighbours = neighboursIn(shelf);
  const trails = new Map(shelf.sections.flatMap((section) => [...trailsIn(section, words)]));
  const feed = input.siteUrl && feedIn(shelf);
  const homePath = `${site.editionFolder(shelf.language)}index.html`;
  return (page, { html, headings }) => {
    const { previous, next } = neighbours.get(page) ?? {};
    const more = hiddenSources(page.page);
    const root = "../".repeat(page.path.split("/").length - 1);
    return {
      language: shelf.language,
      title: page.title === input.title ? input.title : `${page.title} · ${input.title}`,
      pageTitle: page.title,
      siteTitle: input.title,
      path: page.path,
      root,
      ...versionsFrom(root, input, words),
      homeHref: relativeHref(page.path, { path: homePath }),
      ...sharingOf(page, html, input),
      markdownHref: relativeHref(page.path, { path: page.page.path }),
      feedHref: feedHref(page, feed),
      editions: editionsOf(page, site, words),
      projects: projectsOf(page, site),
      breadcrumbs: breadcrumbsOf(page, shelf.home, trails.get(page) ?? []),
      outline: outlineOf(headings),
      hasNeighbours: previous !== undefined || next !== undefined,
      previous: linkTo(previous, page),
      next: linkTo(next, page),
      sources: shownSourcesOf(page.page, input, words),
      moreSources: more > 0 ? words("site.more-sources", { n: more }) : "",
      words: texts,
    };
  };
}

const linkTo = (to: SitePage | undefined, { path }: SitePage): ShellLink | null =>
  to ? { title: to.title, href: relativeHref(path, to) } : null;

/** Only the pages that the news is about name it. */
const feedHref = ({ path, page }: SitePage, feed: string | undefined): string =>
  feed === undefined || page.target !== "changelog" ? "" : relativeHref(path, { path: feed });

/** Where the news of a project is told to programs. */
const feedIn = ({ sections }: Shelf): string | undefined =>
  sections
    .flatMap(({ pages }) => pages.map(({ page }) => feedOf(page)))
    .find((path) => path !== undefined);

function neighboursIn({ sections }: Shelf) {
  const neighbours = new Map<SitePage, { previous?: SitePage; next?: SitePage }>();
  for (const { pages } of sections) {
    pages.forEach((page, position) => {
      const [previous, next] = [pages[position - 1], pages[position + 1]];
      neighbours.set(page, { ...(previous && { previous }), ...(next && { next }) });
    });
  }
  return neighbours;
}

/** The same page in the other languages; where a language lacks it, its home. */
function editionsOf(page: SitePage, site: Site, words: Words): ShellData["editions"] {
  const { languages } = site.input;
  if (languages.length < 2) return [];
  const rest = page.path.slice(site.editionFolder(page.page.language).length);
  return languages.flatMap((language) => {
    const folder = site.editionFolder(language);
    const twin = site.paths.get(folder + rest) ?? site.paths.get(`${folder}index.html`);
    if (!twin) return [];
    const name = words(`site.language-${language}`);
    const isCurrent = language === page.page.language;
    const locale = localeOf(language);
    return [{ language, locale, name, href: relativeHref(page.path, twin), isCurrent }];
  });
}

/** The entries of all projects, when there are several. */
function projectsOf(page: SitePage, { input, shelves }: Site): ShellData["projects"] {
  const { language } = page.page;
  const links = shelves.flatMap(({ project, home, language: own }) => {
    const title = input.projects.find(({ name }) => name === project)?.title;
    if (own !== language || !home || title === undefined) return [];
    return [
      { title, href: relativeHref(page.path, home), isCurrent: project === page.page.project },
    ];
  });
  return links.length > 1 ? links : [];
}

/** One step of the way to a page; without a page of its own it is only said. */
interface Crumb {
  readonly title: string;
  readonly page?: SitePage;
}

/** The way to each page of a section: the section, and the folders in it. */
function trailsIn({ target, root, pages }: Section, words: Words) {
  const above = foldersAbove(root);
  const entry = entryOf(root);
  const first: Crumb = { title: words(`common.target-${target}`), ...(entry && { page: entry }) };
  const crumbOf = ({ label, index }: Folder): Crumb => ({
    title: label,
    ...(index && { page: index }),
  });
  return pages.map(
    (page) =>
      [page, page === entry ? [] : [first, ...(above.get(page) ?? []).map(crumbOf)]] as const,
  );
}

function breadcrumbsOf(
  page: SitePage,
  home: SitePage | undefined,
  trail: readonly Crumb[],
): readonly ShellLink[] {
  const crumbs = home && home !== page ? [{ title: home.title, page: home }, ...trail] : trail;
  return crumbs.map((crumb) => ({
    title: crumb.title,
    href: crumb.page ? relativeHref(page.path, crumb.page) : "",
  }));
}

/** The headings below the title, when there are enough to need a list. */
function outlineOf(all: Headings): ShellData["outline"] {
  const headings = all.filter(({ depth, id }) => id !== "" && (depth === 2 || depth === 3));
  const shown = headings.length > 40 ? headings.filter(({ depth }) => depth === 2) : headings;
  if (shown.length < 2) return [];
  return shown.map(({ id, text, depth }) => ({ href: fragmentOf(id), text, isDeep: depth > 2 }));
}

/** Letters with accents stay readable. */
const fragmentOf = (id: string): string =>
  `#${id.replace(/[%\s]/g, (sign) => encodeURIComponent(sign))}`;
