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
        begin execute 'create table feita_' || 'agora (id int)'; end $$;
        select criar();`,
    });
    const { code, schemas, findings } = verify(folder);
    expect(findings.map((each) => [each.code, each.file, each.line])).toEqual([
      ["evaluate/schema-made-at-run-time", "migrations/2.sql", 3],
    ]);
    expect(schemas).toMatchObject([{ differing: 0 }]);
    expect(code).toBe(0);
  });

  test("a migration that cannot be applied is reported with its place", () => {
    const folder = project({
      "migrations/1.sql":
        "create table a (id int);\n\ninsert into\n  nada values (1);\ncreate table b (id int);",
      "migrations/2.sql": "create table c (id int);",
    });
    const { code, findings } = verify(folder);
    expect(findings.map((each) => [each.code, each.file, each.line])).toEqual([
      ["sources/migration-fails", "migrations/1.sql", 4],
      ["evaluate/schema-only-in-migrations", "migrations/1.sql", 5],
      ["evaluate/schema-only-in-migrations", "migrations/1.sql", 5],
    ]);
    expect(code).toBe(1);
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
      create view app.v as select id from app.t;`;
    const database = await PGlite.create();
    await database.exec(migrations);
    const server = new PGLiteSocketServer({ db: database, port: 0, host: "127.0.0.1" });
    await server.start();
    const url = `postgres://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`;
    const { graph } = await replay(migrations);
    const isSameSql = await loadSameSql();
    const compare = async () => {
      const { value = [], diagnostics } = await readDatabase(url, new Set(["app"]));
      expect(diagnostics).toEqual([]);
      return compareSchema([...graph.items.values()], value, isSameSql);
    };
    const same = await compare();
    expect(same.diagnostics).toEqual([]);
    expect(same.value).toMatchObject({ compared: 7, differing: 0 });

    await database.exec(`alter table app.t alter preco set default 1, drop apagada;
      create index nova on app.t (preco); create table public.outra (id int);`);
    const changed = await compare();
    expect(
      changed.diagnostics.map(({ code, args }) => [code, args["name"], args["attribute"]]),
    ).toEqual([
      ["evaluate/schema-only-in-migrations", "app.t.apagada", undefined],
      ["evaluate/schema-differs", "app.t.preco", "default"],
      ["evaluate/schema-only-in-database", "app.t.nova", undefined],
    ]);
    await server.stop();
    await database.close();
  });

  test("that does not answer is reported", async () => {
    const { value, diagnostics } = await readDatabase("postgres://127.0.0.1:1/x", new Set());
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["sources/database-unreachable"]);
  });
});
