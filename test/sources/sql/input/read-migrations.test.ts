import { describe, expect, test } from "vitest";
import { replay } from "../../../support/migrations.ts";

describe("a script of psql", () => {
  test("has each file that it includes replayed at that place, and not again", async () => {
    const { item, said } = await replay({
      "aaa.sql": "alter table base add column c int;",
      "bbb.sql": "create table base (id int);",
      "install.sql":
        "\\set ON_ERROR_STOP on\n\\ir bbb.sql\n\\i 'migrations/aaa.sql'\nalter table base drop column id;",
    });
    expect(said).toEqual([]);
    expect(item("table", "public.base")?.attributes.columns).toEqual(["c"]);
    expect(item("migration", "migrations/install")?.attributes).toMatchObject({
      order: 0,
      modelled: 3,
      notUnderstood: 0,
    });
    expect(item("migration", "migrations/aaa")?.attributes.order).toBe(2);
  });

  test("keeps the search path for what it includes", async () => {
    const { names } = await replay({
      "a.sql": "create schema s; set search_path to s;\n\\ir b/b.sql\n",
      "b/b.sql": "create table t (id int);",
    });
    expect(names("table")).toEqual(["s.t"]);
  });

  test("that includes no file of the project is reported at the command", async () => {
    const { said } = await replay(
      "select 1;\n\\ir outro.sql\n\\i ../../../etc/hostname\n\\i :dir/x.sql",
    );
    expect(said).toEqual([
      "error sources/sql-include migrations/0001.sql:2:1",
      "error sources/sql-include migrations/0001.sql:3:1",
      "error sources/sql-include migrations/0001.sql:4:1",
    ]);
  });

  test("that includes itself through another is reported, and both are read once", async () => {
    const { names, said } = await replay({
      "a.sql": "\\ir b.sql\ncreate table a (id int);",
      "b.sql": "create table b (id int);\n\\ir a.sql\n",
    });
    expect(names("table")).toEqual(["public.a", "public.b"]);
    expect(said).toEqual(["error sources/sql-include-cycle migrations/b.sql:2:1"]);
  });
});

describe("a file that holds both ways", () => {
  test.each([
    ["goose", "-- +goose Up", "-- +goose Down"],
    ["dbmate", "-- migrate:up", "-- migrate:down"],
    ["sql-migrate", "-- +migrate Up", "-- +migrate Down"],
  ])("is applied only upwards: %s", async (_, up, down) => {
    const { names, said } = await replay(
      `${up}\ncreate table a (id int);\n${down}\ndrop table a;\n${up}\ncreate table b (id int);`,
    );
    expect(names("table")).toEqual(["public.a", "public.b"]);
    expect(said).toEqual(["info sources/sql-down-section migrations/0001.sql:3"]);
  });
});

describe("placeholders of the settings", () => {
  test("become their value in every style, and places stay those of the file", async () => {
    const text = [
      "create table {{ index .Options \"Namespace\" }}.users (id int, x text default :'esquema');",
      "create table ${esquema}.a (id int); create table :esquema.b (t text default 'x'::text);",
      'create table :"esquema".c (id int); create table {{esquema}}.d (id int);',
    ].join("\n");
    const placeholders = { '{{ index .Options "Namespace" }}': "auth", esquema: "auth" };
    const { names, item } = await replay(text, { placeholders });
    expect(names("table")).toEqual(["auth.a", "auth.b", "auth.c", "auth.d", "auth.users"]);
    expect(item("column", "auth.users.x")?.attributes.default).toBe("'auth'");
    expect(item("column", "auth.users.id")?.location).toMatchObject({ line: 1, column: 54 });
    expect(item("table", "auth.b")?.location).toMatchObject({ line: 2, column: 37 });
  });

  test("leave the others as they are", async () => {
    const { names } = await replay("create table ${b}.t (id int);", { placeholders: { a: "x" } });
    expect(names("table")).toEqual(['"${b}".t']);
  });
});

test("names without a schema lie in the search path of the settings", async () => {
  const { names } = await replay(
    {
      "1.sql": "create table a (id int); set search_path = public; create table b (id int);",
      "2.sql": "alter table a rename to c;",
    },
    { searchPath: ["storage", "public"] },
  );
  expect(names("table")).toEqual(["public.b", "storage.c"]);
});

test("a dump is read: its commands, its data and its settings", async () => {
  const { names, item } = await replay(
    [
      "\\restrict aBc",
      "SET statement_timeout = 0;",
      "SELECT pg_catalog.set_config('search_path', '', false);",
      "CREATE TABLE public.t (id integer NOT NULL, nome text);",
      "COPY public.t (id, nome) FROM stdin;",
      "1\tdrop table public.t; '",
      "\\.",
      "ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);",
      "\\unrestrict aBc",
    ].join("\n"),
  );
  expect(names("constraint")).toEqual(["public.t/t_pkey"]);
  expect(item("migration", "migrations/0001")?.attributes.notUnderstood).toBe(0);
});
