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

test("what reads a column keeps it from being dropped, and keeps its type", async () => {
  const table = "create table o (id int, a int, b int generated always as (a) stored);";
  const readers: Readonly<Record<string, string>> = {
    "policy o.p": "create policy p on o using (a > 1);",
    "policy c.p": "create policy p on c using (exists (select from o where o.a = a_id));",
    "trigger o.t": `create trigger t before update of a on o for each row execute function f();`,
    "trigger o.u": `create trigger u before update on o for each row
      when (new.a > 1) execute function f();`,
    "rule o.r": "create rule r as on insert to o where new.a > 1 do instead nothing;",
    "view w": "create view w as select id from o order by a;",
  };
  for (const [by, sql] of Object.entries(readers)) {
    const columns = "create table o (id int, a int);";
    expect(await refused(`${columns} ${sql} alter table o drop a;`), by).toEqual([
      `sources/sql-still-used ${JSON.stringify({ statement: "DROP COLUMN a", by, count: 1 })}`,
    ]);
    expect(await refused(`${columns} ${sql} alter table o alter a type bigint;`), by).toEqual([
      `sources/sql-fixed-type ${JSON.stringify({ column: "o.a", by })}`,
    ]);
    expect(await refused(`${columns} ${sql} alter table o drop id;`), by).toEqual(
      by === "view w" ? [expect.stringContaining("DROP COLUMN id")] : [],
    );
  }
  expect(await refused(`${table} alter table o drop a;`)).toEqual([
    expect.stringContaining('"by":"column o.b"'),
  ]);
  const { names } = await replay(`${base} ${table} alter table o drop a cascade;`);
  expect(names("column").filter((each) => each.startsWith("public.o."))).toEqual(["public.o.id"]);
});
