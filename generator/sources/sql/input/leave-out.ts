import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { SourceFile } from "../../files.ts";

const undoes = /(?:^|\/)(?:down|[^/]*[._]down|[^/]*\.undo|U\d[^/]*__[^/]*)\.sql$/;

const ofOtherDatabase =
  /\.(?:mysql|mariadb|sqlite3?|cockroach(?:db)?|mssql|oracle|h2)(?:\.\w+)*\.sql$/i;

const ofPostgres = /\.(?:postgres(?:ql)?|pg)(?=\.(?:\w+\.)*sql$)/i;

/** What makes a folder a migration: Diesel's and Prisma's names for its file. */
const inOwnFolder = /(?:^|\/)(?:up|migration)\.sql$/;

/** Files of a folder that a migration tool would apply to PostgreSQL; how many others are is said. */
export function leaveOut(files: readonly SourceFile[]): {
  readonly applied: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const groups = Map.groupBy(files, verdictFor(files));
  return {
    applied: groups.get("applied") ?? [],
    diagnostics: reasons.flatMap((reason) => describe(reason, groups.get(reason) ?? [])),
  };
}

const reasons = ["undoes", "other-database", "loose-file"] as const;
type Reason = (typeof reasons)[number];

/** What the settings name itself is applied, whatever it is called. */
function verdictFor(files: readonly SourceFile[]): (file: SourceFile) => Reason | "applied" {
  const paths = files.map(({ path }) => path);
  const generic = new Set(
    paths.filter((path) => ofPostgres.test(path)).map((path) => path.replace(ofPostgres, "")),
  );
  const homes = new Set(
    paths.filter((path) => inOwnFolder.test(path)).map((path) => folderOf(folderOf(path))),
  );
  return ({ path, entry }) => {
    if (entry.path === path) return "applied";
    if (undoes.test(path)) return "undoes";
    if (ofOtherDatabase.test(path) || generic.has(path)) return "other-database";
    return homes.has(folderOf(path)) && !inOwnFolder.test(path) ? "loose-file" : "applied";
  };
}

const folderOf = (path: string): string => path.replace(/(?:^|\/)[^/]*$/, "");

const codes = {
  undoes: "sources/sql-down-migration",
  "other-database": "sources/sql-other-database",
  "loose-file": "sources/sql-loose-file",
} as const;

function describe(reason: Reason, files: readonly SourceFile[]): readonly Diagnostic[] {
  const [first] = files;
  if (first === undefined) return [];
  return [diagnose(codes[reason], { count: files.length }, { location: { file: first.path } })];
}
