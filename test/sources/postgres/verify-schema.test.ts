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
import { cascaded, changedOften, renamed, retyped, rights, takenOver } from "./proven-sql.ts";

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
        create extension moddatetime schema extensions; create extension vector with schema extensions;
        create table trecho (id uuid primary key default uuid_generate_v4(), de vector(3),
          chave text default encode(gen_random_bytes(8), 'hex'));
        create index on trecho using hnsw (de vector_cosine_ops) with (m = 16);
        create trigger t before update on trecho for each row execute procedure moddatetime(chave);
        create policy o on storage.objects to authenticated
          using (owner_id = auth.uid()::text and storage.filename(name) <> '');
        alter default privileges in schema public revoke execute on functions from anon;
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
      "6.sql": changedOften,
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
