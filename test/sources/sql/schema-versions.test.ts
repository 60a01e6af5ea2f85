import { readSchema, schemaReader } from "#sources/sql/schema-versions.ts";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../../support/folder.ts";

test("versions that are read one after the other are those that are read afresh", async () => {
  const folder = temporaryFolder();
  const request = { root: folder, entries: [{ path: "m", foreign: false }] };
  const read = schemaReader();
  const steps: readonly Readonly<Record<string, string>>[] = [
    { "m/1.sql": "create table a (id int primary key, b text); comment on table a is 'A';" },
    { "m/3.sql": "alter table a add c int not null default 1; create index on a (c);" },
    { "m/4.sql": "alter table a rename to z; drop index a_c_idx; grant select on z to public;" },
    // Between what was applied, and in place of it.
    { "m/2.sql": "alter table a drop column b;" },
    { "m/4.sql": "drop table a;" },
    { "m/5.sql": "create temporary table t (x int); create view v as select 1 as one;" },
    {
      "m/6.sql": "select nothing from; create type mood as enum ('ok');",
      "m/5.sql": "\\ir parts/p.psql",
    },
    { "m/parts/p.psql": "create table p (id int);" },
    { "m/parts/p.psql": "create table q (id int);" },
  ];
  const versions = [];
  for (const files of steps) {
    writeFiles(folder, files);
    const version = await read(request);
    expect(version).toEqual((await readSchema(request)).value);
    versions.push({ version, then: JSON.stringify(version) });
  }
  rmSync(join(folder, "m/6.sql"));
  expect(await read(request)).toEqual((await readSchema(request)).value);
  for (const { version, then } of versions) expect(JSON.stringify(version)).toBe(then);
  expect(new Set(versions.map(({ then }) => then)).size).toBe(steps.length);
});
