import { describe, expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

const base = `
  create materialized view mv as select 1 as x;
  create function renovar() returns void language sql as 'refresh materialized view mv';`;

describe("a job", () => {
  test("is made by a call, and leads to what it runs and refreshes", async () => {
    const { item, targets } = await replay(`${base}
      select cron.schedule('toda-hora', '0 * * * *', $$ select public.renovar() $$);
      select cron.schedule('direto', '5 * * * *', 'refresh materialized view concurrently mv');`);
    expect(item("cron-job", "toda-hora")).toMatchObject({
      location: { line: 4, column: 7 },
      attributes: { schedule: "0 * * * *", command: " select public.renovar() " },
    });
    expect(targets("cron-job:toda-hora", "runs")).toEqual(["function:public.renovar"]);
    expect(targets("cron-job:direto", "refreshes")).toEqual(["materialized-view:public.mv"]);
    expect(targets("function:public.renovar", "refreshes")).toEqual([
      "materialized-view:public.mv",
    ]);
  });

  test("is found in a DO block, with the line of the call", async () => {
    const { item, said } = await replay(`${base}
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
    perform cron.schedule('à-noite', '0 3 * * *', 'vacuum');
  end if;
end
$$;`);
    expect(said).toEqual(["info sources/sql-extension-guard migrations/0001.sql:4:1"]);
    expect(item("cron-job", "à-noite")?.location).toEqual({
      file: "migrations/0001.sql",
      line: 8,
      column: 13,
    });
    expect(item("extension", "pg_cron")?.location.line).toBe(7);
  });

  test("without a name is known by its place", async () => {
    const { names } = await replay("select cron.schedule('0 3 * * *', 'vacuum');");
    expect(names("cron-job")).toEqual(["migrations/0001:1"]);
  });

  test("is replaced by a second call, and ended by its name or a query for it", async () => {
    const { names, item } = await replay({
      "1.sql": `
        select cron.schedule('a', '1 * * * *', 'vacuum');
        select cron.schedule(job_name => 'b', schedule => '1 * * * *', command => 'vacuum');
        select cron.schedule('c', '1 * * * *', 'vacuum');
        select cron.schedule('d', '1 * * * *', 'vacuum');`,
      "2.sql": `
        select cron.schedule('a', '2 * * * *', 'vacuum');
        select cron.unschedule('b');
        select cron.unschedule(jobid) from cron.job where jobname in ('c', 'd') and active;`,
    });
    expect(names("cron-job")).toEqual(["a"]);
    expect(item("cron-job", "a")?.attributes.schedule).toBe("2 * * * *");
  });

  test("whose name is computed is said not to be known", async () => {
    const { names, said } = await replay(
      "select cron.schedule(concat('a', 1), '1 * * * *', 'vacuum');",
    );
    expect(names("cron-job")).toEqual([]);
    expect(said).toEqual(["info sources/sql-dynamic migrations/0001.sql:1:1"]);
  });
});
