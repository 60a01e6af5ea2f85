import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

interface Answer {
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file?: string;
  }[];
}

/** A table and an index on it, released; then another index, and a migration that nobody committed. */
function project() {
  const { folder, git, commit } = gitRepository();
  commit("chore: começo", {
    "rastro.config.yaml": "sources: { sql: [db/migrations], git: [.] }\n",
    "db/migrations/1/up.sql": "create table a (id bigint primary key, b text, c text);\n",
  });
  commit("feat: índice", { "db/migrations/2/up.sql": "create index a_b on a (b);\n" });
  git("tag", "v1.0.0");
  const last = commit("feat: outro índice", {
    "db/migrations/1/up.sql": "create table a (id bigint primary key, b text, c text );\n",
    "db/migrations/3/up.sql": "create index a_c on a (c);\n",
  });
  return { folder, last };
}

const page = (folder: string, path: string): string =>
  readFileSync(join(folder, "out/md/schema", path), "utf8");

test("a migration and what it makes know the commit that brought it", () => {
  const { folder, last } = project();
  expect(rastro(folder, ["gen", "--lang", "en"])).toMatchObject({ code: 0 });
  const short = last.slice(0, 12);
  expect(page(folder, "migrations/3.up.md")).toContain(
    `Trazida por: [feat: outro índice](../../changelog/releases/unreleased.md#commit-${short}) (4 jan 2026)`,
  );
  const [, made] = /Criado por .*`db\/migrations\/1\/up\.sql:1`, \[(\w{12})\]/.exec(
    page(folder, "tables/public.a.md"),
  )!;
  // Not the commit that changed the file later.
  expect(made).not.toBe(short);
});

test("what a released migration did when it was applied is a note, and what is to come a warning", () => {
  const { folder } = project();
  const { stdout } = rastro(folder, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as Answer;
  const found = findings.filter(({ code }) => code === "evaluate/schema-index-not-concurrent");
  expect(found.map(({ file, severity }) => [file, severity])).toEqual([
    ["db/migrations/2/up.sql", "info"],
    ["db/migrations/3/up.sql", "warning"],
  ]);
});
