import { describe, expect, test } from "vitest";
import type { Grant } from "#model/recorded.ts";
import { replay } from "../../support/migrations.ts";

/** `role: privileges (columns)` of each grant. */
const printed = (grants: readonly Grant[] = []): readonly string[] =>
  grants.map(
    ({ role, privileges, columns }) =>
      `${role}: ${privileges.join(", ")}${columns ? ` (${columns.join(", ")})` : ""}`,
  );

describe("grants", () => {
  test("add up, column by column, and know the statement that gave them", async () => {
    const { item, said } = await replay({
      "1.sql": "create table a (id int, b int);\ngrant select on a to anon, public;",
      "2.sql": `grant update (b), insert on a to anon with grant option;
        revoke select on a from public;
        grant select (id, b) on a to leitor;`,
    });
    expect(said).toEqual([]);
    const { grants } = item("table", "public.a")!.attributes;
    expect(printed(grants)).toEqual([
      "anon: select, insert",
      "anon: update (b)",
      "leitor: select (id, b)",
    ]);
    expect(grants?.[0]).toMatchObject({
      grantable: ["insert"],
      origin: { file: "migrations/2.sql", line: 1, migration: "migration:migrations/2" },
    });
  });

  test("ALL is all there is for the kind, and what is taken from a table is taken from its columns", async () => {
    const { item } = await replay(`
      create table a (id serial, b int);
      create function f() returns int language sql as 'select 1';
      grant all on a to x; revoke truncate, trigger, references, maintain on a from x;
      grant select (b) on a to y; revoke select on a from y;
      revoke all on function f() from public; grant execute on function f() to x;
      create sequence s; grant all on sequence s to x;
      grant usage on schema public to x;`);
    expect(printed(item("table", "public.a")?.attributes.grants)).toEqual([
      "x: select, insert, update, delete",
    ]);
    expect(printed(item("function", "public.f")?.attributes.grants)).toEqual(["x: execute"]);
    expect(printed(item("sequence", "public.s")?.attributes.grants)).toEqual([
      "x: usage, select, update",
    ]);
    expect(printed(item("namespace", "public")?.attributes.grants)).toEqual(["x: usage"]);
  });

  test("ON ALL … IN SCHEMA reaches what is there; default privileges what comes later", async () => {
    const { item, names } = await replay(`
      create schema s;
      create table s.antes (id int);
      grant select on all tables in schema s to x;
      alter default privileges in schema s grant insert on tables to x;
      alter default privileges for role outro in schema s grant delete on tables to x;
      alter default privileges revoke execute on functions from public;
      create table s.depois (id int);
      create function f() returns int language sql as 'select 1';`);
    expect(printed(item("table", "s.antes")?.attributes.grants)).toEqual(["x: select"]);
    const after = item("table", "s.depois")?.attributes.grants;
    expect(printed(after)).toEqual(["x: insert"]);
    expect(after?.[0]?.origin).toMatchObject({ line: 5, byDefault: true });
    expect(item("function", "public.f")?.attributes.grants).toBeUndefined();
    expect(names("default-privilege")).toEqual(["functions", "outro/s/tables", "s/tables"]);
  });

  test("on what nobody makes cannot run", async () => {
    const { said } = await replay("grant select on nada to x;\ngrant select on auth.users to x;");
    expect(said).toEqual(["warning sources/sql-missing-object migrations/0001.sql:1:1"]);
  });
});

describe("roles", () => {
  test("have what they may do, and the roles they are members of", async () => {
    const { item } = await replay(`
      create role grupo noinherit; create user ana bypassrls in role grupo;
      alter role ana nobypassrls createdb; create role leitores; grant leitores to ana;
      revoke grupo from ana; alter role leitores rename to leitura;`);
    expect(item("role", "ana")?.attributes).toMatchObject({
      options: ["LOGIN", "CREATEDB"],
      memberOf: ["leitores"],
    });
    expect(item("role", "grupo")?.attributes.options).toEqual(["NOINHERIT"]);
    expect(item("role", "leitura")?.attributes.changes).toMatchObject([
      { attribute: "name", before: "leitores", after: "leitura" },
    ]);
  });

  test("own what ALTER … OWNER gives them, and cannot be dropped with it", async () => {
    const { item, said } = await replay(`
      create role dono; create table a (id int); alter table a owner to dono;
      drop role dono;`);
    expect(item("table", "public.a")?.attributes.owner).toBe("dono");
    expect(said).toEqual(["warning sources/sql-still-used migrations/0001.sql:3:7"]);
  });
});
