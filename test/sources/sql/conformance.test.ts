import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemsOf } from "#model/graph.ts";
import type { Grant } from "#model/recorded.ts";
import { replay } from "../../support/migrations.ts";

/**
 * Rights, roles, inheritance and storage beside PostgreSQL's own catalogue after the same statements,
 * asked with queries of its own: `rastro verify schema` is not taken at its word.
 */
const sql = `
  create role leitor; create role gestor noinherit createdb; create user ana in role leitor;
  grant gestor to ana; revoke leitor from ana;
  create schema app authorization gestor;
  create table app.antes (id int primary key, nome text, valor numeric(8,2));
  grant select, update on app.antes to leitor; grant select (nome) on app.antes to public;
  revoke update on app.antes from leitor; grant insert (id, nome) on app.antes to leitor;
  alter default privileges in schema app grant select, insert on tables to leitor;
  alter default privileges in schema app grant usage on sequences to leitor;
  alter default privileges revoke execute on functions from public;
  create table app.depois (id int, em date) with (fillfactor = 70);
  create sequence app.s;
  create function app.f(a int, b int) returns int language sql as 'select a + b';
  create aggregate app.soma(int) (sfunc = app.f, stype = int, initcond = '0');
  grant execute on function app.f(int, int) to leitor with grant option;
  grant all on all tables in schema app to gestor; revoke truncate on app.antes from gestor;
  revoke insert on app.depois from leitor;
  grant usage on schema app to leitor;
  create table app.filha (extra text) inherits (app.antes);
  alter table app.antes add tarde boolean default true;
  alter table app.depois owner to gestor;
  create view app.v with (security_barrier) as
    select a.id, nome || '!' as grito, count(*), coalesce(a.valor, 0), a.valor * 2 as dobro,
      max(d.em), array_agg(a.nome) as nomes, exists (select 1), now(), a.id::varchar(9) as texto, 'x' as letra
    from app.antes a join app.depois d using (id) group by a.id, a.nome, a.valor;
  create view app.w as with q (n) as (select id from app.antes) select * from q union select 1;
  create materialized view app.m as select * from app.antes natural join app.depois;
  alter table app.antes rename nome to titulo; alter table app.antes alter valor set not null;`;

let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(sql);
}, 60_000);

afterAll(() => database.close());

const rows = async (query: string): Promise<readonly string[]> =>
  (await database.query<{ readonly row: string }>(query)).rows.map(({ row }) => row).sort();

test("every statement is understood, and none is refused", async () => {
  expect((await replay(sql)).said).toEqual([]);
});

/** `object role privilege[*]`, one for each column when it is limited to some. */
const granted = (name: string, grants: readonly Grant[] = []): readonly string[] =>
  grants.flatMap(({ role, privileges, columns, grantable = [] }) =>
    (columns ?? [""]).flatMap((column) =>
      privileges.map((each) => {
        const object = column === "" ? name : `${name}.${column}`;
        return `${object} ${role} ${each}${grantable.includes(each) ? "*" : ""}`;
      }),
    ),
  );

test("who may do what beside the owner is as PostgreSQL has it", async () => {
  const { graph } = await replay(sql);
  const kinds = [
    "table",
    "view",
    "materialized-view",
    "sequence",
    "function",
    "namespace",
  ] as const;
  const grants = kinds.flatMap((kind) =>
    itemsOf(graph, kind).flatMap(({ title, attributes }) =>
      granted(title.replace(/\(.*/, ""), attributes.grants),
    ),
  );
  const explode = (acl: string, kind: string) =>
    `aclexplode(coalesce(${acl}, acldefault('${kind}', owner))) where grantee <> owner`;
  const print = `name || ' ' || case grantee when 0 then 'public' else grantee::regrole::text end
    || ' ' || lower(privilege_type) || case when is_grantable then '*' else '' end as row`;
  const there = await rows(`
    select ${print} from (select relname, relnamespace::regnamespace || '.' || relname as name,
        relacl, relowner as owner, relkind from pg_class where relnamespace = 'app'::regnamespace
        and relkind in ('r', 'v', 'm')), ${explode("relacl", "r")}
    union all select ${print} from (select 'app.' || relname as name, relacl, relowner as owner
        from pg_class where relnamespace = 'app'::regnamespace and relkind = 'S'),
        ${explode("relacl", "S")}
    union all select ${print} from (select 'app.' || relname || '.' || attname as name, attacl,
        relowner as owner from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'app'::regnamespace and attacl is not null),
        ${explode("attacl", "c")}
    union all select ${print} from (select 'app.' || proname as name, proacl, proowner as owner
        from pg_proc where pronamespace = 'app'::regnamespace), ${explode("proacl", "f")}
    union all select ${print} from (select nspname as name, nspacl, nspowner as owner
        from pg_namespace where nspname = 'app'), ${explode("nspacl", "n")}`);
  expect(there.length).toBeGreaterThan(20);
  expect(grants.sort()).toEqual(there);
});

test("roles have the options and memberships that PostgreSQL has", async () => {
  const { graph } = await replay(sql);
  const roles = itemsOf(graph, "role").map(
    ({ title, attributes: { options, memberOf } }) =>
      `${title} ${options.toSorted().join(",")} ${memberOf.toSorted().join(",")}`,
  );
  expect(roles.sort()).toEqual(
    await rows(`
      select rolname || ' ' || concat_ws(',', case when rolcreatedb then 'CREATEDB' end,
        case when rolcanlogin then 'LOGIN' end, case when not rolinherit then 'NOINHERIT' end)
        || ' ' || coalesce((select string_agg(roleid::regrole::text, ',' order by 1)
          from pg_auth_members where member = pg_roles.oid), '') as row
      from pg_roles where rolname in ('leitor', 'gestor', 'ana')`),
  );
});

test("views show the columns that PostgreSQL gives them, of the types that are known", async () => {
  const { graph } = await replay(sql);
  const [relations, short] = [["app.v", "app.w", "app.m"], /^(.*) (\d+) (.*)$/];
  const columns = itemsOf(graph, "column").filter(({ attributes }) =>
    relations.includes(attributes.table),
  );
  const there = await rows(`
    select attrelid::regclass || '.' || attname || ' ' || attnum || ' ' || format_type(atttypid, atttypmod)
      as row from pg_attribute where attnum > 0 and attrelid in (${relations
        .map((name) => `'${name}'::regclass`)
        .join()})`);
  const names = (all: readonly string[]) =>
    all.map((each) => short.exec(each)?.slice(1, 3).join(" "));
  const ours = columns
    .map(({ title, attributes }) => `${title} ${String(attributes.position)} ${attributes.type}`)
    .sort();
  expect(names(ours)).toEqual(names(there));
  const spelled: Readonly<Record<string, string>> = { int: "integer" };
  const known = columns.filter(({ attributes }) => attributes.type !== "");
  expect(known.length).toBeGreaterThan(12);
  for (const { title, attributes } of known) {
    const type = spelled[attributes.type] ?? attributes.type;
    expect(there).toContain(`${title} ${String(attributes.position)} ${type}`);
  }
});

test("owners, storage and inheritance are as PostgreSQL has them", async () => {
  const { graph } = await replay(sql);
  const tables = itemsOf(graph, "table").map(({ title, attributes }) =>
    [
      title,
      attributes.owner ?? "",
      (attributes.options ?? []).join(),
      (attributes.inherits ?? []).join(),
      attributes.columns.join(),
    ].join(" "),
  );
  expect(tables.sort()).toEqual(
    await rows(`
      select oid::regclass || ' ' || case relowner::regrole::text when current_user then ''
          else relowner::regrole::text end || ' ' || coalesce(array_to_string(reloptions, ','), '')
        || ' ' || coalesce((select string_agg(inhparent::regclass::text, ',') from pg_inherits
          where inhrelid = pg_class.oid), '')
        || ' ' || (select string_agg(attname, ',' order by attnum) from pg_attribute
          where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as row
      from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'`),
  );
});
