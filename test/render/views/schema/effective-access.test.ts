import { PGlite } from "@electric-sql/pglite";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { Grant } from "#model/recorded.ts";
import {
  type Access,
  effectiveAccess,
  type Operation,
  operations,
} from "#render/views/schema/access/effective-access.ts";
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

const migration = [
  roles,
  ...tables.map(({ guard, grant, name }) =>
    [`create table TABLE (id int, b int);`, grants[grant], guards[guard]]
      .join("\n")
      .replaceAll("TABLE", name),
  ),
  "create schema fechado; create table fechado.t (id int, b int); grant all on fechado.t to public;",
].join("\n");

let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(migration);
  for (const { name } of tables) await database.exec(`insert into ${name} values (1, 1), (2, 2)`);
  await database.exec("insert into fechado.t values (1, 1), (2, 2)");
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
      select 'table:' || oid::regclass as object, null as "column", a.* from pg_class, aclexplode(relacl) a
      where relkind = 'r' and a.grantee <> relowner
      union all
      select 'table:' || attrelid::regclass, attname::text, a.* from pg_attribute, aclexplode(attacl) a
      union all
      select 'namespace:' || nspname, null, a.* from pg_namespace, aclexplode(nspacl) a
      where a.grantee <> nspowner
    ) acl left join pg_roles on pg_roles.oid = grantee
    group by 1, 2, 3`);
  const { rows: owners } = await database.query<{ object: string; owner: string }>(`
    select 'table:' || oid::regclass as object, relowner::regrole::text as owner
    from pg_class where relkind = 'r' and relowner::regrole::text <> 'postgres'`);
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

async function attempt(role: string, table: string, operation: Operation): Promise<Tried> {
  await database.exec(`begin; set local role ${role}`);
  try {
    const text = trials[operation](table).replace("", "");
    const { rows, affectedRows = 0 } = await database.query(text);
    const reached = operation === "select" ? rows.length : affectedRows;
    return operation === "insert" || reached === 2 ? "all" : reached === 0 ? "none" : "some";
  } catch (error) {
    const { message } = error as Error;
    return message.includes("row-level security") ? "none" : "refused";
  } finally {
    await database.exec("rollback");
  }
}

const expected = ({ privilege, rows }: Access): Tried => (privilege === "given" ? rows : "refused");

test("who reaches what is what PostgreSQL answers", async () => {
  const graph = await withRights((await replay(migration)).graph);
  const differing: string[] = [];
  let compared = 0;
  for (const role of accessRoles(graph)) {
    for (const table of itemsOf(graph, "table")) {
      const access = effectiveAccess(graph, table, role);
      for (const operation of operations) {
        const said = expected(access[operation]);
        const tried = await attempt(role.name, table.title, operation);
        compared += 1;
        // The one row that is tried may be one that the policies let through.
        const isSame = said === tried || (said === "some" && operation === "insert");
        if (!isSame)
          differing.push(`${role.name} ${operation} ${table.title}: ${said}, not ${tried}`);
      }
    }
  }
  expect(differing).toEqual([]);
  expect(compared).toBe(6 * (tables.length + 1) * 4);
}, 60_000);
