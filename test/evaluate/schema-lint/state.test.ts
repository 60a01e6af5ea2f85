import { evaluate } from "#evaluate/index.ts";
import { buildGraph } from "#graph/index.ts";
import { itemFact } from "#model/fact.ts";
import type { Grant } from "#model/recorded.ts";
import { describe, expect, test } from "vitest";
import { lint } from "../../support/lint.ts";
import { replay } from "../../support/migrations.ts";

/** Tables that keep every rule, to break one at a time. */
const sound = `
create table dono (id bigint generated always as identity primary key, nome text not null);
alter table dono enable row level security;
create policy leitura on dono for select to authenticated using (id > 0);
`;

/** What a text adds to the findings of sound tables: none, when it is sound itself. */
const rulesOf = async (text: string): Promise<readonly string[]> =>
  (await lint(sound + text)).rules;

test("sound tables break no rule", async () => {
  expect(await rulesOf("")).toEqual([]);
});

test("the settings say which schemas strangers see", async () => {
  const text = `create schema api; create schema interno;
    create table api.a (id bigint primary key); create table public.b (id bigint primary key);
    create table interno.c (id bigint primary key);`;
  const tables = async (exposed?: readonly string[]) =>
    (await lint(text, exposed ? { exposed } : {})).said
      .filter((line) => line.includes("row-security-off"))
      .map((line) => /"table":"([^"]*)"/.exec(line)?.[1]);
  expect(await tables()).toEqual([]);
  expect(await tables(["api"])).toEqual(["api.a"]);
  expect(await tables(["api", "public"])).toEqual(["api.a", "public.b"]);
});

test("a project without migrations has nothing to be judged", async () => {
  expect((await lint({})).said).toEqual([]);
});

/** `[rule, what breaks it, what keeps it, …]` */
const cases: readonly (readonly [string, string, ...(readonly string[])])[] = [
  [
    "evaluate/schema-row-security-off",
    "create table a (id bigint primary key);",
    "create schema interno; create table interno.a (id bigint primary key);",
    `create table a (id bigint primary key); alter table a enable row level security;
     create policy p on a using (id = 1);`,
  ],
  [
    "evaluate/schema-policy-without-row-security",
    "alter table dono disable row level security;",
    "alter table dono force row level security;",
    "create policy p on storage.objects using (owner = 1);",
  ],
  [
    "evaluate/schema-row-security-without-policy",
    "drop policy leitura on dono;",
    `create table a (id bigint primary key, d date) partition by range (id);
     alter table a enable row level security; create policy p on a for select using (id = 1);
     create table a1 partition of a for values from (1) to (2);
     alter table a1 enable row level security;`,
  ],
  [
    "evaluate/schema-always-true-policy",
    "create policy p on dono for update to anon using (true);",
    "create policy p on dono for update to service_role using (true);",
    "create policy p on dono for update to anon using (id = 1);",
    "create policy p on dono for select to anon using (true);",
    "create policy p on dono as restrictive for update using (true);",
  ],
  [
    "evaluate/schema-always-true-policy",
    "create policy p on dono for insert with check ((1 = 1));",
    "create policy p on dono for insert with check (nome <> '');",
  ],
  [
    "evaluate/schema-multiple-permissive-policies",
    "create policy p on dono for all to public using (id = 2);",
    "create policy p on dono for select to anon using (id = 2);",
    "create policy p on dono for delete to authenticated using (id = 2);",
    "create policy p on dono as restrictive for select to authenticated using (id = 2);",
  ],
  [
    "evaluate/schema-policy-calls-per-row",
    "create policy p on dono for delete using (nome = auth.uid()::text);",
    "create policy p on dono for delete using (nome = (select auth.uid())::text);",
    "create policy p on dono for delete using (nome = (select (current_setting('a.b', true))::text));",
  ],
  [
    "evaluate/schema-policy-calls-per-row",
    `create policy p on dono for delete
       using (exists (select 1 from dono as d where d.nome = auth.uid()::text));`,
    `create policy p on dono for delete
       using (exists (select 1 from dono as d where d.nome = (select auth.uid())::text));`,
  ],
  [
    "evaluate/schema-definer-view",
    "create view v as select id from dono;",
    "create view v with (security_invoker = on) as select id from dono;",
    "create schema i; create view i.v as select id from dono;",
    "create view v as select 1 as um;",
  ],
  [
    "evaluate/schema-definer-view",
    `create schema i; create view i.v as select id from dono;
     create view v as select id from i.v;`,
    `create schema i; create view i.v as select id from dono;
     create view v with (security_invoker) as select id from i.v;`,
  ],
  [
    "evaluate/schema-definer-without-search-path",
    "create function f() returns int language sql security definer as 'select 1';",
    "create function f() returns int language sql security definer set search_path = '' as 'select 1';",
    "create function f() returns int security definer begin atomic select 1; end;",
  ],
  [
    "evaluate/schema-mutable-search-path",
    "create function f() returns int language sql as 'select 1';",
    "create function f() returns int language sql set search_path to public as 'select 1';",
  ],
  [
    "evaluate/schema-extension-in-public",
    "create extension pg_trgm;",
    "create schema extensions; create extension pg_trgm with schema extensions;",
    "create extension pg_cron;",
  ],
  [
    "evaluate/schema-no-primary-key",
    "create schema i; create table i.a (id int);",
    "create schema i; create table i.a (id bigint primary key);",
  ],
  [
    "evaluate/schema-unindexed-foreign-key",
    "create schema i; create table i.a (id bigint primary key, d bigint references dono);",
    "create schema i; create table i.a (id bigint primary key references dono);",
    `create schema i; create table i.a (id bigint primary key, d bigint references dono);
     create index on i.a (d desc, id);`,
    `create schema i; create table i.a (id bigint primary key, d bigint references dono);
     create index on i.a (d) where d is not null;`,
  ],
  [
    "evaluate/schema-unindexed-foreign-key",
    `create schema i; create table i.a (id bigint primary key, d bigint references dono);
     create index on i.a (d) where id > 5;`,
  ],
  [
    "evaluate/schema-duplicate-index",
    "create index i1 on dono (nome); create index i2 on dono (nome);",
    "create index i1 on dono (nome); create index i2 on dono (nome desc);",
    "create index i1 on dono (nome); create index i2 on dono (nome) where id > 5;",
    "create index i1 on dono (nome); create index i2 on dono using hash (nome);",
  ],
  ["evaluate/schema-duplicate-index", "create unique index i1 on dono (id);"],
  [
    "evaluate/schema-materialized-view-without-unique-index",
    "create materialized view m as select id from dono; create index on m (id);",
    "create materialized view m as select id from dono; create unique index on m (id);",
  ],
  [
    "evaluate/schema-partition-gap",
    `create schema i; create table i.p (id bigint primary key) partition by range (id);
     create table i.p1 partition of i.p for values from (minvalue) to (10);
     create table i.p3 partition of i.p for values from (20) to (30);`,
    `create schema i; create table i.p (id bigint primary key) partition by range (id);
     create table i.p3 partition of i.p for values from (10) to (maxvalue);
     create table i.p1 partition of i.p for values from (1) to (10);`,
    `create schema i; create table i.p (id bigint primary key) partition by range (id);
     create table i.p1 partition of i.p for values from (1) to (10);
     create table i.p3 partition of i.p for values from (20) to (30);
     create table i.resto partition of i.p default;`,
  ],
  [
    "evaluate/schema-partition-gap",
    `create schema i; create table i.p (d date primary key) partition by range (d);
     create table i.p1 partition of i.p for values from ('2026-01-01') to ('2026-12-31');
     create table i.p2 partition of i.p for values from (date '2027-01-01') to ('2028-01-01');`,
    `create schema i; create table i.p (d date primary key) partition by range (d);
     create table i.p1 partition of i.p for values from ('2026-01-01') to ('2027-01-01'::date);
     create table i.p2 partition of i.p for values from (date '2027-01-01') to ('2028-01-01');`,
  ],
  [
    "evaluate/schema-timestamp-without-zone",
    "alter table dono add column em timestamp(3);",
    "alter table dono add column em timestamptz, add column e timestamp with time zone;",
  ],
  [
    "evaluate/schema-varchar-limit",
    "alter table dono add column a varchar(10);",
    "alter table dono add column a varchar, add column b text;",
  ],
  [
    "evaluate/schema-domain-with-constraint",
    "create domain cor as text check (value <> '');",
    "create domain cor as text default 'azul'; alter table dono add column c cor;",
  ],
  [
    "evaluate/schema-char-type",
    "alter table dono add column a char(2);",
    'alter table dono add column a "char", add column b text;',
  ],
  ["evaluate/schema-serial-column", "alter table dono add column a bigserial;"],
  [
    "evaluate/schema-small-key",
    `create schema i; create table i.a (id int generated always as identity primary key);`,
    `create schema i; create table i.a (id bigint generated always as identity primary key);`,
    `create schema i; create table i.a (ano int primary key);`,
  ],
];

describe("a rule about what there is", () => {
  test.each(cases)("%s is broken by %s", async (code, bad, ...good) => {
    expect(await rulesOf(bad)).toEqual([code.replace("evaluate/schema-", "")]);
    for (const text of good) expect(await rulesOf(text), text).toEqual([]);
  });
});

describe("a materialized view over tables with row security", () => {
  const text = `${sound}create materialized view m as select id from dono;
create unique index on m (id);`;

  const findingsFor = async (grants: readonly Grant[]) => {
    const { facts } = await replay(text);
    const granted = facts.map((fact) =>
      fact.fact === "item" && fact.item.kind === "materialized-view"
        ? itemFact({ ...fact.item, attributes: { ...fact.item.attributes, grants } })
        : fact,
    );
    return evaluate(buildGraph(granted).value, {}).value.lint;
  };
  const origin = { file: "migrations/0002.sql", line: 7, migration: "migration:m" } as const;

  test("is named where strangers get the right to read it", async () => {
    const grants = [{ role: "anon", privileges: ["select"], origin }];
    expect(await findingsFor(grants)).toEqual([
      {
        code: "evaluate/schema-materialized-view-exposed",
        severity: "warning",
        item: "materialized-view:public.m",
        location: { file: "migrations/0002.sql", line: 7 },
        args: { view: "public.m", roles: "anon" },
      },
    ]);
  });

  test("may be read by the service", async () => {
    expect(await findingsFor([{ role: "service_role", privileges: ["select"] }])).toEqual([]);
    expect(await findingsFor([{ role: "anon", privileges: ["insert"] }])).toEqual([]);
  });
});

test("rows need no guard while nothing shows that strangers reach them", async () => {
  const text = "create table a (id bigint primary key); create role programa;";
  expect((await lint(`${text} grant select on a to programa;`)).said).toEqual([]);
  expect((await lint(`${text} grant select on a to anon;`)).said).toEqual([
    'warning row-security-off 1 {"table":"public.a"}',
  ]);
});

test("types of columns are judged where they are written, not in views", async () => {
  const { said } = await lint(
    "create table a (id bigint primary key, em timestamp);\ncreate view v as select em from a;",
  );
  expect(said).toEqual([
    'info timestamp-without-zone 1 {"column":"public.a.em","type":"timestamp without time zone"}',
  ]);
});

test("what several policies share is one finding", async () => {
  const { said } =
    await lint(`${sound}create policy p on dono to anon, authenticated using (id = 2);
    create policy q on dono for all to anon using (id = 3);`);
  expect(said).toEqual([
    'warning multiple-permissive-policies 5 {"table":"public.dono","policies":["leitura","p"],"roles":"authenticated","commands":"SELECT"}',
    'warning multiple-permissive-policies 6 {"table":"public.dono","policies":["p","q"],"roles":"anon","commands":"SELECT, INSERT, UPDATE, DELETE"}',
  ]);
});

test("a finding stands where the object was written last", async () => {
  const { said } = await lint(`${sound}create view v with (security_invoker) as select id from dono;
create or replace view v as select id from dono;`);
  expect(said).toEqual(['warning definer-view 6 {"view":"public.v","tables":["public.dono"]}']);
});

test("the schema of others is only noted", async () => {
  const { said } = await lint(`${sound}create view v as select id from dono;`, true);
  expect(said).toEqual(['info definer-view 5 {"view":"public.v","tables":["public.dono"]}']);
});

describe("a comment above a statement", () => {
  const bad = "create schema i;\ncreate table i.a (id int);";

  test("turns a rule off there, with its reason", async () => {
    const { said, ignored, item } = await lint(
      bad.replace(
        "create table",
        "-- Um diário.\n-- rastro-ignore no-primary-key: só se acrescenta\ncreate table",
      ),
    );
    expect(said).toEqual([]);
    expect(ignored).toEqual(["no-primary-key: só se acrescenta"]);
    expect(item("table", "i.a")?.description?.text).toBe("Um diário.");
  });

  test("does not reach the next statement", async () => {
    const { said } = await lint(
      `create schema i;\n-- rastro-ignore no-primary-key: engano\ncreate type i.t as (a int);\ncreate table i.a (id int);`,
    );
    expect(said).toEqual([
      'warning no-primary-key 4 {"table":"i.a"}',
      'info nothing-to-ignore 2 {"rule":"no-primary-key"}',
    ]);
  });

  test("turns nothing off without a reason", async () => {
    const { said } = await lint(
      bad.replace("create table", "/* rastro-ignore no-primary-key */\ncreate table"),
    );
    expect(said).toEqual([
      'warning no-primary-key 3 {"table":"i.a"}',
      'warning ignored-without-reason 2 {"rule":"no-primary-key"}',
    ]);
  });

  test("is reported when there is no such rule", async () => {
    const { said } = await lint("-- rastro-ignore sem-chave: nada\ncreate schema i;");
    // evaluate/schema-nothing-to-ignore, evaluate/schema-ignored-without-reason
    expect(said).toEqual(['info nothing-to-ignore 1 {"rule":"sem-chave"}']);
  });
});
