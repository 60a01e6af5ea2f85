import { describe, expect, test } from "vitest";
import { splitStatements } from "#sources/sql/parser/split-statements.ts";

const split = (text: string) =>
  splitStatements(text).statements.map(({ start, end }) => text.slice(start, end));

describe("a semicolon ends a statement, but not", () => {
  test.each([
    ["in a string", "select 'a;b''c;'"],
    ["in an escape string", String.raw`select E'a\';b'`],
    ["in a quoted name", 'select 1 as "a;""b"'],
    ["in a dollar quotation", "select $x$ ; $$ ; $x$"],
    ["in a comment", "select 1 /* ; /* ; */ ; */ + 1 -- ;\n + 1"],
    [
      "in a rule of several commands",
      "create rule r as on insert to a do also (delete from b; select 1)",
    ],
    [
      "in a body of SQL statements",
      "create function f() returns int begin atomic select case when true then 1 end; select 2; end",
    ],
  ])("%s", (_, statement) => {
    expect(split(`${statement};\nselect 2`)).toEqual([statement, "select 2"]);
  });
});

describe("what is broken loses only itself:", () => {
  test("a parenthesis that nothing closes", () => {
    expect(split("create table a (id int;\nselect 2;")).toEqual([
      "create table a (id int",
      "select 2",
    ]);
  });

  test("a dollar quotation that nothing closes", () => {
    const broken = "create function f() returns int as $$ begin\n  x;\nend";
    expect(split(`${broken}\nCREATE TABLE a ();`)).toEqual([broken, "CREATE TABLE a ()"]);
  });

  test("a string that nothing closes", () => {
    expect(split("insert into a values ('x);\nselect 2;")).toEqual([
      "insert into a values ('x);",
      "select 2",
    ]);
  });

  test("a body of SQL statements without its end", () => {
    const text = "create function f() returns int begin atomic select 1;\nselect 2;\nselect 3";
    expect(split(text)).toEqual([
      "create function f() returns int begin atomic select 1",
      "select 2",
      "select 3",
    ]);
  });
});

describe("files for psql", () => {
  test("commands on lines of their own are no statements", () => {
    const { metas } = splitStatements("\\set x 1\nselect 1;\n\\echo done");
    expect(metas.map(({ start, end }) => end - start)).toEqual([8, 10]);
    expect(split("\\restrict abc\nselect 1;\n\\unrestrict abc")).toEqual(["select 1"]);
  });

  test("a command that sends the query ends the statement", () => {
    expect(split("select 'drop table a' \\gexec\nselect 2;")).toEqual([
      "select 'drop table a'",
      "select 2",
    ]);
  });

  test("the data of COPY is skipped", () => {
    expect(split("copy a (b) from stdin;\n1;2\n'x\n\\.\n\nselect 2;")).toEqual([
      "copy a (b) from stdin",
      "select 2",
    ]);
  });
});

test("placeholders of templates may hold quotes", () => {
  const statement = 'create table "{{ index .Options "Namespace" }}".a (b text default \'${x}\')';
  expect(split(`${statement};select 2`)).toEqual([statement, "select 2"]);
});

test("data behind \\copy is no SQL", () => {
  const text =
    "\\copy t from stdin with csv\n1;'\nselect 2;\n\\.\nselect 3;\n\\copy t from 'x.csv'\nselect 4";
  expect(split(text)).toEqual(["select 3", "select 4"]);
});

test("nothing is a statement of its own in an empty file", () => {
  expect(split("")).toEqual([]);
  expect(split(" -- nothing\n;;\n")).toEqual([]);
});

test("any prefix of a file is cut without hanging, and no statement overlaps another", () => {
  const text =
    "create function f() returns int language plpgsql as $f$ begin return 1; end $f$;\n" +
    "create table \"a\"\"b\" (c text default E'x\\'y', check (c <> ';')); /* a /* b */ c */\n" +
    "copy t from stdin;\n1\t2\n\\.\nselect $1, a[1], {{ x }}, ${y}; \\i other.sql\nselect 'end';";
  for (let end = 0; end <= text.length; end++) {
    const { statements } = splitStatements(text.slice(0, end));
    let last = 0;
    for (const range of statements) {
      expect(range.start).toBeGreaterThanOrEqual(last);
      expect(range.end).toBeGreaterThan(range.start);
      last = range.end;
    }
  }
});
