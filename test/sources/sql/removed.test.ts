import { expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

test("a migration knows what it removed and who had made it, without what went with its table", async () => {
  const { item } = await replay({
    "1.sql":
      "CREATE TABLE t (id int PRIMARY KEY, n text);\nCREATE TABLE u (id int);\nCREATE VIEW v AS SELECT id FROM u;\nCREATE TEMP TABLE x (id int);",
    "2.sql": "ALTER TABLE t DROP COLUMN n;\nDROP TABLE u CASCADE;",
  });
  expect(item("migration", "migrations/1")?.attributes.removed).toBeUndefined();
  const createdBy = "migration:migrations/1";
  expect(item("migration", "migrations/2")?.attributes.removed).toEqual([
    { kind: "column", name: "public.t.n", createdBy },
    { kind: "table", name: "public.u", createdBy },
    { kind: "view", name: "public.v", createdBy },
  ]);
});
