/**
 * Fills the partitions of the example with synthetic rows, in an embedded PostgreSQL with PostGIS,
 * and prints how long it takes to create a year's partitions, to refresh the views and to search.
 * Figures about this database on this machine, and about nothing else. Run: `npm run measure:example`.
 */
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { migrate, readMigrations, startDatabase } from "../support/database.ts";
import { repository } from "../support/repository.ts";

const rowsPerYear = 500;
const years = { from: 2026, until: 2035 };
const repetitions = 5;

const fill = (year: number): string => `
  with objetos as (
    insert into public.catalogo (data_referencia, camada_id, codigo, titulo, descricao, visibilidade, origem)
    select make_date(${year}, 1 + n % 12, 1 + n % 28), 1 + n % 8, format('SIN-%s-%s', ${year}, n),
      format('Talhão sintético %s', n), 'Objeto gerado para a medição', 'publica', 'sintético'
    from generate_series(1, ${rowsPerYear}) as n
    returning id, data_referencia, codigo
  )
  insert into public.catalogo_geometrias (data_referencia, catalogo_id, geom, fonte)
  select data_referencia, id,
    st_makeenvelope(x, y, x + 0.001, y + 0.001, 4674), 'sintético'
  from objetos, lateral (
    select -47 + (hashtext(codigo) & 1023) / 1024.0 as x, -22 + (hashtext(codigo) >> 10 & 1023) / 1024.0 as y
  ) as lugar;`;

/** Milliseconds, the median of several runs, so that one pause decides nothing. */
async function median(times: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await run(n);
    taken.push(performance.now() - start);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(times / 2)] ?? 0) * 1000) / 1000;
}

async function measureAll(database: PGlite) {
  for (const { name, text } of readMigrations(
    join(repository, "content/villa-canabrava/migrations"),
  ))
    await migrate(database, { name, text });
  for (let year = years.from; year <= years.until; year++) await database.exec(fill(year));
  await database.exec("analyze");
  await database.exec("refresh materialized view public.mv_catalogo_geometrias_stats");
  await database.exec("refresh materialized view public.mv_catalogo_search_indexed");
  const create = await median(repetitions, (n) =>
    database.query("select public.criar_particoes_do_ano($1)", [years.until + 1 + n]),
  );
  const refresh = await median(repetitions, () =>
    database.query("select public.refresh_all_materialized_views()"),
  );
  const search = await median(repetitions * 4, (n) =>
    database.query("select * from public.buscar_catalogo($1, -46.6, -21.6, -46.5, -21.5)", [
      `sintético ${n}`,
    ]),
  );
  const rows = await count(database, "select count(*)::int as n from public.catalogo_geometrias");
  const failures = await count(
    database,
    "select count(*)::int as n from public.atualizacao_visoes where erro is not null",
  );
  return { create, refresh, search, rows, failures };
}

async function count(database: PGlite, sql: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(sql);
  return rows[0]?.n ?? 0;
}

const database = await startDatabase();
const { create, refresh, search, rows, failures } = await measureAll(database);
if (failures > 0) throw new Error(`${failures} refreshes failed`);
const { rows: versions } = await database.query<{ server: string; postgis: string }>(
  "select current_setting('server_version') as server, postgis_lib_version() as postgis",
);
await database.close();

const ms = { unit: "ms" };
console.log(
  JSON.stringify({
    environment:
      `PGlite (PostgreSQL ${versions[0]?.server ?? "?"}) com PostGIS ${versions[0]?.postgis ?? "?"}, ` +
      `embutido, um processo, ${rows} linhas sintéticas em ${years.until - years.from + 1} anos`,
    metrics: [
      {
        metric: "embedded.rows",
        title: "Linhas sintéticas nas partições de geometrias",
        ...{ value: rows, unit: "linhas", subject: "OPT1" },
      },
      {
        metric: "embedded.partition.create",
        title: "Criar as duas partições de um ano: mediana de 5",
        ...{ value: create, ...ms, subject: "OPT1" },
      },
      {
        metric: "embedded.refresh",
        title: "Atualizar as duas visões materializadas: mediana de 5",
        ...{ value: refresh, ...ms, subject: "OPT2" },
      },
      {
        metric: "embedded.search",
        title: "Buscar por texto e área: mediana de 20",
        ...{ value: search, ...ms, subject: "OPT2" },
      },
    ],
  }),
);
