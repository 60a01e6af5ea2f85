import { toFinding } from "#diagnostics/index.ts";
import { describe, expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

/** `severity code line:column` of what is said beside notes. */
async function refusals(text: string): Promise<readonly string[]> {
  const { said } = await replay(text);
  return said
    .filter((line) => !line.startsWith("info"))
    .map((line) => line.replace("migrations/0001.sql:", ""));
}

/** `[what is wrong, code, [statements that PostgreSQL refuses, statements that it takes, …]]` */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a partition key of another database",
    "sources/sql-unknown-function",
    [
      "create table a (d date) partition by range (YEAR(d));",
      "create table a (d date) partition by range (d);",
      "create table a (d date) partition by range ((extract(year from d)));",
      `create function year(d date) returns int language sql immutable as 'select 1';
     create table a (d date) partition by range (year(d));`,
      "create extension orafce; create table a (d date) partition by range (year(d));",
    ],
  ],
  [
    "a table that becomes a child of its child",
    "sources/sql-circular",
    ["create table a (id int); create table b () inherits (a); alter table a inherit b;"],
  ],
  [
    "a table that becomes a part of itself",
    "sources/sql-circular",
    [
      "create table a (id int) partition by list (id); alter table a attach partition a default;",
      "create table a (id int) partition by list (id); create table b (id int); alter table a attach partition b default;",
      "create table a (id int); create table b (id int); alter table b inherit a;",
    ],
  ],
  [
    "a default of another database",
    "sources/sql-unknown-function",
    [
      "create table a (d timestamptz default getdate());",
      "create table a (d timestamptz default now());",
    ],
  ],
  [
    "an index of what changes with time",
    "sources/sql-not-immutable",
    [
      "create table a (d date); create index on a (d) where d > now();",
      "create table a (d date); create index on a (d) where d > '2026-01-01';",
      "create table a (d date); create view v as select now();",
    ],
  ],
  [
    "a stored column of what a setting decides",
    "sources/sql-not-immutable",
    [
      "create table a (t text, b tsvector generated always as (to_tsvector(t)) stored);",
      "create table a (t text, b tsvector generated always as (to_tsvector('simple', t)) stored);",
    ],
  ],
  [
    "an index of a volatile function of ours",
    "sources/sql-not-immutable",
    [
      `create function f(t text) returns text language plpgsql as $$ begin return t; end $$;
     create table a (t text); create index on a (f(t));`,
      `create function f(t text) returns text immutable language plpgsql as $$ begin return t; end $$;
     create table a (t text); create index on a (f(t));`,
    ],
  ],
  [
    "the date of today in an index",
    "sources/sql-not-immutable",
    ["create table a (d date); create index on a ((d - current_date));"],
  ],
  [
    "a concurrent refresh without a unique index",
    "sources/sql-refresh-needs-index",
    [
      "create materialized view m as select 1 as a; refresh materialized view concurrently m;",
      "create materialized view m as select 1 as a; refresh materialized view m;",
      `create materialized view m as select 1 as a; create unique index on m (a);
     refresh materialized view concurrently m;`,
    ],
  ],
  [
    "a concurrent refresh with an index of some rows",
    "sources/sql-refresh-needs-index",
    [
      `create materialized view m as select 1 as a; create unique index on m (a) where a > 1;
     refresh materialized view concurrently m;`,
    ],
  ],
  [
    "a foreign key to columns that are not unique",
    "sources/sql-key-not-unique",
    [
      "create table a (id int primary key, n int); create table b (a int references a (n));",
      "create table a (id int primary key, n int unique); create table b (a int references a (n));",
      `create table a (id int, n int); create unique index on a (n, id);
     create table b (x int, y int, foreign key (x, y) references a (id, n));`,
      "create table b (x uuid references auth.users (email));",
      "create table a (id int primary key); create table c (like a including all); create table b (x int references c (id));",
    ],
  ],
  [
    "a foreign key to a table without a primary key",
    "sources/sql-key-not-unique",
    ["create table a (id int); create table b (a int references a);"],
  ],
  [
    "a primary key without the partition key",
    "sources/sql-key-without-partition-key",
    [
      "create table a (id int primary key, d date) partition by range (d);",
      "create table a (id int, d date, primary key (d, id)) partition by range (d);",
    ],
  ],
  [
    "a unique index without the partition key",
    "sources/sql-key-without-partition-key",
    [
      "create table a (id int, d date) partition by range (d); create unique index on a (id);",
      "create table a (id int, d date) partition by range (d); create index on a (id);",
    ],
  ],
  [
    "ranges that overlap",
    "sources/sql-partition-overlap",
    [
      `create table a (d date) partition by range (d);
     create table a1 partition of a for values from ('2026-01-01') to ('2027-01-02');
     create table a2 partition of a for values from ('2027-01-01') to ('2028-01-01');`,
      `create table a (d date) partition by range (d);
     create table a1 partition of a for values from (minvalue) to ('2027-01-01');
     create table a2 partition of a for values from ('2027-01-01') to (maxvalue);
     create table a3 partition of a default;`,
    ],
  ],
  [
    "values in two lists",
    "sources/sql-partition-overlap",
    [
      `create table a (t text) partition by list (t);
     create table a1 partition of a for values in ('x', 'y');
     create table a2 (t text); alter table a attach partition a2 for values in ('y');`,
      `create table a (t text) partition by list (t);
     create table a1 partition of a for values in ('x', 'y');
     create table a2 partition of a for values in ('z', null);`,
    ],
  ],
  [
    "two default partitions",
    "sources/sql-partition-overlap",
    [
      `create table a (t text) partition by list (t);
     create table a1 partition of a default; create table a2 partition of a default;`,
    ],
  ],
  [
    "remainders that meet",
    "sources/sql-partition-overlap",
    [
      `create table a (t text) partition by hash (t);
     create table a1 partition of a for values with (modulus 2, remainder 1);
     create table a2 partition of a for values with (modulus 4, remainder 3);`,
      `create table a (t text) partition by hash (t);
     create table a1 partition of a for values with (modulus 2, remainder 0);
     create table a2 partition of a for values with (modulus 4, remainder 3);`,
    ],
  ],
  [
    "bounds of another kind",
    "sources/sql-partition-bounds",
    [
      "create table a (d date) partition by range (d); create table a1 partition of a for values in ('2026-01-01');",
    ],
  ],
  [
    "a day that no calendar has",
    "sources/sql-partition-bounds",
    [
      "create table a (d date) partition by range (d); create table a1 partition of a for values from ('2026-01-01') to ('2026-02-30');",
      "create table a (d date) partition by range (d); create table a1 partition of a for values from ('2024-01-01') to ('2024-02-29');",
    ],
  ],
  [
    "a word for a number",
    "sources/sql-partition-bounds",
    [
      "create table a (n int) partition by range (n); create table a1 partition of a for values from ('um') to (10);",
      "create table a (n int) partition by range (n); create table a1 partition of a for values from ('1') to (10);",
    ],
  ],
  [
    "a range with nothing in it",
    "sources/sql-partition-bounds",
    [
      "create table a (n int) partition by range (n); create table a1 partition of a for values from (10) to (10);",
    ],
  ],
  [
    "too many values",
    "sources/sql-partition-bounds",
    [
      "create table a (n int) partition by range (n); create table a1 partition of a for values from (1, 2) to (3, 4);",
    ],
  ],
  [
    "a view of a missing column",
    "sources/sql-missing-column",
    [
      "create table a (id int); create view v as select x.nome from a as x;",
      "create table a (id int); create view v as select x.id, x.ctid, x from a as x;",
      "create table a (id int); create view v as with a as (select 1 as nome) select a.nome from a;",
      "create table a (id int); create view v as select a.nome from (select 1 as nome) as a;",
      "create table a (id int); create view v as select a.nome from a as a (nome);",
      `create table a (id int); create table b (id int, a int);
     create view v as select (select a.id from a where a.id = b.a) from b;`,
    ],
  ],
  [
    "a view of a missing column in a sub-query",
    "sources/sql-missing-column",
    [
      `create table a (id int); create table b (id int);
     create view v as select 1 from a where exists (select 1 from b where b.id = a.dono);`,
    ],
  ],
];

describe("what PostgreSQL refuses", () => {
  test.each(cases)("is an error: %s", async (_, code, [bad = "", ...good]) => {
    expect(await refusals(bad)).toEqual([expect.stringMatching(`^error ${code} `)]);
    for (const text of good) expect(await refusals(text), text).toEqual([]);
  });

  test("is said at the word that is wrong", async () => {
    const { diagnostics, said } = await replay(
      "-- ação 🌱\ncreate table a (\n  d date\n) partition by range (d, YEAR(d));",
    );
    expect(said).toEqual(["error sources/sql-unknown-function migrations/0001.sql:4:26"]);
    expect(toFinding(diagnostics[0]!, "pt-BR")).toMatchObject({
      message: "`YEAR()` em `PARTITION BY` não é função do PostgreSQL, e nenhuma migração a cria",
      hint: "o PostgreSQL escreve `extract(year from …)`",
    });
  });

  test("is a warning in the sources of others, in blocks, and where something is not known", async () => {
    const text = "create table a (d date) partition by range (year(d));";
    expect((await replay(text, true)).said).toEqual([
      "warning sources/sql-unknown-function migrations/0001.sql:1:45",
    ]);
    expect(await refusals(`do $$ begin ${text} end $$;`)).toEqual([
      "warning sources/sql-unknown-function 1:57",
    ]);
    expect(await refusals(`create tabel x (); ${text}`)).toEqual([
      "error sources/sql-syntax 1:8",
      "warning sources/sql-unknown-function 1:64",
    ]);
  });
});

describe("what fails when it runs", () => {
  const view = "create materialized view m as select 1 as a;\n";

  test("is a concurrent refresh in a function, at its words", async () => {
    expect(
      await refusals(`${view}create function f() returns void language plpgsql as $$
begin
  refresh materialized view concurrently m;
end $$;`),
    ).toEqual(["warning sources/sql-refresh-needs-index 4:3"]);
  });

  test("is a concurrent refresh by a name that comes at run time", async () => {
    expect(
      await refusals(`${view}create function f() returns void language plpgsql as $$
declare v text;
begin
  foreach v in array array['public.m'] loop
    execute format('refresh materialized view concurrently %s', v);
  end loop;
end $$;`),
    ).toEqual(["warning sources/sql-refresh-needs-index 6:21"]);
  });

  test("is a concurrent refresh in a job, unless the index comes later", async () => {
    const job = `${view}select cron.schedule('j', '* * * * *', 'refresh materialized view concurrently m');`;
    expect(await refusals(job)).toEqual(["warning sources/sql-refresh-needs-index 2:41"]);
    expect(await refusals(`${job} create unique index on m (a);`)).toEqual([]);
  });

  test("is a function that names a column which is not there in the end, at its words", async () => {
    const table = "create table a (id int);\n";
    const maker = (body: string) =>
      `${table}create function f() returns void language plpgsql as $$\nbegin\n  ${body}\nend $$;`;
    for (const body of [
      "perform x.nome from a as x;",
      "insert into a (id, nome) values (1, 2);",
      "update a set nome = 1;",
    ]) {
      expect(await refusals(maker(body)), body).toEqual([
        expect.stringMatching("^warning sources/sql-missing-column 4:"),
      ]);
      expect(await refusals(`${maker(body)} alter table a add column nome int;`)).toEqual([]);
    }
    for (const body of [
      "perform x.nome from (select 1 as nome) as x;",
      "with a as (select 1 as nome) insert into a (id) select a.nome from a;",
      "create temp table b as select 1 as nome; perform b.nome from b;",
      "insert into a (id) values (1) on conflict do update set id = excluded.id;",
    ]) {
      expect(await refusals(maker(body)), body).toEqual([]);
    }
    expect(
      await refusals(
        `${table}create function g() returns int language sql as 'select a.nome from a';`,
      ),
    ).toEqual(["warning sources/sql-missing-column 2:57"]);
  });

  test("is a job that names what is not there in the end", async () => {
    const job = (command: string) => `select cron.schedule('j', '* * * * *', '${command}');`;
    expect(await refusals(job("select public.limpar()"))).toEqual([
      "warning sources/sql-job-needs 1:1",
    ]);
    expect(await refusals(job("refresh materialized view public.m"))).toEqual([
      "warning sources/sql-job-needs 1:1",
    ]);
    expect(await refusals(`${view}${job("refresh materialized view public.m")}`)).toEqual([]);
    expect(await refusals(job("select net.http_post(null)"))).toEqual([]);
    expect(await refusals(job("vacuum"))).toEqual([]);
  });

  test("is a function that names a table which is not there in the end, at its words", async () => {
    const maker = (body: string) =>
      `create schema s; create table s.a (id int);
create function f() returns void language plpgsql as $$\nbegin\n  ${body}\nend $$;`;
    for (const body of ["perform 1 from s.b;", "insert into s.b values (1);"]) {
      expect(await refusals(maker(body)), body).toEqual([
        expect.stringMatching("^warning sources/sql-body-needs 4:"),
      ]);
      expect(await refusals(`${maker(body)} create table s.b (id int);`)).toEqual([]);
    }
    for (const body of [
      "create temp table b as select 1; perform 1 from b;",
      "perform 1 from pg_class;",
      "perform 1 from outro.b;",
      "with b as (select 1) insert into s.a select * from b;",
    ]) {
      expect(await refusals(maker(body)), body).toEqual([]);
    }
    expect(
      await refusals(`create table a (id int); create function f() returns trigger language plpgsql
        as $$ begin insert into a select id from novas; return null; end $$;
        create trigger t after insert on a referencing new table as novas
          for each statement execute function f();`),
    ).toEqual([]);
  });

  test("is a check of a column that is not there", async () => {
    const table = "create table a (id int);";
    const check = (column: string) => `alter table a add constraint c check (${column} > 0);`;
    expect(await refusals(`${table} ${check("valor")}`)).toEqual([
      "warning sources/sql-missing-object 1:26",
    ]);
    expect(await refusals(`${table} ${check("id")}`)).toEqual([]);
    expect(await refusals(`${table} alter table a add check (a is not null);`)).toEqual([]);
  });
});

describe("what runs and does nothing", () => {
  const tables = "create schema s; create table s.a (id int); create table b (id int);\n";

  test("is an IF EXISTS that looks for the name elsewhere, and an index name that another table has", async () => {
    for (const statement of ["drop table if exists a;", "alter table if exists a add c int;"]) {
      const { said } = await replay(tables + statement);
      expect(said, statement).toEqual(["info sources/sql-does-nothing migrations/0001.sql:2:1"]);
    }
    const { said } = await replay(`${tables}create table s.b (id int); create index i on s.a (id);
create index if not exists i on s.b (id);`);
    expect(said).toEqual(["info sources/sql-does-nothing migrations/0001.sql:3:1"]);
    expect(
      (await replay(`${tables}drop table if exists s.a; drop table if exists x;`)).said,
    ).toEqual([]);
  });
});
