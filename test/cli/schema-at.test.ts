import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const project = () =>
  temporaryFolder({
    "rastro.config.yaml": "title: Guia\nlanguage: en\nsources:\n  sql: [sql]\n  pages: [guia.md]\n",
    "guia.md": "# Guia\n\nA coluna [[column:public.area.hectares]].\n",
    "sql/01_tabela.sql": "CREATE TABLE area (id int PRIMARY KEY);\n",
    "sql/02_coluna.sql": "ALTER TABLE area ADD hectares numeric;\n",
  });

describe("rastro gen schema --at", () => {
  test("shows the schema as it was, although other pages speak of today's", () => {
    const folder = project();
    const table = () => readFileSync(join(folder, "out/md/schema/tables/public.area.md"), "utf8");
    expect(rastro(folder, ["gen"]).code).toBe(0);
    expect(table()).toContain("hectares");
    expect(rastro(folder, ["gen", "schema", "--at", "01"]).code).toBe(0);
    expect(table()).not.toContain("hectares");
    expect(existsSync(join(folder, "out/md/schema/migrations/02_coluna.md"))).toBe(false);
    expect(readFileSync(join(folder, "out/md/pages/guia.md"), "utf8")).toContain("hectares");
  });

  test("a migration that is not there is an error, and nothing is written", () => {
    const folder = project();
    const { code, stdout } = rastro(folder, ["gen", "schema", "--at", "03", "--format", "json"]);
    expect(code).toBe(1);
    expect(stdout).toContain('"sources/sql-unknown-migration"');
    expect(existsSync(join(folder, "out/md"))).toBe(false);
  });

  test("other targets have no other day", () => {
    expect(rastro(project(), ["gen", "--at", "01"])).toMatchObject({ code: 2, stdout: "" });
  });
});
