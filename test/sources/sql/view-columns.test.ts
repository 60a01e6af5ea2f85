import { itemsOf } from "#model/graph.ts";
import { expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

/** `name type` of each column that a view shows. */
async function shown(query: string, names = ""): Promise<readonly string[]> {
  const { graph } = await replay(`
    create table a (id bigserial, nome varchar(50), geom geometry(Point,4326), em date);
    create table b (id int, a_id bigint, valor numeric(8,2));
    create function area_de(x int) returns setof b language sql as 'select * from b';
    create view v${names} as ${query};`);
  const columns = itemsOf(graph, "column").filter(
    ({ attributes }) => attributes.table === "public.v",
  );
  return columns
    .toSorted((a, b) => a.attributes.position - b.attributes.position)
    .map(({ title, attributes }) => `${title.replace("public.v.", "")} ${attributes.type}`.trim());
}

test("a view shows columns of its tables, with their types", async () => {
  expect(await shown("select * from a")).toEqual([
    "id bigint",
    "nome character varying(50)",
    "geom geometry(Point,4326)",
    "em date",
  ]);
  expect(await shown("select x.nome, b.valor as v from a x join b on b.a_id = x.id")).toEqual([
    "nome character varying(50)",
    "v numeric(8,2)",
  ]);
  expect(await shown("select * from a join b using (id)")).toEqual([
    "id bigint",
    "nome character varying(50)",
    "geom geometry(Point,4326)",
    "em date",
    "a_id bigint",
    "valor numeric(8,2)",
  ]);
});

test("a column without a name has the one that PostgreSQL gives it", async () => {
  const query = `select count(*), now(), 1, id::text, '2'::int, coalesce(nome, ''), nome || 'x' as j,
    case when true then 1 end, exists (select 1), (select valor from b), array[1, 2], current_date,
    greatest(1, 2), id > 3 as maior from a`;
  expect(await shown(query)).toEqual([
    "count bigint",
    "now timestamp with time zone",
    "?column? integer",
    "id text",
    "int4 integer",
    "coalesce character varying(50)",
    "j text",
    "case integer",
    "exists boolean",
    "valor numeric(8,2)",
    "array integer[]",
    "current_date date",
    "greatest integer",
    "maior boolean",
  ]);
});

test("columns come through WITH, subqueries, functions, UNION and VALUES", async () => {
  expect(await shown("with q (n) as (select nome from a) select n from q")).toEqual([
    "n character varying(50)",
  ]);
  expect(await shown("select s.t from (select id as t from b) s")).toEqual(["t integer"]);
  expect(await shown("select f.* from area_de(1) f")).toEqual([
    "id integer",
    "a_id bigint",
    "valor numeric(8,2)",
  ]);
  expect(await shown("select id from b union all select 2")).toEqual(["id"]);
  expect(await shown("values (1, 'a')", " (n, t)")).toEqual(["n integer", "t text"]);
  expect(await shown("select n, o from unnest(array[1]) with ordinality u (n, o)")).toEqual([
    "n",
    "o",
  ]);
});

test("a view that is replaced keeps what is known about its columns", async () => {
  const { item, said } = await replay(`
    create table a (id int, b text);
    create view v as select id from a;
    comment on column v.id is 'Número';
    create or replace view v as select id, b from a;`);
  expect(said).toEqual([]);
  expect(item("column", "public.v.id")?.description?.text).toBe("Número");
  expect(item("column", "public.v.b")?.attributes).toMatchObject({ position: 2, type: "text" });
  expect(item("view", "public.v")?.attributes.columns).toEqual(["id", "b"]);
});

test("the columns of XMLTABLE and JSON_TABLE are those that they say", async () => {
  const { item } = await replay(`
    create view x as select * from (select ''::xml as d) q,
      xmltable('' passing d columns id int path '@id', n for ordinality);
    create view j as select * from json_table('{}'::jsonb, '$' columns (
      a int path '$.a', ha boolean exists path '$.b', nested path '$.c[*]' columns (c text))) as t;`);
  expect(item("view", "public.x")?.attributes.columns).toEqual(["d", "id", "n"]);
  expect(item("view", "public.j")?.attributes.columns).toEqual(["a", "ha", "c"]);
  expect(item("column", "public.x.n")?.attributes.type).toBe("integer");
});
