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
  readonly statements: number;
  readonly made: readonly Made[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Progress {
  readonly server: Server;
  readonly made: Made[];
  readonly diagnostics: Diagnostic[];
  statements: number;
}

/** Applies migrations as a tool would: one after the other; one that fails ends there. */
export async function applyMigrations(
  server: Server,
  migrations: readonly Migration[],
): Promise<Application> {
  const progress: Progress = { server, made: [], diagnostics: [], statements: 0 };
  for (const migration of migrations) {
    await server.query("reset all");
    const path = migration.searchPath.map((name) => `"${name.replaceAll('"', '""')}"`).join(", ");
    await server.query(`set search_path to ${path}`);
    await applyFile(migration, progress);
    await server.query("rollback");
  }
  return progress;
}

/** Whether all of it ran. */
async function applyFile(migration: Migration, progress: Progress): Promise<boolean> {
  for (const step of stepsOf(splitStatements(migration.source.text))) {
    const included = migration.includes.get(step.start);
    const ran =
      "comments" in step
        ? await applyStatement(step, migration, progress)
        : included === undefined || (await applyFile(included, progress));
    if (!ran) return false;
  }
  return true;
}

const definition =
  /^(?:create|alter|drop|comment|grant|revoke|set|reset|begin|commit|start|end)\b/i;
// `COPY … PROGRAM` would run on this machine, and the data of a dump changes no schema. Locks are
// for others who write meanwhile, and need a transaction.
const leftOut = /^(?:copy|lock)\b/i;

/** Without a transaction around the file, what is set for one holds until the end of the file. */
const outsideTransaction = (text: string): string => text.replace(/^set\s+local\b/i, "set");

async function applyStatement(
  range: StatementRange,
  migration: Migration,
  progress: Progress,
): Promise<boolean> {
  const text = blankMetas(migration.source.text, range);
  if (leftOut.test(text)) return true;
  progress.statements++;
  const isDefinition = definition.test(text);
  try {
    const after = isDefinition ? 0 : await newest(progress.server);
    await progress.server.query(outsideTransaction(text));
    if (isDefinition) return true;
    const upTo = await newest(progress.server);
    const location = locate(migration.source, range.start);
    if (upTo > after) progress.made.push({ after, upTo, location });
    return true;
  } catch (error) {
    progress.diagnostics.push(describeFailure(error, migration, range));
    return false;
  }
}

/** All objects are numbered by one counter. */
async function newest(server: Server): Promise<number> {
  const tables = ["class", "proc", "type", "constraint", "trigger", "policy", "namespace"];
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
