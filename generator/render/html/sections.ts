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

/** Sorts the pages of the whole site onto their shelves; `editions` are the folders of languages. */
export function buildShelves(
  pages: readonly ReadyPage[],
  folderOf: (project: string, language: Language) => string,
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
      return own.length === 0 ? [] : [buildSection(target, own)];
    });
    return [{ project, language, sections, ...(home && { home }) }];
  });
}

function buildSection(target: Target, pages: readonly SitePage[]): Section {
  const root = buildFolder(sharedFolder(pages), pages);
  return { target, root, pages: readingOrder(root) };
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

function buildFolder(path: string, all: readonly SitePage[], cover?: SitePage): Folder {
  const prefix = path === "" ? "" : `${path}/`;
  const direct = all.filter((page) => folderOfPage(page) === path);
  const below = Map.groupBy(
    all.filter((page) => folderOfPage(page) !== path),
    (page) => page.path.slice(prefix.length).split("/", 1)[0] ?? "",
  );
  // `tables.html` beside `tables/` stands for that folder.
  const covers = new Map(
    direct.flatMap((page) => {
      const name = page.path.slice(prefix.length, -".html".length);
      return below.has(name) ? [[name, page] as const] : [];
    }),
  );
  const own = new Set(covers.values());
  const index = cover ?? direct.find((page) => page.path === `${prefix}index.html`);
  return {
    path,
    label: index?.title ?? labelOf(path),
    ...(index && { index }),
    pages: direct.filter((page) => page !== index && !own.has(page)),
    folders: [...below].map(([name, pages]) => buildFolder(prefix + name, pages, covers.get(name))),
    size: all.length + (cover ? 1 : 0),
  };
}

/** The name of a folder that no page stands for: `cron-jobs` → `Cron jobs`. */
function labelOf(path: string): string {
  const words = (path.split("/").at(-1) ?? "").replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const readingOrder = ({ index, pages, folders }: Folder): readonly SitePage[] => [
  ...(index ? [index] : []),
  ...pages,
  ...folders.flatMap(readingOrder),
];

/** The first page that a reader of the folder sees. */
export const entryOf = (folder: Folder): SitePage | undefined =>
  folder.index ?? folder.pages[0] ?? folder.folders.map(entryOf).find((page) => page !== undefined);
