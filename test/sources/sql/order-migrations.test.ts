import { expect, test } from "vitest";
import { compareMigrations } from "#sources/sql/order-migrations.ts";
import { replay } from "../../support/migrations.ts";

const sorted = (paths: readonly string[]) => paths.toSorted(compareMigrations);

test("numbers of different width are ordered by value", () => {
  const order = ["0001-a.sql", "0002-b.sql", "00010-c.sql", "20260207000000_d.sql"];
  expect(sorted(order.toReversed())).toEqual(order);
});

test("versions are ordered part by part", () => {
  const order = ["V1__a.sql", "V1.2__b.sql", "V1.10__c.sql", "V2__d.sql"];
  expect(sorted(order.toReversed())).toEqual(order);
});

test("Flyway's versions are one order across folders, and what is repeatable comes last", () => {
  const order = ["b/V1__a.sql", "a/V1_2__b.sql", "a/V1.10__c.sql", "a/R__x.sql", "b/R__views.sql"];
  expect(sorted(order.toReversed())).toEqual(order);
});

test("a date is one number, whatever stands between its parts", () => {
  const order = [
    "00000000000000_a/up.sql",
    "20140924113530_b/up.sql",
    "2017-08-31-230457_c/up.sql",
    "2017-08-31-230457-0001_d/up.sql",
    "2017_09_01_e/up.sql",
    "20180101000000_f/up.sql",
  ];
  expect(sorted(order.toReversed())).toEqual(order);
});

test("Prisma's folders are ordered as Prisma does, letter by letter", () => {
  const order = ["20250625101010_a/migration.sql", "20250625_b/migration.sql"];
  expect(sorted(order.toReversed())).toEqual(order);
  expect(sorted(["20250625101010_a.sql", "20250625_b.sql"])[0]).toBe("20250625_b.sql");
});

test("folders are ordered as files are", () => {
  const order = ["9_a/migration.sql", "10_b/migration.sql", "100_c/migration.sql"];
  expect(sorted(order.toReversed())).toEqual(order);
});

test("numbers longer than a double are compared in full", () => {
  const order = ["90071992547409930001_a.sql", "90071992547409930002_b.sql"];
  expect(sorted(order.toReversed())).toEqual(order);
});

test("migrations are applied in that order, and know their place in it", async () => {
  const { item, said } = await replay({
    "0002-column.sql": "alter table a add column b text;",
    "00010-drop.sql": "alter table a drop column b;",
    "0001-table.sql": "create table a (id integer);",
  });
  expect(said).toEqual([]);
  expect(item("table", "public.a")?.attributes.columns).toEqual(["id"]);
  expect(item("migration", "migrations/00010-drop")?.attributes.order).toBe(2);
});

test("files that undo others are not applied, which is said once", async () => {
  const { names, said } = await replay({
    "1_a/up.sql": "create table a (id integer);",
    "1_a/down.sql": "drop table a;",
    "2_b.down.sql": "drop table b;",
  });
  expect(names("table")).toEqual(["public.a"]);
  expect(said).toEqual(["info sources/sql-down-migration migrations/1_a/down.sql"]);
});

test("files for other databases are not applied, which is said once", async () => {
  const { names, said } = await replay({
    "1_a.mysql.up.sql": "create table a (id int auto_increment);",
    "1_a.postgres.up.sql": "create table a (id serial);",
    "1_a.sqlite3.up.sql": "create table c (id int);",
    "2_b.up.sql": "create table generic (id int);",
    "2_b.postgres.autocommit.up.sql": "create table own (id int);",
    "3_c.up.sql": "create table b (id int);",
    "3_c.postgres.up.sql": "create table special (id int);",
    "4_drop_mysql.sql": "create table kept (id int);",
  });
  expect(names("table")).toEqual([
    "public.a",
    "public.generic",
    "public.kept",
    "public.own",
    "public.special",
  ]);
  expect(said).toEqual(["info sources/sql-other-database migrations/1_a.mysql.up.sql"]);
});

test("a script beside folders that are migrations is none, unless the settings name it", async () => {
  const files = {
    "1_a/up.sql": "create table a (id int);",
    "backfill.sql": "create table b (id int);",
  };
  const { names, said } = await replay(files);
  expect(names("table")).toEqual(["public.a"]);
  expect(said).toEqual(["info sources/sql-loose-file migrations/backfill.sql"]);
  const named = await replay(files, { path: "migrations/backfill.sql" });
  expect(named.names("table")).toEqual(["public.b"]);
});

test("Prisma's folder may be called like a file", async () => {
  const { names, said } = await replay({ "1_a.sql/migration.sql": "create table a (id int);" });
  expect(names("table")).toEqual(["public.a"]);
  expect(said).toEqual([]);
});
