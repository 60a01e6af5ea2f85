import { type Dialect, dialectOf } from "#markdown/links/index.ts";
import type { LinkFolder, Move } from "#model/links/link-folder.ts";
import { suggest } from "#diagnostics/index.ts";
import { type FolderSite, siteOf } from "./sites/find-sites.ts";
import type { KnownPage } from "./folder-page.ts";
import { redirectedPages } from "./sites/redirections.ts";
import type { ServedAddresses } from "./sites/served-addresses.ts";
import type { TableFile } from "./sites/table-file.ts";

/** A folder with its pages, as links look it up. */
export interface Tree {
  readonly dialect: Dialect;
  readonly folder: LinkFolder;
  /** The site that the pages belong to whose links are judged; none on a forge. */
  readonly site?: FolderSite;
  readonly sites: readonly FolderSite[];
  /** How the forge makes anchors. */
  readonly forge: Dialect;
  /** Where the folder is published on its site: `/docs/`. */
  readonly base: string;
  readonly files: ReadonlySet<string>;
  /** Each with the names in it. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** Those that were read so far. */
  readonly pages: Map<string, KnownPage>;
  /** Where files went that are gone; absent as long as nobody looked. */
  readonly moves?: ReadonlyMap<string, Move>;
  /** Where pages lay before, the newest place first. */
  readonly origins?: ReadonlyMap<string, readonly string[]>;
  /** Present, as moves are, when all pages were read. */
  readonly served?: ServedAddresses;
  /** Pages that are gone, and whose addresses lead on. */
  readonly redirected: ReadonlySet<string>;
  /** Files and folders of the same name but for case and Unicode form. */
  readonly alike: (path: string) => readonly string[];
  /** Files by the last part of their path, in lower case, with and without extension. */
  readonly named: (name: string) => readonly string[];
  /** Names that look alike. Comparing is slow: a folder that is broken throughout needs no more. */
  readonly suggest: (written: string, known: Iterable<string>) => readonly string[];
}

const suggestedLinks = 200;

export interface TreeOptions {
  readonly dialect: Dialect;
  readonly base?: string;
  readonly tables?: readonly TableFile[];
  readonly sites?: readonly FolderSite[];
  readonly isDialectGiven?: boolean;
}

export function treeOf(
  folder: LinkFolder,
  { dialect, base = "/", tables = [], sites = [] }: TreeOptions,
): Tree {
  const folders = new Map<string, string[]>([["", []], ...folder.folders.map(withNames)]);
  for (const path of folder.files) {
    const at = path.lastIndexOf("/");
    folders.get(path.slice(0, Math.max(at, 0)))?.push(path.slice(at + 1));
  }
  return {
    dialect,
    folder,
    sites,
    forge: dialect.isSite ? dialectOf("github") : dialect,
    base,
    files: new Set(folder.files),
    folders,
    pages: new Map(),
    redirected: redirectedPages(tables),
    alike: grouped(() => [...folder.files, ...folder.folders], folded),
    named: grouped(() => folder.files, nameOf),
    suggest: sparingly(suggestedLinks),
  };
}

/** The tree as the pages of each site see it: with the site's own anchors and addresses. */
export function treesOf(
  tree: Tree,
  { sites = [], isDialectGiven = false }: TreeOptions,
): (path: string) => Tree {
  const seenFrom = (site: FolderSite): Tree => {
    const dialect = isDialectGiven ? tree.dialect : { ...dialectOf(site.dialect), isSite: true };
    return { ...tree, site, dialect };
  };
  const trees = new Map(sites.map((site) => [site, seenFrom(site)]));
  const unknown = isDialectGiven ? tree : { ...tree, site: unknownSite, dialect: unknownDialect };
  return (path) => {
    const site = siteOf(path, sites);
    const isOfSite = tree.pages.get(path)?.isOfSite === true;
    return (site && trees.get(site)) ?? (isOfSite ? unknown : tree);
  };
}

/** What renders pages with front matter, where no settings tell. */
const unknownSite: FolderSite = {
  dialect: "github",
  content: [""],
  roots: [],
  isOpen: true,
  isUnknown: true,
};
const unknownDialect: Dialect = { ...dialectOf("github"), isSite: true };

function sparingly(times: number): Tree["suggest"] {
  let left = times;
  return (written, known) => (left-- > 0 ? suggest(written, known) : []);
}

const withNames = (path: string): [string, string[]] => [path, []];

const folded = (path: string): string => path.normalize("NFC").toLowerCase();

const nameOf = (path: string): string => folded(path.slice(path.lastIndexOf("/") + 1));

/** Looks up by a key; the groups are made when somebody first asks. */
function grouped(
  all: () => readonly string[],
  keyOf: (path: string) => string,
): (path: string) => readonly string[] {
  let groups: Map<string, string[]> | undefined;
  return (path) => {
    groups ??= groupBy(all(), keyOf);
    return groups.get(keyOf(path)) ?? [];
  };
}

function groupBy(paths: readonly string[], keyOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = keyOf(path);
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return groups;
}
