import type { FuncCall, Node } from "libpg-query";
import { parseLeniently } from "../../analysis/analyse-body.ts";
import { collectNames } from "../../analysis/collect-names.ts";
import type { Job, Use } from "../../catalogue/catalogue.ts";
import { changing } from "../changing.ts";
import { type Context, newSubject, report } from "../context.ts";
import { constantText, stringsOf } from "../read-nodes.ts";
import { lateUses } from "../use-names.ts";

interface CronCall {
  readonly call: FuncCall;
  /** The `WHERE` of the query that calls. */
  readonly where?: Node;
}

const unknown = (context: Context, name: string): void =>
  report(context, "sources/sql-dynamic", { statement: `cron.${name}` });

/** The arguments by name, for calls may name them; undefined when one is computed. */
function argumentsOf({ args = [] }: FuncCall, names: readonly string[]) {
  const found = new Map<string, string | undefined>();
  args.forEach((arg, at) => {
    const name = "NamedArgExpr" in arg ? (arg.NamedArgExpr.name ?? "") : (names[at] ?? "");
    found.set(name, constantText(arg));
  });
  return found;
}

/** `schedule(name, schedule, command)`, or without the name. */
function schedule({ call }: CronCall, context: Context): void {
  const isNamed = (call.args?.length ?? 0) > 2;
  const names = isNamed ? ["job_name", "schedule", "command"] : ["schedule", "command"];
  const args = argumentsOf(call, names);
  const [when, command] = [args.get("schedule"), args.get("command")];
  const { line = 0 } = context.place(0);
  const name = isNamed ? args.get("job_name") : `${context.migration.name}:${line}`;
  if (name === undefined || when === undefined || command === undefined) {
    unknown(context, "schedule");
    return;
  }
  addJob({ name, schedule: when, command }, context);
}

/** A second schedule under the same name replaces the first. */
function addJob(
  { name, ...job }: Pick<Job, "name" | "schedule" | "command">,
  context: Context,
): void {
  const { jobs } = context.session.catalogue;
  const old = jobs.get(name);
  const made: Job = {
    kind: "cron-job",
    ...newSubject(context, name),
    ...job,
    uses: usesOf(job.command, context),
  };
  if (old === undefined) jobs.set(name, made);
  else {
    const { created, changes, record } = old;
    changing(context, [old], () => Object.assign(old, { ...made, created, changes, record }));
  }
}

/** A job runs functions and refreshes views; what its statements read and write is a use too. */
function usesOf(command: string, context: Context): readonly Use[] {
  const parsed = parseLeniently(context.session.parser, command);
  if (parsed === undefined) {
    const args = { name: "cron.schedule", reason: command };
    report(context, "sources/sql-body-not-analysed", args);
    return [];
  }
  const uses = lateUses(collectNames(parsed), ["public"], context.place(0));
  return uses.map((use) => (use.role === "calls" ? { ...use, role: "runs" } : use));
}

/** `unschedule('name')`, or of the job numbers that a query finds by name. */
function unschedule({ call, where }: CronCall, context: Context): void {
  const { jobs } = context.session.catalogue;
  const written = constantText(call.args?.[0]);
  const names = written === undefined ? namesIn(where) : [written];
  if (names.length === 0) unknown(context, "unschedule");
  for (const name of names) jobs.delete(name);
}

/** `jobname = 'x'`, `jobname IN ('x', 'y')` */
function namesIn(where: Node | undefined): readonly string[] {
  if (where === undefined) return [];
  if ("BoolExpr" in where) return (where.BoolExpr.args ?? []).flatMap(namesIn);
  if (!("A_Expr" in where)) return [];
  const { lexpr, rexpr, name } = where.A_Expr;
  const isEqual = stringsOf(name).join("") === "=" && isJobName(lexpr);
  const values = rexpr && "List" in rexpr ? (rexpr.List.items ?? []) : [rexpr];
  return isEqual ? values.flatMap((value) => constantText(value) ?? []) : [];
}

const isJobName = (node: Node | undefined): boolean =>
  node !== undefined &&
  "ColumnRef" in node &&
  stringsOf(node.ColumnRef.fields).at(-1) === "jobname";

/** The functions of pg_cron that change which jobs there are. */
export const cronCalls: Readonly<
  Partial<Record<string, (call: CronCall, context: Context) => void>>
> = {
  schedule,
  schedule_in_database: schedule,
  unschedule,
  alter_job: (_, context) => unknown(context, "alter_job"),
};
