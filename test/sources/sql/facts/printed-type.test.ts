import { PGlite } from "@electric-sql/pglite";
import { printedType } from "#sources/sql/facts/printed-type.ts";
import { expect, test } from "vitest";

const written = [
  ...["int", "INT4", "int2", "int8", "Integer", "bigint", "float4", "float8", "double  precision"],
  ...["decimal", "DECIMAL(10, 2)", "numeric( 5,0 )", "bool", "text", "uuid", "jsonb", "bytea"],
  ...["VARCHAR", "varchar (50)", "character varying(50)", "CHAR VARYING(3)", "char(4)", "name"],
  ...["varbit(3)", "bit varying", "time", "TIMETZ", "time(3)", "timestamp", "TIMESTAMPTZ"],
  ...["timestamptz(3)", "timestamp(3) with time zone", "TIMESTAMP WITHOUT TIME ZONE", "date"],
  ...["int[]", "varchar(9)[]", "timestamptz[]", "integer ARRAY", "integer ARRAY[4]", "text [ 3 ]"],
  ...["pg_catalog.int4", "interval", "inet", "tsvector", "int4range", "oid", "regclass"],
];

test("types are printed as PostgreSQL prints them", async () => {
  const database = new PGlite();
  const columns = written.map((type, index) => `c${index} ${type}`);
  await database.exec(`create table t (${columns.join(", ")})`);
  const { rows } = await database.query<{ type: string }>(
    `select format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = 't'::regclass and attnum > 0 order by attnum`,
  );
  await database.close();
  expect(written.map(printedType)).toEqual(rows.map(({ type }) => type));
});

test.each([
  ['app."Situação"', 'app."Situação"'],
  ["geometry(Point,4326)", "geometry(Point,4326)"],
  ["bigserial", "bigserial"],
  ["interval day to second(3)", "interval day to second(3)"],
  ["SETOF varchar", "SETOF character varying"],
  ["table(a int)", "table(a int)"],
])("%s is printed as %s", (type, expected) => {
  expect(printedType(type)).toBe(expected);
});
