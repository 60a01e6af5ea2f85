import { PGlite } from "@electric-sql/pglite";
import { type Aspect, aspects, type FactSets, typeName } from "./fact-sets.ts";

const own = "n.nspname IN ('campo', 'painel')";
const table = "c.relkind IN ('r', 'p') AND NOT c.relispartition";
const relations = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";
const columns = `${relations} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`;
const named = (keys: string, of: string) =>
  `(SELECT string_agg(col.attname, ', ' ORDER BY o) FROM unnest(${keys}) WITH ORDINALITY u(num, o) JOIN pg_attribute col ON col.attrelid = ${of} AND col.attnum = u.num)`;

/** What PostgreSQL's catalogue holds, each as one sentence. */
const queries: Readonly<Record<Aspect, string>> = {
  schemas: `SELECT nspname AS fact FROM pg_namespace n WHERE ${own}`,
  tables: `SELECT relname AS fact FROM ${relations} WHERE ${own} AND ${table}`,
  "tables with their schema": `SELECT nspname || '.' || relname AS fact FROM ${relations} WHERE ${own} AND ${table}`,
  partitions: `SELECT relname || ' ' || pg_get_expr(c.relpartbound, c.oid) AS fact FROM ${relations} WHERE ${own} AND c.relispartition AND c.relkind = 'r'`,
  columns: `SELECT relname || '.' || attname AS fact FROM ${columns} WHERE ${own} AND ${table}`,
  "types of columns": `SELECT relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) AS fact FROM ${columns} WHERE ${own} AND ${table}`,
  "not null": `SELECT relname || '.' || attname AS fact FROM ${columns} WHERE ${own} AND ${table} AND attnotnull`,
  "primary keys": `SELECT relname || '(' || ${named("k.conkey", "c.oid")} || ')' AS fact FROM ${relations} JOIN pg_constraint k ON k.conrelid = c.oid WHERE ${own} AND ${table} AND contype = 'p'`,
  "foreign keys": `SELECT relname || '(' || ${named("k.conkey", "c.oid")} || ') ' || (SELECT relname FROM pg_class WHERE oid = k.confrelid) || '(' || ${named("k.confkey", "k.confrelid")} || ')' AS fact FROM ${relations} JOIN pg_constraint k ON k.conrelid = c.oid WHERE ${own} AND ${table} AND contype = 'f'`,
  indexes: `SELECT c.relname || ' ' || t.relname || '(' || ${named("i.indkey", "t.oid")} || ')' AS fact FROM ${relations} JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = i.indrelid WHERE ${own} AND NOT i.indisprimary AND NOT c.relispartition`,
  "enum labels": `SELECT typname || ' ' || enumlabel AS fact FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid`,
  views: `SELECT relname AS fact FROM ${relations} WHERE ${own} AND c.relkind = 'v'`,
  functions: `SELECT proname || '(' || oidvectortypes(proargtypes) || ')' AS fact FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${own}`,
  policies: `SELECT relname || ' ' || polname AS fact FROM ${relations} JOIN pg_policy p ON p.polrelid = c.oid`,
  comments: `SELECT relname || ': ' || description AS fact FROM ${relations} JOIN pg_description d ON d.objoid = c.oid AND d.objsubid = 0 WHERE ${own}`,
};

/** Applies the file to PostgreSQL, and asks what is there. */
export async function askPostgresql(sql: string): Promise<FactSets> {
  const database = await PGlite.create();
  await database.exec(sql);
  const answers: [Aspect, readonly string[]][] = [];
  for (const aspect of aspects) {
    const { rows } = await database.query<{ fact: string }>(queries[aspect]);
    answers.push([aspect, rows.map(({ fact }) => plain(aspect, fact))]);
  }
  await database.close();
  return Object.fromEntries(answers) as FactSets;
}

function plain(aspect: Aspect, fact: string): string {
  if (aspect !== "types of columns") return fact;
  const space = fact.indexOf(" ");
  return `${fact.slice(0, space)} ${typeName(fact.slice(space + 1))}`;
}
