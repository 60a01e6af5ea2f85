import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { describe, expect, test } from "vitest";
import { compareSchema } from "#evaluate/compare-schema/compare-schema.ts";
import { readDatabase } from "#sources/postgres/index.ts";
import { loadSameSql } from "#sources/sql/canonical/same-sql.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { replay } from "../../support/migrations.ts";
import { rastro } from "../../support/rastro.ts";
import { repository } from "../../support/repository.ts";

interface Answer {
  readonly schemas: readonly {
    readonly compared: number;
    readonly differing: number;
    readonly atRunTime: number;
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly file?: string;
    readonly line?: number;
    readonly message: string;
    readonly hint?: string;
  }[];
}

function verify(folder: string, environment: Readonly<Record<string, string>> = {}) {
  const words = ["verify", "schema", "--format", "json", "--lang", "en"];
  const { code, stdout, stderr } = rastro(folder, words, environment);
  expect(stderr).toBe("");
  return { code, ...(JSON.parse(stdout) as Answer) };
}

const project = (files: Readonly<Record<string, string>>): string =>
  temporaryFolder({ "rastro.config.yaml": "sources:\n  sql: [migrations]\n", ...files });

const takenOver = `
  create table p (id bigserial, d date not null, v int check (v > 0), w int check (w > v), "Ação" text, primary key (id, d), unique (v, d)) partition by range (d);
  create index on p (v);
  create index nome on p (lower("Ação"), d desc) where v > 1;
  create table p1 partition of p for values from ('2020-01-01') to ('2021-01-01');
  create table p2 partition of p for values from ('2021-01-01') to ('2022-01-01');
  create unique index if not exists p1_v_idx on p1 (v, d);
  create index p1_v_idx1 on p1 (v);
  alter table p detach partition p1;
  create table p3 (id bigint not null, d date not null, v int, w int, "Ação" text, constraint p3_k primary key (id, d), constraint p_v_check check (v > 0), constraint p_check check (w > v));
  create index p3_i on p3 (v);
  create index p3_j on p3 (w);
  alter table p attach partition p3 for values from ('2022-01-01') to ('2023-01-01');
  create table p4 (id bigint not null, d date not null, v int, w int, "Ação" text, constraint p4_k primary key (id, d), constraint p_v_check check (v > 0), constraint p_check check (w > v));
  create index p4_i on p4 (v);
  alter table p attach partition p4 for values from ('2023-01-01') to ('2024-01-01');
  alter table p detach partition p4;
  create table l (like p including all);
  create table l2 (like p including defaults including constraints);
  create table co (a text collate "C", b varchar collate pg_catalog."POSIX", c text, d text collate "C", e text collate "default");
  alter table co alter c type varchar(9) collate "C", alter d type varchar(9);
  create table co2 (like co);
  create table k (id int not null, "User" text not null, x int);
  create unique index k_u on k (id, "User");
  alter table k add constraint k_pk primary key using index k_u;
  create unique index k_v on k ("User");
  alter table k add unique using index k_v;
  create table r (id int, u text, foreign key (id, u) references k (id, "User") not valid);
  alter table r validate constraint r_id_u_fkey;
  alter table r alter constraint r_id_u_fkey deferrable initially deferred;
  create table pai (id serial primary key, t text default 'a' check (t <> ''));
  create table filho (x int) inherits (pai);`;

const renamed = `
  create type modo as enum ('a_b', 'c');
  create table fila (id serial primary key, publicado timestamptz, email text, nome text,
    modo modo default 'a_b', check ((publicado is null) = (email is null)),
    unique nulls not distinct (email, nome), maior text generated always as (upper(nome)) stored);
  create index fila_publicado on fila (publicado desc) include (nome) where publicado is not null;
  create unique index fila_email on fila (lower(email)) nulls not distinct;
  create index fila_nome on fila (lower(nome));
  alter table fila enable row level security;
  create policy p on fila using (publicado < now() and nome <> 'publicado');
  create function f() returns trigger language plpgsql as 'begin return new; end';
  create trigger t before update of publicado on fila for each row
    when (old.publicado is not null) execute function f();
  alter table fila rename publicado to "publicado em"; alter table fila rename nome to titulo;
  alter type modo rename value 'a_b' to 'AB'; alter table fila rename to lista;
  alter table lista drop column email;`;

const rights = `
  create role leitor; create role gestor noinherit createdb; create user ana in role leitor;
  grant gestor to ana; revoke leitor from ana;
  create schema app authorization gestor;
  create table app.antes (id int primary key, nome text, valor numeric(8,2));
  grant select, update on app.antes to leitor; grant select (nome) on app.antes to public;
  revoke update on app.antes from leitor; grant insert (id, nome) on app.antes to leitor;
  alter default privileges in schema app grant select, insert on tables to leitor;
  alter default privileges in schema app grant usage on sequences to leitor;
  alter default privileges revoke execute on functions from public;
  alter default privileges for role gestor grant select on tables to leitor;
  create table app.depois (id int, em date) with (fillfactor = 70);
  create sequence app.s;
  create function app.f(a int, b int) returns int language sql as 'select a + b';
  create aggregate app.soma(int) (sfunc = app.f, stype = int, initcond = '0');
  grant execute on function app.f(int, int) to leitor with grant option;
  grant all on all tables in schema app to gestor; revoke truncate on app.antes from gestor;
  revoke insert on app.depois from leitor;
  grant usage on schema app to leitor;
  alter table app.depois owner to gestor;
  create view app.v as select id, nome from app.antes where valor > 1 order by 1;
  create materialized view app.m as select * from app.antes natural join app.depois;
  create rule r as on insert to app.depois do instead nothing;
  create domain app.d as text;
  create function app.eq(text, text) returns bool language sql immutable as 'select $1 = $2';
  create operator app.=== (leftarg = text, rightarg = text, function = app.eq, commutator = operator(app.===));
  create function para(app.d) returns int language sql immutable as 'select 1';
  create type par as (a int);
  create function tocast(par) returns int language sql immutable as 'select 1';
  create cast (par as int) with function tocast(par);
  create collation coll (locale = 'C');
  create text search configuration tsc (copy = simple);
  create operator class oc for type int using btree as operator 1 <, function 1 btint4cmp(int,int);`;

const retyped = `
  create type "Nova" as enum ('a'); create schema tipos; create type tipos.cor as enum ('azul');
  create table pintura (id int, n "Nova", ns "Nova"[], c tipos.cor);
  create function usa(x "Nova") returns setof "Nova" language sql as 'select x';
  alter type "Nova" rename to "Velha"; alter type "Velha" set schema tipos;
  alter schema tipos rename to moldes; alter type moldes.cor set schema public;
  create type faixa as range (subtype = uuid);`;

/** Columns that something reads: what CASCADE takes along, and what it leaves. */
const cascaded = `
  create table membro (id int primary key, nome text, papel text);
  create table obra (id int primary key, a int, b int, c int, d int, e int,
    dobro int generated always as (a * 2) stored, check (b > 0), check (c > d), unique (b, c));
  create index obra_b on obra (c) where b > 1;
  alter table obra enable row level security;
  create policy de_a on obra using (a > 1);
  create policy de_b on obra for insert with check (b > 1);
  create policy de_c on obra using (exists (select from membro m where m.papel = 'x' and m.id = c));
  create policy de_nome on obra using (exists (select nome from membro where membro.id = obra.d));
  create policy mudada on obra using (a > 1); alter policy mudada on obra using (d > 1);
  create policy livre on obra using (true);
  create trigger ao_mudar_a before update of a on obra for each row execute function f();
  create trigger ao_mudar before update on obra for each row execute function f();
  create trigger quando before update on obra for each row
    when (old.b is distinct from new.b) execute function f();
  create view va as select a from obra; create view vva as select * from va;
  create view vd as select d from obra where e > 0; create view vn as select count(*) from membro;
  create rule r as on insert to obra where new.e > 100 do instead nothing;
  alter table obra drop column a cascade; alter table obra drop column b cascade;
  alter table membro drop column papel cascade; alter table obra drop column e cascade;`;

// Starting the embedded server takes seconds, and more beside other tests.
describe("rastro verify schema", { timeout: 180_000 }, () => {
  test("the example's migrations make what is documented", () => {
    const { code, schemas, findings } = verify(repository);
    expect(
      findings.filter(({ code: each }) => each !== "evaluate/schema-made-at-run-time"),
    ).toEqual([]);
    expect(schemas).toMatchObject([{ differing: 0 }]);
    expect(schemas[0]!.compared).toBeGreaterThan(100);
    expect(code).toBe(0);
  });

  test("what a platform brings along is there, and what a statement makes while it runs is listed", () => {
    const folder = project({
      "migrations/1.sql": `create table nota (id bigserial primary key, dono uuid references auth.users);
        alter table nota enable row level security;
        create policy p on nota to authenticated using (dono = auth.uid());
        select cron.schedule('limpar', '0 3 * * *', $$delete from nota$$);
        copy nota (id) from program 'touch /tmp/x';`,
      "migrations/2.sql": `create function criar() returns void language plpgsql as $$
        begin execute 'create table feita_' || 'agora (id int)';
          execute 'create table bre' || 've (id int)'; end $$;
        select criar(); create index breve_id on breve (id);
        do $$ begin execute 'drop table ' || 'breve'; end $$;`,
      "migrations/3.sql": `do $$ declare t text; begin
          foreach t in array array['nota'] loop
            execute format('alter table %I disable row level security', t);
          end loop; end $$;`,
    });
    const { code, schemas, findings } = verify(folder);
    expect(findings.map((each) => [each.code, each.file, each.line])).toEqual([
      ["evaluate/schema-made-at-run-time", "migrations/2.sql", 4],
      ["evaluate/schema-changed-at-run-time", "migrations/2.sql", 4],
      ["evaluate/schema-changed-at-run-time", "migrations/3.sql", 1],
    ]);
    expect(schemas).toMatchObject([{ differing: 0 }]);
    expect(code).toBe(0);
  });

  test("a statement that cannot be applied is reported with its place, and loses only itself", () => {
    const folder = project({
      "migrations/1.sql":
        "create table a (id int);\n\ninsert into\n  nada values (1);\ncreate table b (id int);",
      "migrations/2.sql":
        "begin;\ncreate table c (id int);\ncreate view v as select * from nada;\ncreate table d ();\ncommit;",
    });
    const { code, findings } = verify(folder);
    expect(findings.map((each) => [each.code, each.file, each.line])).toEqual([
      ["sources/migration-fails", "migrations/1.sql", 4],
      ["evaluate/schema-only-in-migrations", "migrations/2.sql", 3],
      ["sources/migration-fails", "migrations/2.sql", 3],
    ]);
    expect(code).toBe(1);
  });

  test("what is taken over, renamed, granted and dropped is documented as PostgreSQL has it", () => {
    const files = {
      "1.sql": takenOver,
      "2.sql": renamed,
      "3.sql": rights,
      "4.sql": retyped,
      "5.sql": cascaded,
    };
    const folder = project(
      Object.fromEntries(Object.entries(files).map(([name, sql]) => [`migrations/${name}`, sql])),
    );
    const { code, schemas, findings } = verify(folder);
    expect(findings).toEqual([]);
    expect(schemas).toMatchObject([{ differing: 0 }]);
    expect(schemas[0]!.compared).toBeGreaterThan(120);
    expect(code).toBe(0);
  });

  test("without the packages it says what to install", () => {
    const hook = `import { registerHooks } from "node:module";
      registerHooks({ resolve(name, context, next) {
        return next(name.startsWith("@electric-sql/") ? "@no/such-package" : name, context);
      } });`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(hook)}`;
    const { code, findings } = verify(project({ "migrations/1.sql": "create table a (id int);" }), {
      NODE_OPTIONS,
    });
    expect(findings).toMatchObject([
      {
        code: "sources/missing-package",
        hint: "run `npm install --save-dev @electric-sql/pglite@0.5.8 @electric-sql/pglite-postgis@0.2.8`",
      },
    ]);
    expect(code).toBe(2);
  });
});

describe("a database elsewhere", { timeout: 60_000 }, () => {
  test("is compared as it is, and only read", async () => {
    const migrations = `create schema app;
      create table app.t (id int primary key, preco numeric(10,2) default 0, apagada text);
      create view app.v as select id from app.t; create role leitor;
      grant select on app.t to leitor; grant update (preco) on app.t to leitor;
      create function app.f() returns int language sql as 'select 1';`;
    const database = await PGlite.create();
    // What a platform gives by itself, and to roles that are none of ours, is no difference.
    await database.exec(`create role anon; create role alheio;
      alter default privileges grant select, insert on tables to anon;
      alter default privileges grant select on tables to alheio;`);
    await database.exec(migrations);
    const server = new PGLiteSocketServer({ db: database, port: 0, host: "127.0.0.1" });
    await server.start();
    const url = `postgres://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`;
    const { graph } = await replay(migrations);
    const isSameSql = await loadSameSql();
    const compare = async () => {
      const { value = [], diagnostics } = await readDatabase(url, {
        schemas: new Set(["app"]),
        roles: new Set(["public", "leitor", "anon"]),
      });
      expect(diagnostics).toEqual([]);
      return compareSchema([...graph.items.values()], value, isSameSql);
    };
    const same = await compare();
    expect(same.diagnostics).toEqual([]);
    expect(same.value).toMatchObject({ compared: 8, differing: 0 });

    await database.exec(`alter table app.t alter preco set default 1, drop apagada;
      create index nova on app.t (preco); create table public.outra (id int);
      revoke select on app.t from leitor; grant delete on app.v to anon;`);
    const changed = await compare();
    expect(
      changed.diagnostics.map(({ code, args }) => [code, args["name"], args["attribute"]]),
    ).toEqual([
      ["evaluate/schema-only-in-migrations", "app.t.apagada", undefined],
      ["evaluate/schema-differs", "app.t.preco", "default"],
      ["evaluate/schema-only-in-database", "app.t.nova", undefined],
      ["evaluate/schema-differs", "app.t", "grants"],
      ["evaluate/schema-differs", "app.v", "grants"],
    ]);
    await server.stop();
    await database.close();
  });

  test("that does not answer is reported", async () => {
    const { value, diagnostics } = await readDatabase("postgres://127.0.0.1:1/x", {
      schemas: new Set(),
      roles: new Set(),
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["sources/database-unreachable"]);
  });
});
