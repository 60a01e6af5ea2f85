import { expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

const base = `create table a (id int primary key, b int); create table c (a_id int references a);
create view v as select b from a; create type humor as enum ('bom'); alter table c add h humor;
create function f() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function f();
`;

/** What is said of one statement behind those above. */
async function refused(statement: string): Promise<readonly string[]> {
  const { diagnostics } = await replay(base + statement);
  return diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`);
}

test("what others need is dropped only with CASCADE", async () => {
  const said = (statement: string, by: string, count = 1) => [
    `sources/sql-still-used ${JSON.stringify({ statement, by, count })}`,
  ];
  expect(await refused("drop table a;")).toEqual(
    said("DROP TABLE a", "constraint c.c_a_id_fkey", 2),
  );
  expect(await refused("alter table a drop b;")).toEqual(said("DROP COLUMN b", "view v"));
  expect(await refused("drop type humor;")).toEqual(said("DROP TYPE humor", "column c.h"));
  expect(await refused("drop function f();")).toEqual(said("DROP FUNCTION f", "trigger a.t"));
  expect(await refused("alter table a drop constraint a_pkey;")).toEqual(
    said("DROP CONSTRAINT a_pkey", "constraint c.c_a_id_fkey"),
  );
  for (const statement of [
    "drop table a cascade;",
    "drop view v; drop table a, c;",
    "drop view v; alter table a drop b;",
    "drop trigger t on a; drop function f;",
    "do $$ begin drop table a; end $$;",
  ]) {
    expect(await refused(statement), statement).toEqual([]);
  }
});

test("CASCADE takes all that depends, and the tables that lose something know it", async () => {
  const { names, item } = await replay(`${base}
    create policy p on c using (exists (select 1 from a));
    drop table a cascade; drop type humor cascade;`);
  expect(names("view")).toEqual([]);
  expect(names("policy")).toEqual([]);
  expect(names("column")).toEqual(["public.c.a_id"]);
  const changes = item("table", "public.c")?.attributes.changes ?? [];
  expect(changes.map(({ attribute, before }) => [attribute, before])).toEqual(
    expect.arrayContaining([
      ["constraint", "c_a_id_fkey"],
      ["policy", "p"],
      ["column", "h"],
    ]),
  );
});
