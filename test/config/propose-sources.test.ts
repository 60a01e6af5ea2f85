import { loadSettings } from "#config/index.ts";
import { proposeSources } from "#config/propose-sources.ts";
import { toFinding } from "#diagnostics/index.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

test.each([
  [
    ["openapi.yaml", "supabase/migrations/1_a.sql", "docs/a.md"],
    "sources: {openapi: [openapi.yaml], sql: [supabase/migrations], pages: [docs]}",
  ],
  [
    ["prisma/migrations/1_a/migration.sql", "prisma/migrations/2_b/migration.sql"],
    "sources: {sql: [prisma/migrations]}",
  ],
  [
    ["db/migrations/mysql/1.sql", "db/migrations/postgres/1.sql"],
    "sources: {sql: [db/migrations/postgres]}",
  ],
  [
    ["README.md", "packages/a/src/index.ts", "packages/b/src/index.ts"],
    "sources: {typescript: [packages/a/src/index.ts, packages/b/src/index.ts], pages: ['*.md']}",
  ],
  [["api: v2/openapi.json"], "sources: {openapi: ['api: v2/openapi.json']}"],
  [["node_modules/x/openapi.json", "tests/openapi.json", "a/b/c/d/e/openapi.json"], ""],
])("for %j it proposes %j", (paths, proposal) => {
  const folder = temporaryFolder(Object.fromEntries(paths.map((path) => [path, ""])));
  expect(proposeSources(folder)).toBe(proposal);
});

test("without settings the hint is settings that load", () => {
  const folder = temporaryFolder({ "api: v2/openapi.json": "{}", "docs/a.md": "# A\n" });
  mkdirSync(join(folder, ".git/objects"), { recursive: true });
  const [problem] = loadSettings(join(folder, "rastro.config.yaml")).diagnostics;
  const [, written = ""] = /could say `(.*)`$/.exec(toFinding(problem!, "en").hint ?? "")!;
  const settled = temporaryFolder({ "rastro.config.yaml": written });
  const { value, diagnostics } = loadSettings(join(settled, "rastro.config.yaml"));
  expect(diagnostics).toEqual([]);
  expect(value?.projects[0]?.sources.openapi[0]?.path).toBe("api: v2/openapi.json");
  expect(value?.projects[0]?.sources.pages.map(({ path }) => path)).toEqual(["docs"]);
});
