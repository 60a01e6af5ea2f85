import { describe, expect, test } from "vitest";
import { lint } from "../../support/lint.ts";

/** A schema that no API shows, with everything that the next migration works on. */
const first = `
create schema i;
create table i.dono (id bigint generated always as identity primary key, nome varchar(10), ano integer);
create table i.coisa (id bigint primary key, dono bigint, p numeric(8, 2) not null);
create index coisa_dono on i.coisa (dono);
create table i.parte (id bigint primary key) partition by range (id);
create table i.parte_1 (id bigint primary key);
alter table i.parte attach partition i.parte_1 for values from (1) to (10);
create function i.acaso() returns int language sql volatile set search_path = '' as 'select 1';
create function i.fixo() returns int language sql immutable set search_path = '' as 'select 1';
create domain i.cor as text;
create view i.vista with (security_invoker) as select id from i.dono;
`;

/** What the second migration alone is told. */
const told = async (text: string): Promise<readonly string[]> =>
  (await lint({ "0001.sql": first, "0002.sql": text })).rules.filter(
    (rule) => rule !== "varchar-limit" && rule !== "domain-with-constraint",
  );

/** `[rule, what breaks it, what keeps it, …]` */
const cases: readonly (readonly [string, string, ...(readonly string[])])[] = [
  [
    "evaluate/schema-required-column-added",
    "alter table i.dono add column a text not null;",
    "alter table i.dono add column a text not null default '';",
    "alter table i.dono add column a text;",
    "create table i.nova (id bigint primary key); alter table i.nova add column a int not null;",
  ],
  [
    "evaluate/schema-rewriting-column-added",
    "alter table i.dono add column a uuid default gen_random_uuid();",
    "alter table i.dono add column a timestamptz default now();",
    "alter table i.dono add column a text generated always as (nome || 'x') virtual;",
    "alter table i.dono add column a int default i.fixo();",
  ],
  ["evaluate/schema-rewriting-column-added", "alter table i.dono add a int default i.acaso();"],
  [
    "evaluate/schema-rewriting-column-added",
    "alter table i.dono add a bigint generated always as identity;",
  ],
  [
    "evaluate/schema-rewriting-column-added",
    "alter table i.dono add a text generated always as (nome || 'x') stored;",
  ],
  [
    "evaluate/schema-type-changed",
    "alter table i.dono alter column ano type bigint;",
    "alter table i.dono alter column nome type text;",
    "alter table i.coisa alter column p type numeric(10, 2);",
  ],
  ["evaluate/schema-type-changed", "alter table i.coisa alter p type numeric(10, 3);"],
  ["evaluate/schema-type-changed", "alter table i.dono alter nome type text using lower(nome);"],
  [
    "evaluate/schema-null-forbidden",
    "alter table i.dono alter column nome set not null;",
    `alter table i.dono add constraint c check (nome is not null) not valid;
     alter table i.dono validate constraint c;`,
  ],
  [
    "evaluate/schema-foreign-key-validated",
    "alter table i.coisa add constraint fk foreign key (dono) references i.dono;",
    "alter table i.coisa add constraint fk foreign key (dono) references i.dono not valid;",
    `create table i.nova (id bigint primary key);
     alter table i.nova add constraint fk foreign key (id) references i.dono;`,
  ],
  [
    "evaluate/schema-check-validated",
    "alter table i.coisa add constraint c check (p > 0);",
    "alter table i.coisa add constraint c check (p > 0) not valid;",
  ],
  [
    "evaluate/schema-domain-constraint-validated",
    "alter domain i.cor add constraint c check (value <> 'x');",
    "alter domain i.cor add constraint c check (value <> 'x') not valid;",
    "create domain i.nova as text; alter domain i.nova add check (value <> '');",
    "alter domain i.cor set default 'azul';",
  ],
  ["evaluate/schema-domain-constraint-validated", "alter domain i.cor set not null;"],
  [
    "evaluate/schema-key-builds-index",
    "alter table i.coisa add constraint u unique (p);",
    `create unique index concurrently if not exists u on i.coisa (p);
     alter table i.coisa add constraint u unique using index u;`,
  ],
  ["evaluate/schema-key-builds-index", "alter table i.coisa add column u int unique;"],
  [
    "evaluate/schema-index-not-concurrent",
    "create index novo on i.coisa (p);",
    "create index concurrently if not exists novo on i.coisa (p);",
    "create index novo on i.parte (id, id);",
    "create table i.nova (id bigint primary key, n int); create index on i.nova (n);",
  ],
  [
    "evaluate/schema-index-drop-not-concurrent",
    "drop index i.coisa_dono;",
    "drop index concurrently if exists i.coisa_dono;",
  ],
  [
    "evaluate/schema-reindex-not-concurrent",
    "reindex table i.coisa;",
    "reindex table concurrently i.coisa;",
  ],
  [
    "evaluate/schema-detach-not-concurrent",
    "alter table i.parte detach partition i.parte_1;",
    "alter table i.parte detach partition i.parte_1 concurrently;",
  ],
  ["evaluate/schema-table-rewritten", "vacuum full i.coisa;", "vacuum i.coisa;", "analyze;"],
  ["evaluate/schema-table-rewritten", "cluster i.coisa using coisa_dono;"],
  [
    "evaluate/schema-column-dropped",
    "alter table i.dono drop column ano;",
    "create table i.nova (id bigint primary key, n int); alter table i.nova drop column n;",
  ],
  ["evaluate/schema-table-dropped", "drop table i.coisa;", "drop view i.vista;"],
  ["evaluate/schema-database-dropped", "drop database producao;"],
  [
    "evaluate/schema-column-renamed",
    "alter table i.dono rename column ano to anos;",
    "alter table i.vista rename column id to codigo;",
  ],
  ["evaluate/schema-table-renamed", "alter table i.dono rename to donos;"],
  ["evaluate/schema-null-allowed", "alter table i.coisa alter p drop not null;"],
  ["evaluate/schema-truncate-cascade", "truncate i.dono cascade;", "truncate i.dono, i.coisa;"],
  [
    "evaluate/schema-concurrently-in-transaction",
    "begin; create index concurrently if not exists n on i.coisa (p); commit;",
    "begin; select 1; commit; create index concurrently if not exists n on i.coisa (p);",
  ],
  ["evaluate/schema-concurrently-in-transaction", "do $$ begin vacuum i.coisa; end $$;"],
  [
    "evaluate/schema-uncommitted-transaction",
    "begin; create table i.nova (id bigint primary key);",
    "begin; create table i.nova (id bigint primary key); commit;",
  ],
  [
    "evaluate/schema-transaction-nested",
    "begin; begin; create table i.nova (id bigint primary key); commit;",
    "begin; commit; begin; create table i.nova (id bigint primary key); commit;",
  ],
  [
    "evaluate/schema-not-repeatable",
    "create index concurrently n on i.coisa (p);",
    "create index concurrently if not exists n on i.coisa (p);",
  ],
];

describe("a rule about migrations", () => {
  test.each(cases)("%s is broken by %s", async (code, bad, ...good) => {
    expect(await told(bad)).toEqual([code.replace("evaluate/schema-", "")]);
    for (const text of good) expect(await told(text), text).toEqual([]);
  });
});

test("each operation of a statement is named where it stands", async () => {
  const { said } = await lint({
    "0001.sql": first,
    "0002.sql": `alter table i.dono
  drop column if exists nome,
  drop column ano;`,
  });
  expect(said).toEqual([
    'warning column-dropped 1 {"table":"i.dono","name":"nome"}',
    'warning column-dropped 3 {"table":"i.dono","name":"ano"}',
  ]);
});

test("what one file makes and changes is no danger to anybody", async () => {
  const { rules } = await lint(`${first} alter table i.dono drop column ano;
    alter table i.coisa add constraint fk foreign key (dono) references i.dono;
    drop table i.parte_1;`);
  expect(rules).toEqual(["varchar-limit"]);
});

test("the facts of a migration are part of its item", async () => {
  const { item } = await lint({
    "0001.sql": first,
    "0002.sql": "create unique index concurrently novo on i.coisa (p);",
  });
  expect(item("migration", "migrations/0002")?.attributes.operations).toEqual([
    {
      kind: "create index",
      table: "i.coisa",
      name: "novo",
      traits: ["existing", "concurrently", "unique"],
      location: { file: "migrations/0002.sql", line: 1, column: 1 },
    },
  ]);
  expect(item("migration", "migrations/0001")?.attributes.operations).toEqual([
    expect.objectContaining({ kind: "create index", traits: [] }),
  ]);
});
