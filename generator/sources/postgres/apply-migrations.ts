import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import type { Migration } from "../sql/catalogue/entry.ts";
import { locate } from "../sql/parser/source-text.ts";
import { splitStatements, type StatementRange } from "../sql/parser/split-statements.ts";
import { blankMetas, stepsOf } from "../sql/parser/steps.ts";
import type { Server } from "./server.ts";

/** What a statement that is no definition made while it ran: objects with numbers in this range. */
export interface Made {
  readonly after: number;
  readonly upTo: number;
  readonly location: Location;
}

export interface Application {
  readonly made: readonly Made[];
  /** What a statement put together at run time has changed, by the number of the object. */
  readonly changed: ReadonlyMap<number, Location>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Progress {
  readonly server: Server;
  readonly made: Made[];
  readonly changed: Map<number, Location>;
  readonly diagnostics: Diagnostic[];
  /** Whether the migrations have opened a transaction themselves. */
  isOpen: boolean;
}

/**
 * Applies migrations one after the other, with the search path of the settings and what a platform
 * puts behind it; a statement that fails loses only itself, as in the model.
 */
export async function applyMigrations(
  server: Server,
  migrations: readonly Migration[],
  platformPath: readonly string[],
): Promise<Application> {
  const progress: Progress = {
    server,
    made: [],
    changed: new Map(),
    diagnostics: [],
    isOpen: false,
  };
  for (const migration of migrations) {
    await server.query("reset all");
    const path = [...migration.searchPath, ...platformPath]
      .map((name) => `"${name.replaceAll('"', '""')}"`)
      .join(", ");
    await server.query(`set search_path to ${path}`);
    await applyFile(migration, progress);
    if (progress.isOpen) await server.query("rollback");
    progress.isOpen = false;
  }
  return progress;
}

async function applyFile(migration: Migration, progress: Progress): Promise<void> {
  for (const step of stepsOf(splitStatements(migration.source.text))) {
    if ("comments" in step) {
      await applyStatement(step, migration, progress);
      continue;
    }
    const included = migration.includes.get(step.start);
    if (included !== undefined) await applyFile(included, progress);
  }
}

const definition =
  /^(?:create|alter|drop|comment|grant|revoke|set|reset|begin|commit|start|end)\b/i;
// `COPY … PROGRAM` would run on this machine, and the data of a dump changes no schema. Locks are
// for others who write meanwhile, and need a transaction; how it is isolated is for them too.
const leftOut = /^(?:copy|lock|set\s+transaction)\b/i;

const opening = /^(?:begin|start)\b/i;
const transactionControl =
  /^(?:begin|start\s+transaction|commit|end|rollback|abort|savepoint|release)\b/i;

/** Without a transaction around the file, what is set for one holds until the end of the file. */
const outsideTransaction = (text: string): string => text.replace(/^set\s+local\b/i, "set");

async function applyStatement(
  range: StatementRange,
  migration: Migration,
  progress: Progress,
): Promise<void> {
  const text = blankMetas(migration.source.text, range);
  if (leftOut.test(text)) return;
  const isControl = transactionControl.test(text);
  if (isControl) progress.isOpen = opening.test(text);
  // What goes wrong within a transaction would undo all of it.
  const isSaved = progress.isOpen && !isControl;
  try {
    if (isSaved) await progress.server.query("savepoint statement");
    await runStatement(outsideTransaction(text), locate(migration.source, range.start), progress);
  } catch (error) {
    progress.diagnostics.push(describeFailure(error, migration, range));
    if (isSaved) await progress.server.query("rollback to savepoint statement");
  }
}

async function runStatement(text: string, location: Location, progress: Progress): Promise<void> {
  const { server, made, changed } = progress;
  if (definition.test(text)) {
    await server.query(text);
    return;
  }
  const after = await newest(server);
  const before = isDynamic(text) ? await rowVersions(server) : undefined;
  await server.query(text);
  const upTo = await newest(server);
  if (upTo > after) made.push({ after, upTo, location });
  if (before === undefined) return;
  for (const version of await rowVersions(server)) {
    if (!before.has(version)) changed.set(Number.parseInt(version, 10), location);
  }
}

/** Whether it may run statements that nobody wrote: `EXECUTE` in a block, or a function that does. */
const isDynamic = (text: string): boolean =>
  /^do\b/i.test(text) ? /\bexecute\b/i.test(text) : /^(?:select|call|with)\b/i.test(text);

/** Every row of the catalogue with the transaction that wrote it: `16385:742`. */
async function rowVersions(server: Server): Promise<ReadonlySet<string>> {
  const own = "class proc type constraint trigger policy namespace default_acl"
    .split(" ")
    .map((table) => `select oid, xmin from pg_${table} where oid >= 16384`);
  const columns = `select attrelid as oid, xmin from pg_attribute where attrelid >= 16384
    union all select member, xmin from pg_auth_members`;
  const [row] = await server.query(
    `select array_agg(oid || ':' || xmin) as versions from (${[...own, columns].join(" union all ")}) each`,
  );
  return new Set(row?.["versions"] as readonly string[] | null);
}

/** All objects are numbered by one counter. */
async function newest(server: Server): Promise<number> {
  const tables = "class proc type constraint trigger policy namespace roles default_acl".split(" ");
  const counts = tables.map((table) => `(select coalesce(max(oid::bigint), 0) from pg_${table})`);
  const [row] = await server.query(`select greatest(${counts.join(", ")})::text as oid`);
  return Number(row?.["oid"] ?? 0);
}

/** PostgreSQL says at which character of the statement it fails, when it knows. */
function describeFailure(error: unknown, { source, foreign }: Migration, range: StatementRange) {
  const { message, position } = error as { message: string; position?: string };
  const offset = Number(position ?? 1) - 1;
  return diagnose(
    "sources/migration-fails",
    { reason: message },
    {
      location: locate(source, Math.min(range.start + offset, range.end)),
      ...(foreign && { severity: "warning" as const }),
    },
  );
}
