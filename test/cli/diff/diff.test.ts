import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";
import { rastro } from "../../support/rastro.ts";

const files = {
  "rastro.config.yaml": "title: Guia\nlanguage: en\nsources:\n  sql: [sql]\n",
  "sql/01_tabela.sql": "CREATE TABLE area (id int PRIMARY KEY, nome text);\n",
  "sql/02_coluna.sql": "ALTER TABLE area ADD hectares numeric;\n",
  "sql/03_nome.sql": "ALTER TABLE area RENAME nome TO titulo;\nDROP TABLE IF EXISTS outra;\n",
};

const json = (folder: string, ...words: readonly string[]) => {
  const { code, stdout } = rastro(folder, ["diff", "schema", ...words, "--format", "json"]);
  return {
    code,
    ...(JSON.parse(stdout) as { changes: readonly { name: string; change: string }[] }),
  };
};

const namesOf = ({ changes }: ReturnType<typeof json>) =>
  changes.map(({ change, name }) => `${change} ${name}`);

describe("rastro diff schema", () => {
  test("compares the schema after two migrations, which their numbers name", () => {
    const folder = temporaryFolder(files);
    const run = rastro(folder, ["diff", "schema", "01", "03_nome"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("Schema: 01_tabela → 03_nome\n");
    expect(run.stdout).toContain("~ column public.area.nome → public.area.titulo (renamed)");
    expect(run.stdout).toContain("+ column public.area.hectares (added)");
    expect(run.stdout).toContain("1 breaking, 1 compatible, 0 unclassified");
  });

  test("--fail-on breaking ends with 1 only when something breaks", () => {
    const folder = temporaryFolder(files);
    const fails = (from: string, to: string) =>
      rastro(folder, ["diff", "schema", from, to, "--fail-on", "breaking"]).code;
    expect(fails("01", "02")).toBe(0);
    expect(fails("02", "03")).toBe(1);
  });

  test("Markdown is a table that a pull request can hold", () => {
    const folder = temporaryFolder(files);
    const { stdout } = rastro(folder, ["diff", "schema", "02", "03", "--format", "markdown"]);
    expect(stdout).toContain("# Schema: 02_coluna → 03_nome\n");
    expect(stdout).toContain("## Breaking\n\n| Object | Kind | Change | Before → after |");
    expect(rastro(folder, ["check", "--format", "markdown"]).code).toBe(2);
  });

  test("a revision of git is read as it was, without touching the work tree", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: a tabela", { ...files, "sql/03_nome.sql": "SELECT 1;\n" });
    git("tag", "v1");
    commit("feat: a coluna muda", { "sql/03_nome.sql": files["sql/03_nome.sql"] });
    expect(namesOf(json(folder, "v1", "rev:HEAD"))).toEqual(["renamed public.area.titulo"]);
    expect(namesOf(json(folder, "rev:v1", "02"))).toEqual([]);
  });

  test("folders and files are compared without settings, several as one history", () => {
    const folder = temporaryFolder({
      "a/dump.sql": "CREATE TABLE t (id int, n text);",
      "b/1.sql": "CREATE TABLE t (id int);",
      "b/2.sql": "ALTER TABLE t ADD n text; CREATE INDEX i ON t (n);",
    });
    expect(namesOf(json(folder, "path:a", "path:b"))).toEqual(["added public.t.i"]);
    expect(namesOf(json(folder, "path:a/dump.sql", "path:b/1.sql,b/2.sql"))).toEqual([
      "added public.t.i",
    ]);
    expect(namesOf(json(folder, `path:${join(folder, "b")}`, "path:a"))).toEqual([
      "removed public.t.i",
    ]);
  });

  test("a view that PostgreSQL printed again is only written in another way; a column less breaks", () => {
    const table = "CREATE TABLE t (id int, n text, em date);";
    const folder = temporaryFolder({
      "a.sql": `${table} CREATE VIEW v AS SELECT * FROM t WHERE n != 'x' ORDER BY id ASC;`,
      "b.sql": `${table} CREATE VIEW v AS SELECT t.id,\n    t.n,\n    t.em\n   FROM t\n  WHERE (t.n <> 'x'::text)\n  ORDER BY t.id;`,
      "c.sql": `${table} CREATE VIEW v AS SELECT id, n FROM t WHERE n != 'x' ORDER BY id;`,
    });
    const effects = (from: string, to: string) => {
      const { stdout } = rastro(folder, ["diff", "schema", from, to, "--format", "json"]);
      const { changes } = JSON.parse(stdout) as { changes: readonly { effect: string }[] };
      return changes.map(({ effect }) => effect);
    };
    expect(effects("path:a.sql", "path:b.sql")).toEqual(["spelling"]);
    expect(effects("path:a.sql", "path:c.sql")).toContain("breaking");
  });

  test.each([
    [["schema", "01"], "diff needs"],
    [["tables", "01", "02"], "diff needs"],
    [["schema", "0", "02"], "several migrations start with"],
    [["schema", "04_nada", "02"], "no migration and no revision"],
    [["schema", "rev:--output=x", "02"], "git knows no revision"],
    [["schema", "path:nada", "02"], "does not exist"],
  ])("%j is refused with a reason", (words, reason) => {
    const { code, stderr } = rastro(temporaryFolder(files), ["diff", ...words, "--lang", "en"]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(reason) as string,
    });
  });
});

const document = (version: string, type: string): string =>
  `openapi: 3.1.0
info: { title: Pets, version: "${version}" }
paths:
  /pets:
    get:
      parameters: [{ $ref: parts.yaml#/limit }]
      responses: { 200: { description: ok } }
    ${type === "integer" ? "post: { responses: { 201: { description: ok } } }" : ""}
`;
const part = (type: string): string =>
  `limit: { name: limit, in: query, schema: { type: ${type} } }\n`;

describe("rastro diff api", () => {
  const settings = "title: Guia\nlanguage: en\nsources:\n  openapi: [openapi.yaml]\n";
  const project = (type: string) => ({
    "rastro.config.yaml": settings,
    "openapi.yaml": document(type === "integer" ? "1.0" : "2.0", type),
    "parts.yaml": part(type),
  });

  test("compares two documents, each with the parts that lie beside it", () => {
    const folder = temporaryFolder({
      "a/openapi.yaml": document("1.0", "integer"),
      "a/parts.yaml": part("integer"),
      "b/openapi.yaml": document("2.0", "boolean"),
      "b/parts.yaml": part("boolean"),
    });
    const files = ["a/openapi.yaml", "path:b/openapi.yaml", "--lang", "en"];
    const run = rastro(folder, ["diff", "api", ...files]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("API: openapi.yaml (1.0) → openapi.yaml (2.0)\n\nBreaking:\n");
    expect(run.stdout).toContain(
      "GET /pets\n      query limit: has another type: integer → boolean  b/parts.yaml:1",
    );
    expect(run.stdout).toContain("POST /pets: operation removed  a/openapi.yaml:8");
    expect(run.stdout).toContain("2 breaking, 0 compatible, 0 unclassified");
    const markdown = rastro(folder, ["diff", "api", ...files, "--format", "markdown"]).stdout;
    expect(markdown).toContain("| Where | Place | Change | Before → after |");
    expect(markdown).toContain(
      "| GET /pets | query limit | has another type | integer → boolean |",
    );
  });

  test("compares two revisions of the project's document, and fails when asked to", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: the API", project("integer"));
    git("tag", "v1");
    commit("feat!: another type", project("boolean"));
    const run = (...words: readonly string[]) => rastro(folder, ["diff", "api", ...words]);
    expect(run("v1", "HEAD", "--fail-on", "breaking").code).toBe(1);
    expect(run("v1", "v1", "--fail-on", "breaking")).toMatchObject({ code: 0 });
    expect(run("v1", "v1").stdout).toContain(
      "Nothing changed in what the API accepts and returns.",
    );
    const json = JSON.parse(run("rev:v1", "openapi.yaml", "--format", "json").stdout) as {
      counts: object;
      changes: readonly object[];
      findings: readonly object[];
    };
    expect(json).toMatchObject({ counts: { breaking: 2 }, findings: [] });
    expect(json.changes).toContainEqual({
      rule: "type-changed",
      effect: "breaking",
      direction: "request",
      operation: "GET /pets",
      operationId: "operation:GET /pets",
      at: "query limit",
      before: "integer",
      after: "boolean",
      location: { file: "parts.yaml", line: 1, column: 34 },
    });
    expect(run("v1", "v9")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("`v9`") as string,
    });
  });

  test("what is no document is said, and needs no settings", () => {
    const folder = temporaryFolder({ "a.yaml": "a: 1\n", "b.yaml": document("1", "integer") });
    const run = rastro(folder, ["diff", "api", "a.yaml", "b.yaml", "--lang", "en"]);
    expect(run.stdout).toContain("sources/openapi-not-a-document");
    expect(rastro(folder, ["diff", "api", "v1", "v2", "--lang", "en"]).stderr).toContain(
      "no openapi source",
    );
  });
});

describe("rastro diff code", () => {
  test("compares the exported names of two revisions, and can refuse what breaks", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: a busca", {
      "rastro.config.yaml": "language: en\nsources: { typescript: [src] }\n",
      "src/a.ts": "export const a = 1;\nexport function f(x: string): void {}\n",
    });
    git("tag", "v1");
    commit("feat: mais", { "src/a.ts": "export function f(x: string, y?: 'a|b'): void {}\n" });
    const run = rastro(folder, ["diff", "code", "v1", "HEAD", "--fail-on", "breaking"]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(run.stdout).toBe(
      [
        "Code: v1 → HEAD\n",
        "Breaking:",
        "  - variable src/a.a (removed)\n",
        "Compatible:",
        "  ~ function src/a.f (changed)",
        "      f: (x: string): void → (x: string, y?: 'a|b'): void\n",
        "1 breaking, 1 compatible, 0 unclassified\n",
        "0 errors, 0 warnings, 0 notes (in --format json)\n",
      ].join("\n"),
    );
    const { stdout } = rastro(folder, ["diff", "code", "v1", "HEAD", "--format", "markdown"]);
    expect(stdout).toContain(
      "| src/a.f | function | changed | f: (x: string): void → (x: string, y?: 'a\\|b'): void |",
    );
    expect(rastro(folder, ["diff", "code", "HEAD", "HEAD"]).stdout).toContain("Nothing changed.");
    expect(rastro(folder, ["diff", "code", "v1", "v9"])).toMatchObject({ code: 2, stdout: "" });
  });

  test("knows the names of packages by which others import them, as each version has them", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: os pacotes", {
      "rastro.config.yaml":
        "language: en\nsources: { typescript: [{ path: ., packages: true }] }\n",
      "package.json": '{ "private": true, "workspaces": ["p/*"] }',
      "p/a/package.json": '{ "name": "@x/a", "main": "dist/index.js" }',
      "p/a/src/index.ts": `export * from "./b";\nexport * from "@x/c";\n`,
      "p/a/src/b.ts": "export const b = 1;\n",
      "p/c/package.json": '{ "name": "@x/c", "main": "dist/index.js" }',
      "p/c/src/index.ts": "export const c = 1;\n",
    });
    git("tag", "v1");
    commit("feat: mais", {
      "p/a/package.json":
        '{ "name": "@x/a", "exports": { ".": "./dist/index.js", "./d": "./dist/d.js" } }',
      "p/a/src/b.ts": "",
      "p/a/src/d.ts": "export const d = 1;\n",
    });
    const { stdout } = rastro(folder, ["diff", "code", "v1", "HEAD"]);
    expect(stdout).toContain("Breaking:\n  - variable @x/a.b (removed)\n");
    expect(stdout).toContain("Compatible:\n  + variable @x/a/d.d (added)\n");
    expect(stdout).toContain("1 breaking, 1 compatible, 0 unclassified\n");
  });
});
