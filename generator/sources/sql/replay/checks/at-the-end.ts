import { diagnose } from "#diagnostics/index.ts";
import {
  isLate,
  type Job,
  type Relation,
  type Routine,
  type Use,
} from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import { findLate } from "../../catalogue/find.ts";
import type { Session } from "../context.ts";
import { printName } from "../read-nodes.ts";
import { checkTables } from "./body-tables.ts";
import { lacks } from "./missing-columns.ts";
import { placeOf } from "./place-of.ts";
import { allowsConcurrentRefresh } from "./refreshes.ts";

/** Reports what functions and jobs will fail at when they run, with all migrations applied. */
export function checkCatalogue(session: Session): void {
  const { catalogue } = session;
  for (const routine of [...catalogue.routines.values()].flat()) {
    checkRefreshes(routine, routine.body, session);
    checkColumns(routine, session);
  }
  checkTables(session);
  for (const job of catalogue.jobs.values()) {
    checkRefreshes(job, job.command, session);
    for (const use of job.uses) checkJob(job, use, session);
  }
}

/** Which views a text refreshes so that they can be read meanwhile; the name may come at run time. */
const refresh = /refresh\s+materialized\s+view\s+(concurrently\s+)?([\w."]*)/gi;

function checkRefreshes(object: Routine | Job, text: string, session: Session): void {
  const uses = object.kind === "function" ? object.effects().uses : object.uses;
  const written = [...text.matchAll(refresh)].map(({ 0: found, 1: word, 2: name = "" }) => ({
    found,
    concurrently: word !== undefined,
    name: name.replaceAll('"', "").split(".").at(-1) ?? "",
  }));
  for (const { role, target, location } of uses) {
    const view = role === "refreshes" ? viewAt(target, session) : undefined;
    if (view === undefined || allowsConcurrentRefresh(view)) continue;
    const named = written.filter(({ name }) => name === view.name);
    const said = (named.length > 0 ? named : written).find(({ concurrently }) => concurrently);
    if (said === undefined) continue;
    const args = { view: `${view.namespace}.${view.name}` };
    const at = placeOf(object, said.found, location);
    session.diagnostics.push(
      diagnose("sources/sql-refresh-needs-index", args, { location: at, severity: "warning" }),
    );
  }
}

/** Names are looked up where those of its tables are. */
function checkColumns(routine: Routine, session: Session): void {
  const { uses, columns } = routine.effects();
  const place = uses[0]?.location;
  if (place === undefined) return;
  const seen = new Set<string>();
  for (const { table, column, written } of columns) {
    const found = uses.map(({ target }) => relationAt(target, table, session)).find(Boolean);
    if (found === undefined || !lacks(found, column) || seen.has(written)) continue;
    seen.add(written);
    const args = { table: `${found.namespace}.${found.name}`, column };
    const location = placeOf(routine, written, place);
    session.diagnostics.push(
      diagnose("sources/sql-missing-column", args, { location, severity: "warning" }),
    );
  }
}

function relationAt(
  target: Use["target"],
  { schema, name }: Name,
  { catalogue }: Session,
): Relation | undefined {
  if (!isLate(target) || target.kind !== "late relation") return undefined;
  if (target.name.schema !== schema || target.name.name !== name) return undefined;
  const found = findLate(catalogue, target);
  return found && "columns" in found ? found : undefined;
}

function viewAt(target: Use["target"], { catalogue }: Session): Relation | undefined {
  const found = isLate(target) ? findLate(catalogue, target) : target;
  return found?.kind === "materialized-view" ? found : undefined;
}

/** Only names with a schema of ours can be said to be missing: the others may be PostgreSQL's. */
function checkJob({ name: job }: Job, { role, target, location }: Use, session: Session): void {
  if (!isLate(target) || target.name.schema === undefined) return;
  const { catalogue } = session;
  const found = findLate(catalogue, target);
  const isRefresh = role === "refreshes";
  if (found !== undefined && (!isRefresh || found.kind === "materialized-view")) return;
  if (!catalogue.ownSchemas.has(target.name.schema)) return;
  if (target.kind === "late routine" && isOfExtension(target.name.name)) return;
  const args = { job, role, name: printName(target.name) };
  session.diagnostics.push(diagnose("sources/sql-job-needs", args, { location }));
}

/** PostGIS and its like put their functions into `public`. */
const isOfExtension = (name: string): boolean =>
  /^(?:_?st_|postgis|uuid_|pgp_|pg_|http)/.test(name);
