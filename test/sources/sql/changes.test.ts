import { expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

test("each attribute of a column knows the line that set it and those that changed it", async () => {
  const { item } = await replay({
    "1.sql": "create table a (id int,\n  nome varchar(10));",
    "2.sql":
      "alter table a\n  alter nome type text,\n  alter nome set default 'x',\n  alter nome set not null;",
    "3.sql": "comment on column a.nome is 'Nome curto';\nalter table a rename nome to titulo;",
  });
  const column = item("column", "public.a.titulo");
  expect(column?.location).toMatchObject({ file: "migrations/1.sql", line: 2 });
  const [second, third] = ["migration:migrations/2", "migration:migrations/3"];
  const [file2, file3] = ["migrations/2.sql", "migrations/3.sql"];
  expect(column?.attributes.changes).toEqual([
    {
      attribute: "type",
      before: "character varying(10)",
      after: "text",
      file: file2,
      line: 2,
      migration: second,
    },
    { attribute: "default", after: "'x'", file: file2, line: 3, migration: second },
    {
      attribute: "nullable",
      before: "true",
      after: "false",
      file: file2,
      line: 4,
      migration: second,
    },
    { attribute: "comment", after: "Nome curto", file: file3, line: 1, migration: third },
    { attribute: "name", before: "nome", after: "titulo", file: file3, line: 2, migration: third },
  ]);
});

test("a table knows which statements changed what it has", async () => {
  const { item } = await replay(`
    create table a (id int, b int);
    alter table a add c int, drop b;
    alter table a enable row level security;
    alter table a add constraint a_c check (c > 0);
    alter table a rename c to d;`);
  const changes = item("table", "public.a")?.attributes.changes ?? [];
  expect(
    changes.map(({ attribute, before, after, line }) => [attribute, before, after, line]),
  ).toEqual([
    ["column", "b", undefined, 3],
    ["column", undefined, "c", 3],
    ["rowSecurity", "off", "on", 4],
    ["constraint", undefined, "a_c", 5],
    ["column", "c", "d", 6],
  ]);
});

test("a long text is said to have changed without being quoted", async () => {
  const { item } = await replay(`
    create function f() returns int language sql as $$ select ${"1 + ".repeat(60)}1 $$;
    create or replace function f() returns int language sql stable as $$ select 2 $$;`);
  expect(item("function", "public.f")?.attributes.changes).toEqual([
    expect.objectContaining({ attribute: "volatility", before: "volatile", after: "stable" }),
    {
      attribute: "body",
      file: "migrations/0001.sql",
      line: 3,
      migration: "migration:migrations/0001",
    },
  ]);
});

test("what the migration that makes an object says about it is no change", async () => {
  const { item } = await replay("create table a (id int);\ncomment on table a is 'A';");
  expect(item("table", "public.a")?.attributes.changes).toBeUndefined();
});
