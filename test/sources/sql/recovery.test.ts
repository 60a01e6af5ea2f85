import { describe, expect, test } from "vitest";
import { toFinding } from "#diagnostics/index.ts";
import { replay } from "../../support/migrations.ts";

const tallyOf = ({ graph }: Awaited<ReturnType<typeof replay>>) => graph.tallies[0];

describe("a statement that does not parse", () => {
  const text =
    "create table a (id int);\n-- ação à parte 🌱\ncreate tabel b (id int); create table c (id int);";

  test("loses only itself, and is reported where it breaks", async () => {
    const { names, said } = await replay(text);
    expect(names("table")).toEqual(["public.a", "public.c"]);
    expect(said).toEqual(["error sources/sql-syntax migrations/0001.sql:3:8"]);
  });

  test("is a warning in a foreign source", async () => {
    const { said } = await replay(text, true);
    expect(said).toEqual(["warning sources/sql-syntax migrations/0001.sql:3:8"]);
  });

  test("[P3] is counted as not understood", async () => {
    expect(tallyOf(await replay(text))).toEqual({
      source: "sql",
      file: "migrations/0001.sql",
      unit: "statements",
      read: 3,
      modelled: 2,
      passedOver: 0,
      notUnderstood: 1,
    });
  });
});

test("places are right behind accents, emoji and line breaks of Windows", async () => {
  const { item, said } = await replay(
    '-- São 🌱\r\ncreate table "ação" ("é🌱" text, b int default \'ã\', c int);\r\n/* 🌱 */ select selct from;',
  );
  expect(item("column", "public.ação.b")?.location).toMatchObject({ line: 2, column: 34 });
  expect(item("column", "public.ação.c")?.location).toMatchObject({ line: 2, column: 53 });
  expect(item("column", "public.ação.b")?.attributes.default).toBe("'ã'");
  expect(said).toEqual(["error sources/sql-syntax migrations/0001.sql:3:27"]);
});

test("every statement is modelled, passed over knowingly, or named as not modelled", async () => {
  const replayed = await replay(`
    begin; create table a (id int); insert into a values (1); set lock_timeout = 1; commit;
    grant select on a to anon; select 1; create schema authorization current_user;`);
  expect(tallyOf(replayed)).toMatchObject({
    read: 8,
    modelled: 2,
    passedOver: 5,
    notUnderstood: 1,
  });
  expect(replayed.said).toEqual(["warning sources/sql-not-modelled migrations/0001.sql:3:42"]);
  expect(toFinding(replayed.diagnostics[0]!, "pt-BR").message).toBe(
    "`CREATE SCHEMA AUTHORIZATION` não é modelado, e nenhuma página mostra o que ele faz",
  );
});

describe("placeholders", () => {
  test("of a template are names, however they are spaced", async () => {
    const { item, said } = await replay(
      'create table {{ index .Options "NS" }}.a (id int, b {{ index .Options "NS" }}.t default 1);\n' +
        'alter table {{index .Options "NS"}}.a add column c int;\n' +
        "create table ${esquema}.b (id int);",
    );
    expect(said).toEqual([]);
    const [table] = [item("table", '"{{index .Options ""NS""}}".a')];
    expect(table?.attributes.columns).toEqual(["id", "b", "c"]);
    expect(item("column", '"{{index .Options ""NS""}}".a.b')?.attributes).toMatchObject({
      type: '{{ index .Options "NS" }}.t',
      default: "1",
    });
    expect(item("table", '"${esquema}".b')).toBeDefined();
  });

  test("of psql are values and names, and a cast is none", async () => {
    const { item, said } = await replay(`
      create table :ESQUEMA.a (b text default :'padrao', c text default 'x'::text);
      create table :"ESQUEMA".d (e int);`);
    expect(said).toEqual([]);
    expect(item("column", '":ESQUEMA".a.b')?.attributes.default).toBe(":'padrao'");
    expect(item("column", '":ESQUEMA".a.c')?.attributes.default).toBe("'x'::text");
  });
});

describe("what cannot run", () => {
  test.each([
    ["a policy on a missing table", "create policy p on a using (true);"],
    ["a foreign key to a missing table", "create table b (id int references a);"],
    [
      "a foreign key to a missing column",
      "create table a (id int primary key); create table b (id int references a (x));",
    ],
    ["an index on a missing column", "create table a (id int); create index on a (x);"],
    ["a change of a missing table", "alter table a add column x int;"],
    [
      "a trigger with a missing function",
      "create table a (); create trigger t before insert on a execute function f();",
    ],
    ["the refresh of a missing view", "refresh materialized view mv;"],
    ["a view of a missing table", "create view v as select * from a;"],
  ])("is said: %s", async (_, text) => {
    const { said } = await replay(text);
    expect(said).toEqual([expect.stringMatching(/^warning sources\/sql-missing-object /)]);
  });

  test("is not said of what comes from outside, nor is that a broken link", async () => {
    const { said, names } = await replay(`
      create extension postgis;
      create table a (dono uuid references auth.users (id), criado timestamptz default now());
      create policy p on storage.objects for select using (auth.uid() = owner);
      alter table spatial_ref_sys enable row level security;
      create view v as select * from pg_class;`);
    expect(said).toEqual(["info sources/sql-external-object migrations/0001.sql:5:7"]);
    expect(names("policy")).toEqual(["storage.objects/p"]);
  });

  test("is said when something is created twice", async () => {
    const { said, names } = await replay(`
      create table a (id int); create table a (x int); create table if not exists a (y int);`);
    expect(said).toEqual(["warning sources/sql-already-exists migrations/0001.sql:2:32"]);
    expect(names("column")).toEqual(["public.a.id"]);
  });
});

describe("statements that are built while they run", () => {
  const maker = `
create table ano (numero int);
create function criar(ano int) returns void language plpgsql as $$
begin
  execute format('create table t_%s (id int)', ano);
end $$;
create function ao_gravar() returns trigger language plpgsql as $$
begin perform criar(new.numero); return new; end $$;
create trigger tg after insert on ano for each row execute function ao_gravar();
`;

  test("are reported where a DO block builds them", async () => {
    const { said } = await replay(`
do $$
declare r record;
begin
  for r in select generate_series(2029, 2035) as ano loop
    execute format('create table t_%s (id int)', r.ano);
  end loop;
  execute 'create table fixa (id int)';
  execute format('insert into x values (%L)', 1);
end $$;`);
    expect(said).toEqual(["info sources/sql-dynamic migrations/0001.sql:6:13"]);
  });

  test("are read when their text is a constant", async () => {
    const { item, said } = await replay(`do $$ begin
      execute 'create table a (id int); create table b (id int)';
      execute 'insert into a values ($1)' using random();
    end $$;`);
    expect(said).toEqual([]);
    expect(item("table", "public.b")?.location).toMatchObject({ line: 2, column: 41 });
  });

  test("are reported where a function that builds them is called, or a trigger that calls it", async () => {
    const { said } = await replay(`${maker}
select criar(2029);
insert into ano values (2030);`);
    expect(said).toEqual([
      "info sources/sql-dynamic migrations/0001.sql:11:1",
      "info sources/sql-dynamic migrations/0001.sql:12:1",
    ]);
  });

  test("are not reported where they are only defined", async () => {
    expect((await replay(maker)).said).toEqual([]);
  });
});

test("a body that cannot be followed is shown, and said not to be analysed", async () => {
  const { item, said } = await replay(
    "create function f() returns int language plpgsql as $$ begin return nada.x; fim $$;",
  );
  expect(item("function", "public.f")?.attributes.body).toBe(" begin return nada.x; fim");
  expect(said).toEqual(["info sources/sql-body-not-analysed migrations/0001.sql:1:1"]);
});

test("a body of SQL statements is read without the PL/pgSQL parser", async () => {
  const { targets } = await replay(`
    create table a (id int);
    create function f() returns int begin atomic select id from a; end;
    create function g() returns int language sql return (select max(id) from a);`);
  expect(targets("function:public.f", "reads")).toEqual(["table:public.a"]);
  expect(targets("function:public.g", "reads")).toEqual(["table:public.a"]);
});

describe("names that could be taken for more", () => {
  test("are items of their own, and none is a broken link", async () => {
    const strange = [
      "a.b",
      "a#b",
      'a"b',
      "a/b",
      "a b",
      "A",
      "a",
      "a\nb",
      "a%b",
      "a:b",
      "a(b)",
      "<b>",
    ];
    const quoted = strange.map((name) => `"${name.replaceAll('"', '""')}"`);
    const { names, said } = await replay(
      quoted
        .map(
          (name) => `create schema ${name}; create table ${name}.${name} (${name} int primary key);
            create policy ${name} on ${name}.${name} using (true);`,
        )
        .join("\n"),
    );
    expect(said).toEqual([]);
    expect(new Set(names("table")).size).toBe(strange.length);
    expect(names("policy")).toHaveLength(strange.length);
  });

  test("do not break the ids of migrations", async () => {
    const { said, targets } = await replay({ "à parte/1 #2.sql": "create table a (id int);" });
    expect(said).toEqual([]);
    expect(targets("table:public.a", "created-by")).toEqual([
      "migration:migrations/à parte/1 %232",
    ]);
  });
});

test("an unreadable file is reported, and the others are read", async () => {
  const { names, said } = await replay({
    "1.sql": "create table a (\0);",
    "2.sql": "create table b ();",
  });
  expect(names("table")).toEqual(["public.b"]);
  expect(said).toEqual(["error data/binary-file migrations/1.sql:1:1"]);
});
