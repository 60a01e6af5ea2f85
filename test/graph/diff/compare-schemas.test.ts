import { compareSchemas } from "#graph/index.ts";
import type { SchemaChange, SchemaObject } from "#model/schema/change.ts";
import { readSchema } from "#sources/sql/schema-versions.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

/** `effect change kind name`, with the attributes that differ, from one SQL text to another. */
async function compare(before: string, after: string): Promise<readonly string[]> {
  return (await changesBetween(before, after)).map(
    ({ effect, change, kind, name, formerName, attributes }) =>
      [
        `${effect} ${change} ${kind} ${formerName === undefined ? "" : `${formerName} → `}${name}`,
        ...attributes.map((each) => `${each.name} ${each.before ?? ""} → ${each.after ?? ""}`),
      ].join(" | "),
  );
}

/** Both with one file in common, as the next migration has all that came before it. */
async function changesBetween(before: string, after: string): Promise<readonly SchemaChange[]> {
  const [from, to] = await Promise.all(
    [before, after].map((text) =>
      readSchema({
        root: temporaryFolder({ "1.sql": text }),
        entries: [{ path: "1.sql", foreign: false }],
      }),
    ),
  );
  return compareSchemas(from!.value, to!.value);
}

const table = "CREATE TABLE t (id int PRIMARY KEY, nome varchar(20), n int NOT NULL DEFAULT 0);";

describe("a schema and the next one", () => {
  test("the same schema, written another way, has no changes", async () => {
    const other =
      "create table public.t (\n  id integer primary key,\n  nome character varying(20),\n  n int4 not null default 0);";
    expect(await compare(table, other)).toEqual([]);
  });

  test.each([
    ["ALTER TABLE t DROP COLUMN nome;", ["breaking removed column public.t.nome"]],
    ["ALTER TABLE t ADD x int NOT NULL;", ["breaking added column public.t.x"]],
    ["ALTER TABLE t ADD x int;", ["compatible added column public.t.x"]],
    [
      "ALTER TABLE t ALTER nome TYPE varchar(10);",
      [
        "breaking changed column public.t.nome | type character varying(20) → character varying(10)",
      ],
    ],
    [
      "ALTER TABLE t ALTER nome TYPE text;",
      ["compatible changed column public.t.nome | type character varying(20) → text"],
    ],
    ["ALTER TABLE t ALTER n DROP DEFAULT;", ["breaking changed column public.t.n | default 0 → "]],
    [
      "ALTER TABLE t RENAME nome TO titulo;",
      ["breaking renamed column public.t.nome → public.t.titulo"],
    ],
    ["ALTER TABLE t RENAME TO u;", ["breaking renamed table public.t → public.u"]],
    [
      "ALTER TABLE t ENABLE ROW LEVEL SECURITY;",
      ["breaking changed table public.t | rowSecurity off → on"],
    ],
    ["CREATE UNIQUE INDEX i ON t (nome);", ["breaking added index public.t.i"]],
    ["CREATE INDEX i ON t (nome);", ["compatible added index public.t.i"]],
  ])("%s", async (statement, expected) => {
    expect(await compare(table, table + statement)).toEqual(expected);
  });

  test("what comes or goes with its table is marked, so that one event is one line", async () => {
    const changes = await changesBetween(table, "CREATE SCHEMA s;");
    const own = changes.filter((each) => each.with === undefined);
    expect(own.map(({ change, name }) => `${change} ${name}`)).toEqual([
      "added s",
      "removed public.t",
    ]);
    expect(new Set(changes.flatMap((each) => each.with ?? []))).toEqual(new Set(["public.t"]));
  });

  test("an enum that loses a label breaks; one that gains a label does not", async () => {
    const [two, three] = ["'a', 'b'", "'a', 'b', 'c'"].map(
      (labels) => `CREATE TYPE e AS ENUM (${labels});`,
    );
    expect(await compare(two!, three!)).toEqual([
      "compatible changed type public.e | labels a, b → a, b, c",
    ]);
    expect(await compare(three!, two!)).toEqual([
      "breaking changed type public.e | labels a, b, c → a, b",
    ]);
  });

  test("calls of a function stay right when what is new has a default", async () => {
    const f = (list: string) =>
      `CREATE FUNCTION f(${list}) RETURNS int LANGUAGE sql AS 'SELECT 1';`;
    expect(await compare(f("a int"), f("a int, b text DEFAULT ''"))).toEqual([
      "compatible changed function public.f(integer) → public.f(integer, text) | arguments a integer → a integer, b text DEFAULT ''",
    ]);
    expect(await compare(f("a int"), f("a int, b text"))).toMatchObject([
      expect.stringMatching(/^breaking changed function/),
    ]);
  });

  test("an overload that goes does not look like a change of the one that stays", async () => {
    const f = (type: string) =>
      `CREATE FUNCTION f(a ${type}) RETURNS int LANGUAGE sql AS 'SELECT 1';`;
    expect(await compare(f("int") + f("text"), f("text"))).toEqual([
      "breaking removed function public.f(integer)",
    ]);
  });

  test("a right that is revoked breaks; one that is granted does not", () => {
    const [before, after] = [tableWith(["select", "insert"]), tableWith(["select"])];
    const effects = (from: SchemaObject, to: SchemaObject) =>
      compareSchemas([from], [to]).map(({ effect, attributes }) => [effect, attributes[0]?.name]);
    expect(effects(before, after)).toEqual([["breaking", "grants"]]);
    expect(effects(after, before)).toEqual([["compatible", "grants"]]);
    expect(effects(after, after)).toEqual([]);
  });
});

const tableWith = (privileges: readonly string[]): SchemaObject => ({
  kind: "table",
  id: "table:public.t",
  name: "public.t",
  localName: "t",
  owner: "public",
  attributes: { rowSecurity: "off", grants: [{ role: "leitor", privileges }] },
  location: { file: "1.sql", line: 1 },
  origin: "1.sql:1:1",
});
