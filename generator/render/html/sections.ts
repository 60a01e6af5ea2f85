import type { Language, Target } from "#model/page.ts";
import type { ReadyPage } from "./parse-pages.ts";
import { sitePath } from "./site-paths.ts";

/** A page with its place in the site. */
export interface SitePage extends ReadyPage {
  /** In `out/site/`. */
  readonly path: string;
  readonly title: string;
}

/** A folder of a section: what the navigation shows as one group. */
export interface Folder {
  /** In the site, without a final `/`. */
  readonly path: string;
  readonly label: string;
  /** The page that stands for the folder. */
  readonly index?: SitePage;
  readonly pages: readonly SitePage[];
  readonly folders: readonly Folder[];
  /** Pages in it and below. */
  readonly size: number;
}

/** The pages of one project, language and target. */
export interface Section {
  readonly target: Target;
  readonly root: Folder;
  /** All pages in reading order. */
  readonly pages: readonly SitePage[];
}

/** One project in one language. */
export interface Shelf {
  readonly project: string;
  readonly language: Language;
  readonly home?: SitePage;
  readonly sections: readonly Section[];
}

/** In the order in which people who run a programme look for things. */
const targetOrder: readonly Target[] = [
  "reports",
  "matrices",
  "pages",
  "api",
  "schema",
  "code",
  "changelog",
];

/** What the sorting of pages must know of the site. */
export interface Naming {
  /** Where a project's pages of a language lie: empty or ending in `/`. */
  readonly folderOf: (project: string, language: Language) => string;
  /** What a folder is called when no page stands for it. */
  readonly labelOf: (folder: string, language: Language) => string;
}

/** Sorts the pages of the whole site onto their shelves. */
export function buildShelves(
  pages: readonly ReadyPage[],
  { folderOf, labelOf }: Naming,
): readonly Shelf[] {
  const ready = pages.map((each): SitePage => ({
    ...each,
    path: sitePath(each.page.path),
    title: each.page.title,
  }));
  const shelves = Map.groupBy(ready, ({ page }) => `${page.language} ${page.project}`);
  return [...shelves.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { project, language } = first.page;
    const homePath = `${folderOf(project, language)}index.html`;
    const home = group.find(({ path }) => path === homePath);
    const sections = targetOrder.flatMap((target) => {
      const own = group.filter((each) => each.page.target === target && each !== home);
      if (own.length === 0) return [];
      const root = buildFolder(sharedFolder(own), own, (name) => labelOf(name, language));
      return [{ target, root, pages: readingOrder(root) }];
    });
    return [{ project, language, sections, ...(home && { home }) }];
  });
}

const folderOfPage = ({ path }: SitePage): string =>
  path.slice(0, Math.max(0, path.lastIndexOf("/")));

function sharedFolder(pages: readonly SitePage[]): string {
  const [first, ...rest] = pages.map((page) => folderOfPage(page).split("/"));
  let length = first?.length ?? 0;
  for (const parts of rest) {
    while (length > 0 && first?.slice(0, length).join("/") !== parts.slice(0, length).join("/")) {
      length--;
    }
  }
  return first?.slice(0, length).join("/") ?? "";
}

function buildFolder(
  path: string,
  all: readonly SitePage[],
  labelOf: (folder: string) => string,
): Folder {
  const prefix = path === "" ? "" : `${path}/`;
  const below = Map.groupBy(
    all.filter((page) => page.path.startsWith(prefix) && folderOfPage(page) !== path),
    (page) => page.path.slice(prefix.length).split("/", 1)[0] ?? "",
  );
  // `tables.html` beside `tables/` stands for that folder.
  const isCover = (page: SitePage) => below.has(page.path.slice(prefix.length, -".html".length));
  const index = all.find(
    (page) => page.path === `${prefix}index.html` || page.path === `${path}.html`,
  );
  const pages = all.filter((page) => folderOfPage(page) === path && page !== index);
  const covers = new Map(pages.filter(isCover).map((page) => [page.path, page]));
  const folders = [...below].map(([name, inside]) => {
    const cover = covers.get(`${prefix}${name}.html`);
    return buildFolder(prefix + name, cover ? [cover, ...inside] : inside, labelOf);
  });
  return {
    path,
    label: index?.title ?? labelOf(path.slice(path.lastIndexOf("/") + 1)),
    ...(index && { index }),
    pages: pages.filter((page) => !covers.has(page.path)),
    folders,
    size: all.length,
  };
}

const readingOrder = ({ index, pages, folders }: Folder): readonly SitePage[] => [
  ...(index ? [index] : []),
  ...pages,
  ...folders.flatMap(readingOrder),
];

/** The first page that a reader of the folder sees. */
export const entryOf = (folder: Folder): SitePage | undefined =>
  folder.index ?? folder.pages[0] ?? folder.folders.map(entryOf).find((page) => page !== undefined);
