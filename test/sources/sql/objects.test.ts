import { describe, expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

describe("functions", () => {
  const base = `
    create table area (id int);
    create function buscar(texto text, limite integer default 50)
    returns setof area
    language sql stable security definer set search_path = ''
    as $$ select * from public.area limit limite $$;`;

  test("have arguments, rights and a body as they are written", async () => {
    const { item, targets } = await replay(base);
    expect(item("function", "public.buscar")).toMatchObject({
      title: "public.buscar(text, integer)",
      attributes: {
        namespace: "public",
        kind: "function",
        arguments: [
          { name: "texto", type: "text", mode: "in" },
          { name: "limite", type: "integer", mode: "in", default: "50" },
        ],
        returns: "SETOF area",
        language: "sql",
        volatility: "stable",
        securityDefiner: true,
        settings: ["search_path = ''"],
        body: " select * from public.area limit limite",
      },
    });
    expect(targets("function:public.buscar", "reads")).toEqual(["table:public.area"]);
  });

  test("that are overloaded are told apart by their types; the first keeps the bare name", async () => {
    const { names } = await replay(`${base}
      create function buscar(int4) returns int language sql as 'select 1';
      create function buscar(public.area, varchar[]) returns int language sql as 'select 1';`);
    expect(names("function")).toEqual([
      "public.buscar",
      "public.buscar(area, character varying[])",
      "public.buscar(integer)",
    ]);
  });

  test("are replaced, changed and dropped by their types", async () => {
    const { names, item, said } = await replay({
      "1.sql": `${base}
        create function buscar(int) returns int language sql as 'select 1';`,
      "2.sql": `
        create or replace function buscar(n int4) returns int language sql as 'select 2';
        alter function buscar(integer) immutable;
        drop function buscar(text, int);`,
    });
    expect(said).toEqual([]);
    expect(names("function")).toEqual(["public.buscar"]);
    expect(item("function", "public.buscar")?.attributes).toMatchObject({
      body: "select 2",
      volatility: "immutable",
    });
  });

  test("in PL/pgSQL lead to what their statements read, write, call and refresh", async () => {
    const { targets } = await replay(`
      create table a (id int); create table b (id int);
      create materialized view mv as select id from a;
      create function passo() returns int language sql as 'select 1';
      create procedure tudo() language plpgsql as $$
      declare n int;
      begin
        n := passo();
        if exists (select from a where id = n) then
          insert into b select n;
        end if;
        refresh materialized view mv;
      end $$;`);
    const id = "function:public.tudo";
    expect(targets(id, "reads")).toEqual(["table:public.a"]);
    expect(targets(id, "writes")).toEqual(["table:public.b"]);
    expect(targets(id, "calls")).toEqual(["function:public.passo"]);
    expect(targets(id, "refreshes")).toEqual(["materialized-view:public.mv"]);
  });

  test("that refresh views by name lead to those views", async () => {
    const { targets } = await replay(`
      create materialized view public.mv as select 1;
      create function f() returns void language plpgsql as $$
      declare v text;
      begin
        foreach v in array array['public.mv', 'public.outra'] loop
          execute format('refresh materialized view %s', v);
        end loop;
      end $$;`);
    expect(targets("function:public.f", "refreshes")).toEqual(["materialized-view:public.mv"]);
  });
});

describe("views", () => {
  test("lead to the tables they read, not to the names of their own WITH", async () => {
    const { item, targets } = await replay(`
      create table a (id int); create table b (id int);
      create view v with (security_invoker) as
        with b as (select * from a) select * from b;`);
    expect(targets("view:public.v", "reads")).toEqual(["table:public.a"]);
    expect(item("view", "public.v")?.attributes).toMatchObject({
      namespace: "public",
      query: "with b as (select * from a) select * from b",
      securityInvoker: true,
    });
  });

  test("keep what they read when it is renamed, and go when it is dropped", async () => {
    const renamed =
      "create table a (id int); create view v as select * from a; alter table a rename to c;";
    const before = await replay(renamed);
    expect(before.targets("view:public.v", "reads")).toEqual(["table:public.c"]);
    const after = await replay(`${renamed} drop table c cascade;`);
    expect(after.names("view")).toEqual([]);
  });
});

test("an index has its method, keys and predicate, and the name that PostgreSQL gives it", async () => {
  const { item, targets } = await replay(`
    create table a (nome text, area geometry);
    create unique index on a (lower(nome) desc, nome) include (area) where nome <> '';`);
  expect(item("index", "public.a_lower_nome_idx")?.attributes).toEqual({
    table: "public.a",
    method: "btree",
    unique: true,
    keys: ["lower(nome) desc", "nome"],
    include: ["area"],
    predicate: "nome <> ''",
  });
  expect(targets("index:public.a_lower_nome_idx", "applies-to")).toEqual(["table:public.a"]);
});

test("a policy has its roles and conditions, and can be changed and dropped", async () => {
  const { item, names, targets } = await replay(`
    create table a (dono uuid);
    create policy leitura on a as restrictive for select to anon, authenticated using (dono = uid());
    create policy outra on a using (true);
    alter policy leitura on a to service_role using (false);
    drop policy outra on a;`);
  expect(names("policy")).toEqual(["public.a/leitura"]);
  expect(item("policy", "public.a/leitura")?.attributes).toMatchObject({
    table: "public.a",
    command: "select",
    permissive: false,
    roles: ["service_role"],
    using: "false",
  });
  expect(targets("policy:public.a/leitura", "applies-to")).toEqual(["table:public.a"]);
});

test("a trigger leads to its table and its function", async () => {
  const { item, targets } = await replay(`
    create table a (b int);
    create function f() returns trigger language plpgsql as $$ begin return new; end $$;
    create trigger tg before insert or update of b on a
      for each row when (new.b > 0) execute function f();`);
  expect(item("trigger", "public.a/tg")?.attributes).toEqual({
    table: "public.a",
    timing: "before",
    events: ["insert", "update of b"],
    level: "row",
    condition: "new.b > 0",
    function: "f",
  });
  expect(targets("trigger:public.a/tg", "calls")).toEqual(["function:public.f"]);
});

test("types are made, changed and used by columns", async () => {
  const { item, targets } = await replay(`
    create type cor as enum ('azul', 'verde');
    alter type cor add value 'cinza' before 'verde';
    alter type cor rename value 'azul' to 'anil';
    create domain positivo as numeric(6, 2) constraint maior check (value > 0);
    create type par as (x int, y text);
    alter type par add attribute z date;
    create table a (c cor[], p public.positivo);`);
  expect(item("type", "public.cor")?.attributes.labels).toEqual(["anil", "cinza", "verde"]);
  expect(item("type", "public.positivo")?.attributes).toMatchObject({
    kind: "domain",
    definition: "numeric(6, 2)",
    labels: ["constraint maior check (value > 0)"],
  });
  expect(item("type", "public.par")?.attributes.labels).toEqual(["x int", "y text", "z date"]);
  expect(targets("column:public.a.c", "uses")).toEqual(["type:public.cor"]);
  expect(targets("column:public.a.p", "uses")).toEqual(["type:public.positivo"]);
});

test("schemas are renamed and dropped with all that lies in them", async () => {
  const { names, said } = await replay(`
    create schema a create table t (id int);
    create function a.f() returns int language sql as 'select 1';
    alter schema a rename to b;
    create schema c; create table c.t (id int); drop schema c cascade;`);
  expect(said).toEqual([]);
  expect([...names("namespace"), ...names("table"), ...names("function")]).toEqual([
    "b",
    "b.t",
    "b.f",
  ]);
});

test("names without a schema follow the search path, which ends with the file", async () => {
  const { names } = await replay({
    "1.sql": "create schema app; set search_path to app, public; create table a (id int);",
    "2.sql": "create table b (id int);",
  });
  expect(names("table")).toEqual(["app.a", "public.b"]);
});

test("a sequence knows the column that it belongs to", async () => {
  const { item } = await replay(`
    create table a (id int); create sequence s; alter sequence s owned by a.id;`);
  expect(item("sequence", "public.s")?.attributes.ownedBy).toBe("public.a.id");
});

describe("descriptions", () => {
  test("are the comments right above, until COMMENT ON says otherwise", async () => {
    const { item } = await replay(`
-- Direitos reservados.

-- As áreas da fazenda,
-- uma por linha.
create table a (
  -- Chave.
  id int,
  nome text
);
-- Outra.
create table b (id int);
comment on table b is 'Dita à parte.';
comment on column a.nome is $$Com 'aspas'.$$;`);
    expect(item("table", "public.a")?.description).toEqual({
      text: "As áreas da fazenda,\numa por linha.",
      location: { file: "migrations/0001.sql", line: 4 },
    });
    expect(item("column", "public.a.id")?.description?.text).toBe("Chave.");
    expect(item("table", "public.b")?.description).toEqual({
      text: "Dita à parte.",
      location: { file: "migrations/0001.sql", line: 13, column: 24 },
    });
    expect(item("column", "public.a.nome")?.description?.text).toBe("Com 'aspas'.");
  });

  test.each([
    ["Prisma", "-- CreateTable"],
    ["sqlx", "-- Add up migration script here"],
    ["Diesel", "-- Your SQL goes here"],
    ["Drizzle", "--> statement-breakpoint"],
    ["goose", "-- +goose StatementBegin"],
    ["Atlas", '-- Create "a" table'],
    ["Liquibase", "--changeset ana:1"],
    ["a linter", "-- squawk-ignore prefer-bigint"],
  ])("are not what %s writes above every statement", async (_, comment) => {
    const { item } = await replay(
      `${comment}\ncreate table a (id int);\n\n${comment}\n-- As áreas.\ncreate table b (id int);`,
    );
    expect(item("table", "public.a")?.description).toBeUndefined();
    expect(item("table", "public.b")?.description?.text).toBe("As áreas.");
  });

  test("are not the titles of sections, nor the lines drawn around titles", async () => {
    const { item } = await replay(`
-- ---- 4) Filtros ------------
-- Vale só para quem busca.
create table a (
  -- Identificação
  id int,
  nome text,
  -- Datas do ciclo
  criado date,

  -- Quem pode ver
  dono int,
  -- Nome de quem fez
  autor text
);`);
    const said = (column: string) => item("column", `public.a.${column}`)?.description?.text;
    expect(item("table", "public.a")?.description?.text).toBe(
      "4) Filtros\nVale só para quem busca.",
    );
    expect(["id", "nome", "criado", "dono", "autor"].map(said)).toEqual([
      undefined,
      undefined,
      "Datas do ciclo",
      "Quem pode ver",
      "Nome de quem fez",
    ]);
  });

  test("lead where they name something, and a broken name is reported where it stands", async () => {
    const { targets, said } = await replay(`
create table a (id int);
create table b (id int);
comment on table b is 'Cópia de [[table:public.a]], '
  'feita por [[table:public.nada]].';`);
    expect(targets("table:public.b", "mentions")).toEqual(["table:public.a", "nothing"]);
    expect(said).toEqual(["error graph/dangling-reference migrations/0001.sql:5:16"]);
  });

  test("of a text in pieces each has its own line, and no place lies outside of it", async () => {
    const { said } = await replay(`
create table a (id int);
comment on table a is 'Uma linha bem longa, e depois dela [[nada]] e '
  'mais.';
comment on column a.id is 'O ''nome'' de [[ninguém]].';`);
    expect(said).toEqual([
      "error graph/dangling-reference migrations/0001.sql:5:44",
      "error graph/dangling-reference migrations/0001.sql:3:61",
    ]);
  });
});
