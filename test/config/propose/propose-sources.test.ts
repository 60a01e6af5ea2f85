import { loadSettings } from "#config/index.ts";
import { formatProposal, proposeSources } from "#config/propose/propose-sources.ts";
import { toFinding } from "#diagnostics/index.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

const api = 'openapi: 3.1.0\ninfo:\n  title: "T"\n';
const prisma = 'provider = "postgresql"\n';

test.each<readonly [Readonly<Record<string, string>>, string]>([
  [
    { "openapi.yaml": api, "supabase/migrations/1_a.sql": "", "docs/a.md": "" },
    "sources: {openapi: [openapi.yaml], sql: [supabase/migrations], pages: [docs]}",
  ],
  [
    {
      "packages/db/prisma/migrations/1_a/migration.sql": "",
      "packages/db/prisma/migrations/migration_lock.toml": prisma,
    },
    "sources: {sql: [packages/db/prisma/migrations]}",
  ],
  [
    {
      "prisma/migrations/1_a/migration.sql": "",
      "prisma/migrations/migration_lock.toml": 'provider = "mysql"\n',
    },
    "",
  ],
  [{ "migrations/0001_users/up.sql": "" }, "sources: {sql: [migrations]}"],
  [
    { "db/drizzle/0000_a.sql": "", "db/drizzle/meta/_journal.json": "{}" },
    "sources: {sql: [db/drizzle]}",
  ],
  [
    { "db/migrations/mysql/1.sql": "", "db/migrations/postgres/1.sql": "" },
    "sources: {sql: [db/migrations/postgres]}",
  ],
  [
    {
      "api/src/main/resources/a/db/migration/V1__a.sql": "",
      "jdbc/src/main/resources/migrations/h2/V1__a.sql": "",
      "a/b/c/d/e/f/migrations/1.sql": "",
    },
    "sources: {sql: [api/src/main/resources/a/db/migration]}",
  ],
  [{ "schema.sql": "", "clickhouse/migrations/1.sql": "" }, "sources: {sql: [schema.sql]}"],
  [
    { "docs/swagger/pets.json": '{\n  "swagger": "2.0"\n}' },
    "sources: {openapi: [docs/swagger/pets.json]}",
  ],
  [{ "openapi.yaml": api, "src/openapi.yaml": api }, "sources: {openapi: [openapi.yaml]}"],
  [
    { "docs/api.json": `{"paths": {}, ${" ".repeat(9000)}\n  "openapi": "3.0.3"\n}` },
    "sources: {openapi: [docs/api.json]}",
  ],
  [{ "api/package.json": '{"swagger": "2.0.1"}', "openapi.tsconfig.json": "{}" }, ""],
  [
    {
      "README.md": "",
      "packages/a/src/index.ts": "",
      "packages/a/package.json": '{"name": "a"}',
      "packages/b/src/index.ts": "",
      "packages/b/package.json": '{"private": true}',
    },
    "sources: {typescript: [packages/a/src/index.ts], pages: ['*.md']}",
  ],
  [{ "docs/index.rst": "", "website/docs/deep/a.md": "" }, "sources: {pages: [website/docs]}"],
  [
    { "api: v2/openapi.json": '{"openapi": "3.0.1"}' },
    "sources: {openapi: ['api: v2/openapi.json']}",
  ],
  [{ "node_modules/x/openapi.json": api, "tests/openapi.json": api }, ""],
])("for %j it proposes %j", (files, proposal) => {
  expect(formatProposal(proposeSources(temporaryFolder(files)))).toBe(proposal);
});

test("of several databases one is proposed, the one with the most migrations", () => {
  const folder = temporaryFolder({
    "a/migrations/1.sql": "",
    "b/migrations/1.sql": "",
    "b/migrations/2.sql": "",
  });
  expect(proposeSources(folder)).toEqual([
    { name: "sql", paths: ["b/migrations"], others: ["a/migrations"] },
  ]);
});

test("a folder inside a repository has its history", () => {
  const folder = temporaryFolder({ "packages/a/README.md": "# A\n" });
  mkdirSync(join(folder, ".git"));
  expect(formatProposal(proposeSources(join(folder, "packages/a")))).toBe(
    "sources: {git: [.], pages: ['*.md']}",
  );
});

test("without settings the hint is settings that load", () => {
  const folder = temporaryFolder({
    "api: v2/openapi.json": '{"openapi": "3.0.1"}',
    "docs/a.md": "# A\n",
  });
  mkdirSync(join(folder, ".git/objects"), { recursive: true });
  const [problem] = loadSettings(join(folder, "rastro.config.yaml")).diagnostics;
  const [, written = ""] = /is here: `(.*)`$/.exec(toFinding(problem!, "en").hint ?? "")!;
  const settled = temporaryFolder({ "rastro.config.yaml": written });
  const { value, diagnostics } = loadSettings(join(settled, "rastro.config.yaml"));
  expect(diagnostics).toEqual([]);
  expect(value?.projects[0]?.sources.openapi[0]?.path).toBe("api: v2/openapi.json");
  expect(value?.projects[0]?.sources.pages.map(({ path }) => path)).toEqual(["docs"]);
});
