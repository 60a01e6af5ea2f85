import type { FuncCall, Node } from "libpg-query";
import { walkTree } from "../../analysis/walk-tree.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { type Context, reportedAt } from "../context.ts";
import { nameOf, printName, stringsOf } from "../read-nodes.ts";
import { refuse } from "./refuse.ts";

/** Functions of other databases that PostgreSQL has under another name, or writes otherwise. */
const foreignFunctions: Readonly<Partial<Record<string, string>>> = {
  charindex: "strpos(…)",
  curdate: "current_date",
  curtime: "current_time",
  date_format: "to_char(…)",
  dateadd: "… + interval '…'",
  datediff: "… - …",
  datepart: "extract(… from …)",
  day: "extract(day from …)",
  dayofmonth: "extract(day from …)",
  dayofweek: "extract(dow from …)",
  dayofyear: "extract(doy from …)",
  from_unixtime: "to_timestamp(…)",
  getdate: "now()",
  getutcdate: "now()",
  group_concat: "string_agg(…)",
  hour: "extract(hour from …)",
  ifnull: "coalesce(…)",
  iif: "case when … end",
  instr: "strpos(…)",
  json_extract: "… -> …",
  last_insert_id: "returning …",
  len: "length(…)",
  minute: "extract(minute from …)",
  month: "extract(month from …)",
  newid: "gen_random_uuid()",
  nvl: "coalesce(…)",
  quarter: "extract(quarter from …)",
  rand: "random()",
  str_to_date: "to_date(…)",
  strftime: "to_char(…)",
  sysdate: "now()",
  to_days: "… - date '…'",
  unix_timestamp: "extract(epoch from …)",
  week: "extract(week from …)",
  year: "extract(year from …)",
};

/** Functions of PostgreSQL whose result depends on more than their arguments. */
const notImmutable: ReadonlySet<string> = new Set([
  "array_to_string",
  "clock_timestamp",
  "concat",
  "concat_ws",
  "current_setting",
  "currval",
  "format",
  "gen_random_uuid",
  "nextval",
  "now",
  "random",
  "statement_timestamp",
  "timeofday",
  "to_char",
  "to_date",
  "transaction_timestamp",
  "uuidv4",
  "uuidv7",
]);

/** Where an expression stands, in PostgreSQL's words, and whether it must be immutable there. */
export interface Place {
  readonly where: string;
  readonly immutable: boolean;
}

/** Reports calls in an expression that PostgreSQL refuses where it stands. */
export function checkCalls(expression: unknown, place: Place, context: Context): void {
  walkTree({ expression }, (key, part) => {
    if (key === "FuncCall") checkCall(part, place, context);
    if (key === "SQLValueFunction" && place.immutable) {
      const at = placedAt(context, "location" in part ? Number(part.location) : undefined);
      refuse(at, "sources/sql-not-immutable", { function: valueName(part), where: place.where });
    }
    return false;
  });
}

const placedAt = (context: Context, byte: number | undefined): Context =>
  reportedAt(context, context.place(context.offset(byte)));

/** `SVFOP_CURRENT_DATE` → `CURRENT_DATE` */
const valueName = (part: object): string =>
  ("op" in part ? String(part.op) : "").replace("SVFOP_", "").replace(/_N$/, "");

function checkCall(call: FuncCall, { where, immutable }: Place, context: Context): void {
  const name = nameOf(stringsOf(call.funcname));
  const { catalogue } = context.session;
  const isBuiltIn = name.schema === undefined || name.schema === "pg_catalog";
  if (!isBuiltIn || isDefined(catalogue, name.name)) {
    if (immutable && isMutable(catalogue, name)) {
      const args = { function: `${printName(name)}()`, where };
      refuse(placedAt(context, call.location), "sources/sql-not-immutable", args);
    }
    return;
  }
  const instead = foreignFunctions[name.name];
  if (instead !== undefined && !catalogue.extensions.has("orafce")) {
    const args = { function: name.name, where, instead };
    refuse(placedAt(context, call.location), "sources/sql-unknown-function", args);
  } else if (immutable && isNeverImmutable(name.name, call.args)) {
    const args = { function: `${name.name}()`, where };
    refuse(placedAt(context, call.location), "sources/sql-not-immutable", args);
  }
}

/** `to_tsvector(text)` depends on a setting; with a configuration it does not. */
const isNeverImmutable = (name: string, args: readonly Node[] = []): boolean =>
  notImmutable.has(name) || (name === "to_tsvector" && args.length === 1);

const isDefined = ({ routines }: Catalogue, name: string): boolean =>
  [...routines.keys()].some((key) => key.endsWith(`\0${name}`));

/** A body of SQL may be put in place of its call, and what it says counts then. */
function isMutable(
  { routines }: Catalogue,
  { schema, name }: { readonly schema?: string; readonly name: string },
): boolean {
  const own = [...routines]
    .filter(([key]) =>
      schema === undefined ? key.endsWith(`\0${name}`) : key === `${schema}\0${name}`,
    )
    .flatMap(([, overloads]) => overloads);
  return (
    own.length > 0 &&
    own.every(({ language, volatility }) => language === "plpgsql" && volatility !== "immutable")
  );
}
