import type { Language, Page, Target } from "#model/pages/page.ts";
import { sitePath } from "./site-paths.ts";

/** A page with its place in the site. */
export interface SitePage {
  readonly page: Page;
  /** In `out/site/`. */
  readonly path: string;
  readonly title: string;
  /** What it is called among its neighbours. */
  readonly label: string;
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
  readonly labelOf: (folder: string, language: Language, target: Target) => string;
}

/** Sorts the pages of the whole site onto their shelves. */
export function buildShelves(
  pages: readonly Page[],
  { folderOf, labelOf }: Naming,
): readonly Shelf[] {
  const ready = pages.map(placePage);
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
      const all = buildFolder(sharedFolder(own), own, (name) => labelOf(name, language, target));
      const root = withOwnEntry(withoutEmptyLevels(all), target);
      return [{ target, root, pages: readingOrder(root) }];
    });
    return [{ project, language, sections, ...(home && { home }) }];
  });
}

function placePage(page: Page): SitePage {
  const { title } = page;
  const path = sitePath(page.path);
  // A title that repeats the folders (`sources/sql/index`) is long where the folders are shown.
  const isPath = title.includes("/") && path.endsWith(`/${title}.html`);
  return { page, path, title, label: isPath ? lastName(title) : title };
}

const lastName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Levels that hold one folder and nothing else are left out. */
function withoutEmptyLevels(folder: Folder): Folder {
  const [only, ...others] = folder.folders;
  return only && others.length === 0 && !folder.index && folder.pages.length === 0
    ? withoutEmptyLevels(only)
    : folder;
}

/** A section begins with the entry of the folder that has its name, whatever lies beside it. */
function withOwnEntry(root: Folder, target: Target): Folder {
  const own = root.folders.find(({ path, index }) => index && lastName(path) === target);
  if (root.index || !own?.index) return root;
  const beside = root.folders.filter((folder) => folder !== own);
  const pages = [...own.pages, ...root.pages];
  return { ...root, index: own.index, pages, folders: [...own.folders, ...beside] };
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
    const folder = buildFolder(prefix + name, cover ? [cover, ...inside] : inside, labelOf);
    return { ...withoutEmptyLevels(folder), label: folder.label };
  });
  return {
    path,
    label: labelOfFolder(path, index, labelOf),
    ...(index && { index }),
    pages: pages.filter((page) => !covers.has(page.path)),
    folders,
    size: all.length,
  };
}

function labelOfFolder(
  path: string,
  index: SitePage | undefined,
  labelOf: (folder: string) => string,
): string {
  const name = lastName(path);
  if (!index) return labelOf(name);
  return index.label === index.title ? index.title : name;
}

const readingOrder = ({ index, pages, folders }: Folder): readonly SitePage[] => [
  ...(index ? [index] : []),
  ...pages,
  ...folders.flatMap(readingOrder),
];

/** The folders that each page below lies in, outermost first, without those that it stands for. */
export function foldersAbove(root: Folder): ReadonlyMap<SitePage, readonly Folder[]> {
  const above = new Map<SitePage, readonly Folder[]>();
  const visit = (folder: Folder, way: readonly Folder[]): void => {
    const own = [...way, folder];
    if (folder.index) above.set(folder.index, way);
    for (const page of folder.pages) above.set(page, own);
    for (const each of folder.folders) visit(each, own);
  };
  for (const folder of root.folders) visit(folder, []);
  return above;
}

/** The first page that a reader of the folder sees. */
export const entryOf = (folder: Folder): SitePage | undefined =>
  folder.index ?? folder.pages[0] ?? folder.folders.map(entryOf).find((page) => page !== undefined);
