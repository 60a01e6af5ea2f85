import { describe, expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

test("an aggregate is a function with arguments, a result and rights", async () => {
  const { item, targets, said, names } = await replay(`
    create function passo(a int, b int) returns int language sql as 'select a + b';
    create aggregate soma(valor int) (sfunc = passo, stype = int, initcond = '0', parallel = safe);
    create aggregate velha (basetype = int, sfunc = passo, stype = int);
    comment on aggregate soma(int) is 'Soma';
    drop aggregate velha(int);`);
  expect(said).toEqual([]);
  expect(names("function")).toEqual(["public.passo", "public.soma"]);
  expect(item("function", "public.soma")).toMatchObject({
    title: "public.soma(integer)",
    description: { text: "Soma" },
    attributes: {
      kind: "aggregate",
      arguments: [{ name: "valor", type: "integer", mode: "in" }],
      returns: "integer",
      parallel: "safe",
      body: "sfunc = passo, stype = int, initcond = '0', parallel = safe",
      grants: [{ role: "public", privileges: ["execute"] }],
    },
  });
  expect(targets("function:public.soma", "calls")).toEqual(["function:public.passo"]);
});

test("a publication has its tables, also one that the platform makes", async () => {
  const { item, targets, said } = await replay(`
    create table a (id int); create table b (id int);
    create publication p for table a with (publish = 'insert, update');
    alter publication p add table b; alter publication p drop table a;
    create publication todas for all tables;
    alter publication supabase_realtime add table a;`);
  expect(said).toEqual([]);
  expect(item("publication", "p")?.attributes).toMatchObject({
    tables: ["public.b"],
    operations: ["insert", "update"],
  });
  expect(item("publication", "todas")?.attributes.tables).toBe("all");
  expect(item("publication", "supabase_realtime")?.attributes).toMatchObject({
    external: true,
    tables: ["public.a"],
  });
  expect(targets("publication:supabase_realtime", "applies-to")).toEqual(["table:public.a"]);
});

test("event triggers, rules and triggers know when they fire", async () => {
  const { item, names, targets } = await replay(`
    create table a (id int);
    create function f() returns event_trigger language plpgsql as 'begin end';
    create function g() returns trigger language plpgsql as 'begin return new; end';
    create event trigger e on ddl_command_end when tag in ('CREATE TABLE') execute function f();
    alter event trigger e disable;
    create rule r as on insert to a do instead nothing; create rule s as on delete to a do nothing;
    drop rule s on a;
    create constraint trigger t after insert on a deferrable initially deferred
      for each row execute function g();
    alter table a disable trigger t;`);
  expect(item("event-trigger", "e")?.attributes).toMatchObject({
    event: "ddl_command_end",
    tags: ["CREATE TABLE"],
    function: "f",
    enabled: "never",
  });
  expect(targets("event-trigger:e", "calls")).toEqual(["function:public.f"]);
  expect(names("rule")).toEqual(["public.a/r"]);
  expect(item("rule", "public.a/r")?.attributes).toMatchObject({ event: "insert", instead: true });
  expect(item("trigger", "public.a/t")?.attributes).toMatchObject({
    enabled: "never",
    constraint: "initially deferred",
  });
});

test("operators, casts and their like are known by name", async () => {
  const { names, item, said } = await replay(`
    create function igual(text, text) returns boolean language sql as 'select true';
    create operator === (leftarg = text, rightarg = text, function = igual);
    create collation c (provider = icu, locale = 'pt-BR');
    create text search configuration pt (copy = portuguese);
    create type humor as enum ('bom');
    create cast (text as humor) with inout as implicit;
    comment on operator === (text, text) is 'Igual';
    drop collation c; drop cast (text as humor);`);
  expect(said).toEqual([]);
  expect(names("definition")).toEqual([
    "operator/public.===(text, text)",
    "text search configuration/public.pt",
  ]);
  expect(item("definition", "operator/public.===(text, text)")).toMatchObject({
    description: { text: "Igual" },
    attributes: { kind: "operator", namespace: "public" },
  });
});

describe("inheritance", () => {
  test("gives a child the columns of its parent, those that come later too", async () => {
    const { item, names } = await replay(`
      create table mae (id int default 1, b int);
      create table filha (c int) inherits (mae);
      alter table mae add d text; alter table mae drop b;`);
    expect(item("table", "public.filha")?.attributes).toMatchObject({
      inherits: ["public.mae"],
      columns: ["id", "c", "d"],
    });
    expect(item("column", "public.filha.id")?.attributes).toMatchObject({
      inherited: true,
      default: "1",
    });
    expect(names("column")).not.toContain("public.filha.b");
  });

  test("is added and ended by ALTER TABLE", async () => {
    const { item } = await replay(`
      create table mae (id int); create table filha (id int);
      alter table filha inherit mae; alter table filha no inherit mae;`);
    const attributes = item("table", "public.filha")?.attributes;
    expect(attributes?.inherits).toBeUndefined();
    expect(attributes?.changes).toMatchObject([
      { attribute: "inherits", after: "public.mae" },
      { attribute: "inherits", before: "public.mae" },
    ]);
  });
});

test("a table says how it is stored, a view whose rights it uses", async () => {
  const { item } = await replay(`
    create unlogged table a (id int) with (fillfactor = 70, autovacuum_enabled = false);
    alter table a set (fillfactor = 80); alter table a reset (autovacuum_enabled);
    create view v with (security_barrier) as select id from a with local check option;
    alter view v set (security_invoker = on); alter view v reset (security_barrier);
    create foreign table f (id int) server fora;`);
  expect(item("table", "public.a")?.attributes).toMatchObject({
    options: ["fillfactor=80"],
    unlogged: true,
  });
  const view = item("view", "public.v")?.attributes;
  expect(view).toMatchObject({ securityInvoker: true, checkOption: "local" });
  expect(view?.securityBarrier).toBeUndefined();
  expect(item("table", "public.f")?.attributes.server).toBe("fora");
});

test("a function says how it runs, and ALTER changes one option at a time", async () => {
  const { item } = await replay(`
    create function f(int) returns int language sql strict parallel safe leakproof
      set search_path = '' set work_mem = '1MB' as 'select 1';
    alter function f(int) parallel restricted not leakproof reset work_mem set role = 'x';`);
  const attributes = item("function", "public.f")?.attributes;
  expect(attributes).toMatchObject({
    parallel: "restricted",
    strict: true,
    settings: ["search_path = ''", "role = 'x'"],
  });
  expect(attributes?.leakproof).toBeUndefined();
});

describe("types", () => {
  test("an enum's values are added in their place and renamed; others are refused", async () => {
    const { item, said } = await replay(`
      create type e as enum ('a', 'c');
      alter type e add value 'b' before 'c'; alter type e add value if not exists 'b';
      alter type e add value 'd' after 'c'; alter type e rename value 'a' to 'z';
      alter type e add value 'd';
      alter type e rename value 'x' to 'y';`);
    expect(item("type", "public.e")?.attributes.labels).toEqual(["z", "b", "c", "d"]);
    expect(said).toEqual([
      "warning sources/sql-already-exists migrations/0001.sql:5:7",
      "warning sources/sql-missing-object migrations/0001.sql:6:7",
    ]);
  });

  test("a domain's default, constraints and NOT NULL are changed", async () => {
    const { item, said } = await replay(`
      create domain d as text default 'x' constraint curto check (length(value) < 9);
      alter domain d set default 'y'; alter domain d set not null;
      alter domain d add constraint b check (value <> '') not valid;
      alter domain d validate constraint b; alter domain d rename constraint curto to breve;
      alter domain d drop constraint nada;`);
    expect(item("type", "public.d")?.attributes.labels).toEqual([
      "default 'y'",
      "constraint breve check (length(value) < 9)",
      "NOT NULL",
      "constraint b check (value <> '')",
    ]);
    expect(said).toEqual([]);
  });
});

test("a serial or identity column has a sequence of its own, which goes with it", async () => {
  const { item, names, said } = await replay(`
    create table a (id serial, b int generated always as identity, c bigserial,
      d text collate "C", e int generated always as (1) virtual);
    alter table a alter b drop identity, drop c;
    alter sequence a_id_seq rename to contador; alter sequence contador increment 10 cycle;`);
  expect(said).toEqual([]);
  expect(names("sequence")).toEqual(["public.contador"]);
  expect(item("sequence", "public.contador")?.attributes).toMatchObject({
    ownedBy: "public.a.id",
    generated: "serial",
    options: ["increment=10", "cycle=true"],
  });
  expect(item("column", "public.a.d")?.attributes.collation).toBe("C");
  expect(item("column", "public.a.e")?.attributes.virtual).toBe(true);
});

test("of the tables of another server only those that are named are known", async () => {
  const { item, names, said } = await replay(`
    create access method pilha type table handler h; create conversion c for 'LATIN1' to 'UTF8' from f;
    create transform for int language sql (from sql with function f(internal));
    create server outro foreign data wrapper w;
    import foreign schema x limit to (a, b) from server outro into public;
    import foreign schema y from server outro into public;
    drop access method pilha; drop conversion c; drop transform for int language sql;`);
  expect(names("table")).toEqual(["public.a", "public.b"]);
  expect(item("table", "public.a")?.attributes.server).toBe("outro");
  expect(names("definition")).toEqual(["foreign server/outro"]);
  expect(said).toEqual(["info sources/sql-dynamic migrations/0001.sql:6:5"]);
});
