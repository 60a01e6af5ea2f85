import { join } from "node:path/posix";
import { type Folder, listFolder, readHead } from "./folders.ts";

const otherDatabase =
  /^(?:sqlite3?|mysql|mariadb|mssql|oracle|cockroach(?:db)?|clickhouse|cassandra|h2|bigquery|snowflake|duckdb)$/i;
const migrationFolder = /^migrations?$/i;
const schemaDump = /^(?:schema|structure)\.sql$/i;

/** Folders of PostgreSQL migrations, the fullest first; without any, schemas in one file. */
export function migrationFolders(root: string, folders: readonly Folder[]): readonly string[] {
  const foreign = folders.filter((folder) => isOfOtherDatabase(root, folder));
  const own = folders.filter(
    ({ path }) => !foreign.some((each) => path === each.path || path.startsWith(`${each.path}/`)),
  );
  const found = own.filter((folder) => hasMigrations(root, folder));
  if (found.length === 0) return own.flatMap(dumpsIn);
  const sizes = new Map(found.map(({ path, entries }) => [path, entries.length]));
  const size = (path: string): number => sizes.get(path) ?? Infinity;
  const outer = withoutInner(found.map(({ path }) => path));
  return outer.toSorted((a, b) => size(b) - size(a));
}

const prismaLock = "migration_lock.toml";

/** By its name, or by what Prisma notes beside its migrations. */
function isOfOtherDatabase(root: string, { path, entries }: Folder): boolean {
  if (otherDatabase.test(path.replace(/^.*\//, ""))) return true;
  if (!entries.some(({ name }) => name === prismaLock)) return false;
  return !/^provider\s*=\s*"postgres/m.test(readHead(root, join(path, prismaLock)));
}

/** `migrations/`, `migrations/postgres/`, or a folder of Drizzle, with SQL in it or a level below. */
function hasMigrations(root: string, { path, entries }: Folder): boolean {
  const isDrizzle =
    entries.some(({ name }) => name === "meta") &&
    listFolder(root, join(path, "meta")).some(({ name }) => name === "_journal.json");
  const isNamed = path
    .split("/")
    .slice(-2)
    .some((name) => migrationFolder.test(name));
  if (!isNamed && !isDrizzle) return false;
  if (entries.some(({ name }) => name.endsWith(".sql"))) return true;
  return entries.some(({ name }) => name === prismaLock) || hasFoldersOfSql(root, path, entries);
}

/** `0001_users/up.sql`: a folder for each migration. */
function hasFoldersOfSql(root: string, path: string, entries: Folder["entries"]): boolean {
  const first = entries.find((entry) => entry.isDirectory() && /^\d/.test(entry.name));
  if (first === undefined) return false;
  return listFolder(root, join(path, first.name)).some(({ name }) =>
    /^(?:up|migration)\.sql$/i.test(name),
  );
}

const dumpsIn = ({ path, entries }: Folder): readonly string[] =>
  entries
    .filter((entry) => entry.isFile() && schemaDump.test(entry.name))
    .map(({ name }) => join(path, name));

/** Of folders inside one another the outer one; of neighbours the folder that they are in. */
function withoutInner(paths: readonly string[]): readonly string[] {
  const homes = paths.map((path) =>
    /(?:^|\/)migrations?\/[^/]+$/i.test(path) ? path.replace(/\/[^/]+$/, "") : path,
  );
  const isLonely = (home: string) => homes.filter((each) => each === home).length === 1;
  return [...new Set(homes.map((home, at) => (isLonely(home) ? (paths[at] ?? home) : home)))];
}
