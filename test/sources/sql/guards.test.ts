import { describe, expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

const guarded = (condition: string) =>
  `do $$ begin if ${condition} then create table sim (id int); else create table nao (id int); end if; end $$;`;

const before = `create schema app; create type app.cor as enum ('azul'); create table app.t (id int primary key);
  create index t_i on app.t (id); create function app.f() returns int language sql as 'select 1';
  create policy p on app.t using (true);`;

describe("a guard that the migrations can answer", () => {
  test.each([
    ["exists (select from pg_tables where schemaname = 'app' and tablename = 't')", "sim"],
    ["exists (select from pg_tables where schemaname = 'app' and tablename = 'u')", "nao"],
    ["to_regclass('app.t') is null", "nao"],
    ["to_regclass('app.u') is null", "sim"],
    [
      "not exists (select 1 from information_schema.columns where table_schema = 'app' and table_name = 't' and column_name = 'x')",
      "sim",
    ],
    [
      "exists (select 1 from pg_attribute where attrelid = 'app.t'::regclass and attname = 'id')",
      "sim",
    ],
    [
      "exists (select 1 from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname = 'app' and t.typname = 'cor')",
      "sim",
    ],
    [
      "exists (select 1 from pg_enum join pg_type on enumtypid = pg_type.oid where typname = 'cor' and enumlabel = 'verde')",
      "nao",
    ],
    [
      "(select count(*) = 2 from pg_indexes where indexname in ('t_i', 't_j') and schemaname = 'app')",
      "nao",
    ],
    [
      "exists (select 1 from pg_policies where policyname = 'p' and tablename = 't') and true",
      "sim",
    ],
    [
      "exists (select 1 from pg_proc where proname = 'f') or to_regclass('app.u') is not null",
      "sim",
    ],
    ["not exists (select from pg_namespace where nspname = 'app')", "nao"],
    [
      "exists (select from pg_constraint where conname = 't_pkey' and conrelid = 'app.t'::regclass)",
      "sim",
    ],
  ])("%s", async (condition, taken) => {
    const { names } = await replay(before + guarded(condition));
    expect(names("table")).toEqual(["app.t", `public.${taken}`]);
  });

  test("is asked again after each statement of the block", async () => {
    const { names } = await replay(`do $$ begin
      if to_regclass('public.a') is null then create table a (id int); end if;
      if to_regclass('public.a') is null then create table b (id int); return; end if;
      if to_regclass('public.a') is not null then return; end if;
      create table c (id int);
    end $$;`);
    expect(names("table")).toEqual(["public.a"]);
  });
});

test("a guard that nobody can answer runs both ways", async () => {
  const { names } = await replay(guarded("current_setting('x') = 'y'"));
  expect(names("table")).toEqual(["public.nao", "public.sim"]);
});

test("what handles an exception does not run", async () => {
  const { names } = await replay(
    "do $$ begin create table a (id int); exception when others then drop table a; end $$;",
  );
  expect(names("table")).toEqual(["public.a"]);
});

describe("which extensions a server offers", () => {
  const text = guarded("exists (select from pg_available_extensions where name = 'pg_cron')");

  test("is said by the settings, and that it was asked is said", async () => {
    const present = await replay(text);
    expect(present.names("table")).toEqual(["public.sim"]);
    expect(present.said).toEqual(["info sources/sql-extension-guard migrations/0001.sql:1:1"]);
    const absent = await replay(text, { extensions: "absent" });
    expect(absent.names("table")).toEqual(["public.nao"]);
  });

  test("is not asked for what the migrations create", async () => {
    const { names, said } = await replay(
      `create extension pg_cron; ${guarded("exists (select from pg_extension where extname = 'pg_cron')")}`,
    );
    expect(names("table")).toEqual(["public.sim"]);
    expect(said).toEqual([]);
  });
});
