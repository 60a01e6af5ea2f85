import type { SourceName } from "#model/settings.ts";
import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path/posix";

/** A folder further down is nobody's main source. */
const deepest = 4;
const mostFolders = 2000;
const mostEntries = 3;

const passedOver =
  /^(?:\..*|node_modules|vendor|dist|build|out|target|coverage|tests?|__tests__|fixtures|examples?)$/i;
const apiDocument = /^(?:openapi|swagger)(?:[.-][\w.-]+)?\.(?:ya?ml|json)$/i;
const otherDatabase = /^(?:sqlite3?|mysql|mariadb|mssql|oracle|cockroach(?:db)?)$/i;

interface Folder {
  /** Below where the search began; empty for that folder itself. */
  readonly path: string;
  readonly entries: readonly Dirent[];
}

/**
 * Sources for settings that nobody has written yet, as YAML on one line: what in a folder has the
 * name that its kind usually has. Empty when nothing has.
 */
export function proposeSources(root: string): string {
  const folders = foldersIn(root);
  const found: readonly (readonly [SourceName, readonly string[]])[] = [
    ["openapi", folders.flatMap(documentsIn)],
    ["sql", withoutInner(folders.filter(hasMigrations).map(({ path }) => path))],
    ["git", list(root, ".git").length > 0 ? ["."] : []],
    ["typescript", folders.filter(isEntryFolder).map(({ path }) => join(path, "index.ts"))],
    ["pages", pagesIn(folders)],
  ];
  const entries = found.flatMap(([name, paths]) =>
    paths.length === 0 ? [] : [`${name}: [${paths.slice(0, mostEntries).map(quote).join(", ")}]`],
  );
  return entries.length === 0 ? "" : `sources: {${entries.join(", ")}}`;
}

/** The folder and those below, nearest first. */
function foldersIn(root: string): readonly Folder[] {
  const folders: Folder[] = [{ path: "", entries: list(root, "") }];
  // A list that grows while it is walked.
  for (const { path, entries } of folders) {
    if (path.split("/").length >= deepest || folders.length > mostFolders) break;
    for (const entry of entries) {
      if (!entry.isDirectory() || passedOver.test(entry.name)) continue;
      const below = join(path, entry.name);
      folders.push({ path: below, entries: list(root, below) });
    }
  }
  return folders;
}

function list(root: string, path: string): readonly Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return [];
  }
}

const documentsIn = ({ path, entries }: Folder): readonly string[] =>
  entries
    .filter((entry) => entry.isFile() && apiDocument.test(entry.name))
    .map(({ name }) => join(path, name));

/** `migrations/`, or `migrations/postgres/`, with SQL in it or in folders of its own. */
function hasMigrations({ path, entries }: Folder): boolean {
  const names = path.split("/");
  if (!names.slice(-2).some((name) => /^migrations?$/i.test(name))) return false;
  if (names.some((name) => otherDatabase.test(name))) return false;
  return entries.some(({ name }) => name.endsWith(".sql") || name === "migration.sql");
}

/** Of folders inside one another the outer one; of neighbours the folder that they are in. */
function withoutInner(paths: readonly string[]): readonly string[] {
  const homes = paths.map((path) =>
    /(?:^|\/)migrations?$/i.test(path) ? path : path.replace(/\/[^/]+$/, ""),
  );
  const isLonely = (home: string) => homes.filter((each) => each === home).length === 1;
  return [...new Set(homes.map((home, at) => (isLonely(home) ? (paths[at] ?? home) : home)))];
}

const isEntryFolder = ({ path, entries }: Folder): boolean =>
  /(?:^|\/)src$/.test(path) && entries.some(({ name }) => name === "index.ts");

function pagesIn([top, ...folders]: readonly Folder[]): readonly string[] {
  const isPage = ({ name }: Dirent) => /\.md$/i.test(name);
  const texts = folders.filter(({ path }) => /^docs?$/i.test(path)).map(({ path }) => path);
  return top?.entries.some(isPage) === true ? ["'*.md'", ...texts] : texts;
}

const quote = (path: string): string =>
  /^(?:'.*'|[\w.][\w./-]*)$/.test(path) ? path : `'${path.replaceAll("'", "''")}'`;
