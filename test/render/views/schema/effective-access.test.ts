import { PGlite } from "@electric-sql/pglite";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { Grant } from "#model/recorded.ts";
import {
  type Access,
  type Operation,
  operations,
} from "#render/views/schema/access/effective-access.ts";
import { mayExecute } from "#render/views/schema/access/execute-access.ts";
import { effectiveAccess, type Reachable } from "#render/views/schema/access/relation-access.ts";
import { accessRoles } from "#render/views/schema/access/roles.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replay } from "../../../support/migrations.ts";

/** Policies for a table: with none, with conditions, for one command, narrowing, for a group … */
const guards: Readonly<Record<string, string>> = {
  off: "",
  idle: "create policy p on TABLE using (false);",
  closed: "alter table TABLE enable row level security;",
  open: "alter table TABLE enable row level security; create policy p on TABLE using (true);",
  own: "alter table TABLE enable row level security; create policy p on TABLE using (id = 1);",
  reading: `alter table TABLE enable row level security;
    create policy p on TABLE for select to leitor using (true);`,
  adding: `alter table TABLE enable row level security;
    create policy p on TABLE for insert with check (true);
    create policy q on TABLE for update using (id = 1) with check (true);`,
  narrowed: `alter table TABLE enable row level security; create policy p on TABLE using (true);
    create policy q on TABLE as restrictive for select using (id = 1);`,
  restrictive: `alter table TABLE enable row level security;
    create policy q on TABLE as restrictive using (true);`,
  group: `alter table TABLE enable row level security;
    create policy p on TABLE for all to equipe using (true);`,
  empty: `alter table TABLE enable row level security; create policy p on TABLE for select;
    create policy q on TABLE for insert;`,
  owned: `alter table TABLE owner to dono; alter table TABLE enable row level security;`,
  forced: `alter table TABLE owner to dono; alter table TABLE enable row level security;
    alter table TABLE force row level security;`,
};

/** Privileges on a table: of nobody, of everybody, of a group, of columns … */
const grants: Readonly<Record<string, string>> = {
  nobody: "",
  everybody: "grant select, insert, update, delete on TABLE to public;",
  roles: "grant all on TABLE to leitor, livre; grant select on TABLE to membro;",
  team: "grant select, insert, update, delete on TABLE to equipe;",
  columns: "grant select (id), update (id) on TABLE to leitor, membro, surdo;",
};

const roles = `
  create role dono; create role leitor; create role equipe; create role livre bypassrls;
  create role membro in role equipe; create role surdo noinherit in role equipe;`;

const tables = Object.keys(guards).flatMap((guard) =>
  Object.keys(grants).map((grant) => ({ guard, grant, name: `${guard}_${grant}` })),
);

/** Partitions keep rights and row security of their own: whoever names one goes past its parent's. */
const partitioned = ["off", "own"].flatMap((parent) =>
  ["off", "own"].flatMap((part) =>
    Object.keys(grants).map((grant) => ({
      parent,
      part,
      grant,
      name: `p_${parent}_${part}_${grant}`,
    })),
  ),
);

const viewed = ["off", "closed", "own", "reading", "owned", "forced"].flatMap((guard) =>
  ["everybody", "roles", "columns"].map((grant) => `${guard}_${grant}`),
);

/** Views that read for somebody, and views of such views. */
const views: Readonly<Record<string, string>> = {
  plain: "create view VIEW as select id, b from TABLE;",
  dono: "create view VIEW as select id, b from TABLE; alter view VIEW owner to dono;",
  leitor: "create view VIEW as select * from TABLE; alter view VIEW owner to leitor;",
  asking: "create view VIEW with (security_invoker) as select id, b from TABLE;",
  above: `create view VIEW as select id, b from TABLE_asking; alter view VIEW owner to dono;
    grant all on TABLE_asking to dono;`,
  over: "create view VIEW with (security_invoker) as select id, b from TABLE_dono;",
};

const others = `
  create view v_count as select count(*) as id from off_everybody group by b;
  create view v_unless as select id from off_everybody limit 2;
  create view v_instead as select distinct id from off_everybody;
  create function nothing() returns trigger language plpgsql as 'begin return new; end';
  create trigger t instead of insert or update on v_instead for each row execute function nothing();
  create materialized view v_stored as select id from closed_nobody;
  grant all on v_count, v_unless, v_instead, v_stored to leitor; grant select on v_stored to membro;`;

/** Functions: of everybody, of nobody, of a role, of a group, in a schema that is closed. */
const routines = `
  create function f_all() returns int language sql as 'select 1';
  create function f_none() returns int language sql security definer as 'select 1';
  create function f_role() returns int language sql security definer as 'select 1';
  create function f_team() returns int language sql as 'select 1';
  create function fechado.f() returns int language sql security definer as 'select 1';
  revoke execute on function f_none, f_role, f_team from public;
  alter function f_none owner to dono;
  grant execute on function f_role to leitor; grant execute on function f_team to equipe;`;

const migration = [
  roles,
  ...tables.map(({ guard, grant, name }) =>
    [`create table TABLE (id int, b int);`, grants[grant], guards[guard]]
      .join("\n")
      .replaceAll("TABLE", name),
  ),
  "create schema fechado; create table fechado.t (id int, b int); grant all on fechado.t to public;",
  ...partitioned.map(({ parent, part, grant, name }) =>
    [
      "create table TABLE (id int, b int) partition by list (b);",
      "create table TABLE_1 partition of TABLE default;",
      guards[parent]?.replaceAll("TABLE", name),
      guards[part]?.replaceAll("TABLE", `${name}_1`),
      // What the parent gives says nothing of its partition, and the reverse.
      grants[grant]?.replaceAll("TABLE", part === "own" ? name : `${name}_1`),
    ]
      .join("\n")
      .replaceAll("TABLE", name),
  ),
  ...viewed.flatMap((table) =>
    Object.entries(views).map(([view, sql]) =>
      `${sql} grant all on VIEW to leitor, membro, livre; grant select (id) on VIEW to surdo;`
        .replaceAll("VIEW", `${table}_${view}`)
        .replaceAll("TABLE", table),
    ),
  ),
  others,
  routines,
].join("\n");

let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(migration);
  await database.exec(trying);
  for (const { name } of tables) await database.exec(`insert into ${name} values (1, 1), (2, 2)`);
  await database.exec("insert into fechado.t values (1, 1), (2, 2)");
  for (const { name } of partitioned) {
    await database.exec(`insert into ${name} values (1, 1), (2, 2)`);
  }
  await database.exec("refresh materialized view v_stored");
}, 60_000);

afterAll(() => database.close());

interface Right {
  readonly object: string;
  readonly role: string;
  readonly privileges: readonly string[];
  readonly column: string | null;
}

/** Rights and owners as PostgreSQL keeps them: what is tested here is what follows from them. */
async function withRights(graph: Graph): Promise<Graph> {
  const { rows: rights } = await database.query<Right>(`
    select object, "column", coalesce(rolname, 'public') as role,
      array_agg(lower(privilege_type)) as privileges
    from (
      select case relkind when 'v' then 'view:' when 'm' then 'materialized-view:' else 'table:' end
        || oid::regclass as object, null as "column", a.*
      from pg_class, aclexplode(relacl) a where relkind in ('r', 'p', 'v', 'm') and a.grantee <> relowner
      union all
      select case relkind when 'v' then 'view:' else 'table:' end || attrelid::regclass, attname::text, a.*
      from pg_class join pg_attribute on attrelid = pg_class.oid, aclexplode(attacl) a
      union all
      select 'function:' || oid::regproc, null, a.*
      from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
      where oid >= 16384 and a.grantee <> proowner
      union all
      select 'namespace:' || nspname, null, a.* from pg_namespace, aclexplode(nspacl) a
      where a.grantee <> nspowner
    ) acl left join pg_roles on pg_roles.oid = grantee
    group by 1, 2, 3`);
  const { rows: owners } = await database.query<{ object: string; owner: string }>(`
    select case relkind when 'v' then 'view:' else 'table:' end || oid::regclass as object,
      relowner::regrole::text as owner
    from pg_class where relkind in ('r', 'p', 'v') and relowner::regrole::text <> 'postgres'
    union all
    select 'function:' || oid::regproc, proowner::regrole::text from pg_proc
    where oid >= 16384 and proowner::regrole::text <> 'postgres'`);
  const { rows: found } = await database.query<{
    name: string;
    options: string;
    groups: string[];
  }>(`
    select rolname as name, array(select roleid::regrole::text from pg_auth_members m
        where m.member = r.oid) as groups,
      concat_ws(' ', case when rolbypassrls then 'BYPASSRLS' end,
        case when not rolinherit then 'NOINHERIT' end) as options
    from pg_roles r where rolname = any('{dono,leitor,equipe,livre,membro,surdo}')`);
  const nameOf = (id: ItemId): string => id.replace(":public.", ":");
  const items = [...graph.items.values()].map((item) => {
    const grants = rights
      .filter(({ object }) => object === nameOf(item.id))
      .map(({ role, privileges, column }): Grant => ({
        role,
        privileges,
        ...(column !== null && { columns: [column] }),
      }));
    const owner = owners.find(({ object }) => object === nameOf(item.id))?.owner;
    return { ...item, attributes: { ...item.attributes, grants, ...(owner && { owner }) } } as Item;
  });
  const made = found.map(({ name, options, groups }): Item<"role"> => ({
    kind: "role",
    id: `role:${name}`,
    title: name,
    location: { file: "migrations/0001.sql" },
    attributes: { options: options.split(" "), memberOf: groups },
  }));
  return { ...graph, items: new Map([...items, ...made].map((item) => [item.id, item])) };
}

/** What a role can do, tried: nothing, with no rows, with some, with all. */
type Tried = "refused" | "none" | "some" | "all";

const trials: Readonly<Record<Operation, (table: string) => string>> = {
  select: (table) => `select id from ${table}`,
  insert: (table) => `insert into ${table} (id) values (1) returning null`,
  update: (table) => `update ${table} set id = 1`,
  delete: (table) => `delete from ${table}`,
};

/** Tries statements as a role and takes each back; it says how many rows they reach, or why not. */
const trying = `
  create function tried(sql text) returns text language plpgsql as $$
  declare reached int;
  begin
    execute sql;
    get diagnostics reached = row_count;
    raise exception using message = 'reached ' || reached;
  exception when others then return sqlerrm;
  end $$;`;

async function attempts(role: string, statements: readonly string[]): Promise<readonly Tried[]> {
  await database.exec(`begin; set local role ${role}`);
  const { rows } = await database.query<{ said: string }>(
    "select tried(sql) as said from unnest($1::text[]) with ordinality as t (sql, at) order by at",
    [statements],
  );
  await database.exec("rollback");
  return rows.map(({ said }, at) => {
    const reached = /^reached (\d+)$/.exec(said)?.[1];
    if (reached === undefined) return said.includes("row-level security") ? "none" : "refused";
    if (reached === "0") return "none";
    return reached === "2" || statements[at]?.startsWith("insert") === true ? "all" : "some";
  });
}

const expected = ({ privilege, rows }: Access): Tried => (privilege === "given" ? rows : "refused");

/** What is said beside what is tried; what is not known is not said. */
async function compare(graph: Graph, relations: readonly Reachable[]) {
  const differing: string[] = [];
  const count = { compared: 0, unknown: 0 };
  for (const role of accessRoles(graph)) {
    const asked = relations.flatMap((relation) => {
      const access = effectiveAccess(graph, relation, role);
      return operations.map((operation) => ({ relation, operation, access: access[operation] }));
    });
    const told = asked.filter(({ access }) => access.privilege !== "unknown");
    const tried = await attempts(
      role.name,
      told.map(({ relation, operation }) => trials[operation](relation.title)),
    );
    count.compared += told.length;
    count.unknown += asked.length - told.length;
    told.forEach(({ relation, operation, access }, at) => {
      const said = expected(access);
      // The one row that is tried may be one that the policies let through.
      if (said === tried[at] || (said === "some" && operation === "insert")) return;
      differing.push(`${role.name} ${operation} ${relation.title}: ${said}, not ${tried[at]}`);
    });
  }
  return { ...count, differing };
}

test("who reaches what is what PostgreSQL answers", async () => {
  const graph = await withRights((await replay(migration)).graph);
  const { compared, unknown, differing } = await compare(graph, itemsOf(graph, "table"));
  expect(differing).toEqual([]);
  expect(compared).toBe(6 * (tables.length + 2 * partitioned.length + 1) * 4);
  expect(unknown).toBe(0);
}, 120_000);

test("a view reaches what its owner does, or who asks, and lets through what it can", async () => {
  const graph = await withRights((await replay(migration)).graph);
  const { compared, unknown, differing } = await compare(graph, [
    ...itemsOf(graph, "view"),
    ...itemsOf(graph, "materialized-view"),
  ]);
  expect(differing).toEqual([]);
  expect(compared + unknown).toBe(6 * (viewed.length * 6 + 4) * 4);
  // Columns that a view reads are not known, nor whether a superuser runs the migrations.
  expect(unknown).toBeLessThan(compared / 3);
}, 120_000);

test("who may call a function is what PostgreSQL answers", async () => {
  const graph = await withRights((await replay(migration)).graph);
  const called = itemsOf(graph, "function").filter(
    ({ attributes: { returns } }) => returns === "integer",
  );
  expect(called).toHaveLength(5);
  for (const role of accessRoles(graph)) {
    const tried = await attempts(
      role.name,
      called.map(({ title }) => `select ${title}`),
    );
    const said = called.map((routine) => mayExecute(graph, routine, role) === "given");
    expect([role.name, ...said]).toEqual([role.name, ...tried.map((each) => each !== "refused")]);
  }
}, 60_000);
