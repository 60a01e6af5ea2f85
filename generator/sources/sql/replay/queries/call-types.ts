import { findRoutines } from "../../catalogue/find.ts";
import type { Name } from "../../catalogue/entry.ts";
import { averageType, sumType } from "./number-types.ts";
import type { Scope } from "./scope.ts";

const callTypes: Readonly<Partial<Record<string, string>>> = Object.fromEntries(
  Object.entries({
    bigint: "count row_number rank dense_rank",
    text: "lower upper trim btrim ltrim rtrim concat concat_ws string_agg replace format to_char substring left right md5 split_part regexp_replace initcap",
    boolean: "bool_and bool_or every starts_with has_table_privilege",
    integer: "length char_length cardinality array_length ntile",
    "timestamp with time zone": "now clock_timestamp statement_timestamp transaction_timestamp",
    uuid: "gen_random_uuid uuid_generate_v4 uuidv7",
    json: "json_agg json_build_object json_build_array json_object_agg to_json row_to_json",
    jsonb: "jsonb_agg jsonb_build_object jsonb_build_array jsonb_object_agg to_jsonb jsonb_set",
  }).flatMap(([type, names]) => names.split(" ").map((name) => [name, type])),
);

const likeArgument: ReadonlySet<string> = new Set([
  "min",
  "max",
  "abs",
  "lag",
  "lead",
  "any_value",
]);

/** `varchar(50)` → `varchar`: what goes through a function loses its length. */
export const withoutModifiers = (type: string): string => type.replace(/\s*\([^)]*\)/, "");

/** What a function gives for a first argument of this type. */
export function callType(called: Name, argument: string, { context }: Scope): string {
  const { catalogue, searchPath } = context.session;
  const own = findRoutines(catalogue, called, searchPath);
  if (own.length > 0) return own.length === 1 ? returned(own[0]?.returns ?? "") : "";
  if (likeArgument.has(called.name)) return withoutModifiers(argument);
  return byArgument[called.name]?.(argument) ?? callTypes[called.name] ?? "";
}

const byArgument: Readonly<Partial<Record<string, (type: string) => string>>> = {
  sum: sumType,
  avg: averageType,
};

const returned = (written: string): string => written.replace(/^setof\s+/i, "");
