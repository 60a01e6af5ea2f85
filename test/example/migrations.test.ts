import SwaggerParser from "@apidevtools/swagger-parser";
import type { PGlite } from "@electric-sql/pglite";
import type { OpenAPIV3_1 } from "openapi-types";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate, readMigrations, startDatabase } from "../support/database.ts";
import { repository } from "../support/repository.ts";

type Row = Readonly<Record<string, unknown>>;

const migrations = readMigrations(join(repository, "content/villa-canabrava/migrations"));
let database: PGlite;

beforeAll(async () => {
  database = await startDatabase();
  for (const migration of migrations) await migrate(database, migration);
  await seed();
});

afterAll(() => database.close());

/** Rows of a query that runs as the owner of the database, or as one of the API's roles. */
async function rows(query: string, role?: string): Promise<readonly Row[]> {
  if (role === undefined) return (await database.query<Row>(query)).rows;
  return database.transaction(async (transaction) => {
    await transaction.exec(`set local role ${role}`);
    return (await transaction.query<Row>(query)).rows;
  });
}

const values = async (query: string, role?: string): Promise<readonly unknown[]> =>
  (await rows(query, role)).map((row) => Object.values(row)[0]);

const square = (west: number, south: number, side = 0.01) =>
  JSON.stringify({
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  });

const register = (code: string, title: string, rest: string) =>
  values(`select registrar_objeto('talhoes', '${code}', '${title}', ${rest})`, "service_role");

/** Three fields side by side in 2026, each with another visibility. */
async function seed(): Promise<void> {
  const at = (west: number) => `'2026-02-09', '${square(west, -17)}', 'levantamento'`;
  await register("TAL-001", "Talhão da Cana Brava", `${at(-46)}, 'Irrigação por pivô', 'publica'`);
  await register("TAL-002", "Talhão do Brejo", `${at(-45.9)}, 'Várzea drenada', 'interna'`);
  await register("TAL-003", "Talhão Experimental", `${at(-45.8)}, 'Ensaio', 'restrita'`);
  await rows("select refresh_all_materialized_views()");
}

describe("partitions", () => {
  test("2026 to 2035 have a partition of both tables, and the plan says that they are active", async () => {
    const years = Array.from({ length: 10 }, (_, index) => 2026 + index);
    const expected = ["catalogo", "catalogo_geometrias"].flatMap((table) =>
      years.map((year) => `${table}_${year}`),
    );
    expect(await values("select particao from saude_particoes order by tabela, particao")).toEqual(
      expected,
    );
    expect(
      await values("select ano from planejamento_particoes where situacao = 'ativa' order by ano"),
    ).toEqual(years);
  });

  test("a row lies in the partition of its year, and only there", async () => {
    await rows(`insert into catalogo (data_referencia, camada_id, codigo, titulo, origem)
      values ('2031-12-31', 1, 'LIM-1', 'Fim de ano', 'teste'),
             ('2032-01-01', 1, 'LIM-2', 'Ano novo', 'teste')`);
    expect(
      await rows(
        "select codigo, tableoid::regclass::text as onde from catalogo where codigo like 'LIM-%' order by 1",
      ),
    ).toEqual([
      { codigo: "LIM-1", onde: "catalogo_2031" },
      { codigo: "LIM-2", onde: "catalogo_2032" },
    ]);
  });

  test("a query of one year reads the partition of that year alone", async () => {
    const plan = await values(
      "explain select * from catalogo_geometrias where data_referencia between '2030-03-01' and '2030-03-31'",
    );
    expect([...new Set(plan.join("\n").match(/catalogo_geometrias_\d{4}/g))]).toEqual([
      "catalogo_geometrias_2030",
    ]);
  });

  test("the first object of a new year brings the partitions of that year", async () => {
    expect(await values("select to_regclass('public.catalogo_2041')")).toEqual([null]);
    await register("TAL-041", "Talhão futuro", `'2041-05-01', '${square(-46, -17)}', 'plano'`);
    expect(
      await values("select tableoid::regclass::text from catalogo where codigo = 'TAL-041'"),
    ).toEqual(["catalogo_2041"]);
  });

  test("creating coming partitions again creates nothing", async () => {
    expect(await values("select criar_particoes_futuras(2035)")).toEqual([0]);
  });

  test("a year without partitions refuses rows that do not come through the function", async () => {
    await expect(
      rows(`insert into catalogo (data_referencia, camada_id, codigo, titulo, origem)
        values ('2060-01-01', 1, 'X', 'X', 'teste')`),
    ).rejects.toThrow("no partition of relation");
  });
});

describe("cold storage", () => {
  test("an ended year leaves the active tables with its rows, its keys and BRIN indexes", async () => {
    await register("TAL-024", "Talhão antigo", `'2024-06-01', '${square(-46, -17)}', 'acervo'`);
    expect(await values("select arquivar_ano(2024)::text")).toEqual([
      "arquivo_frio.catalogo_2024",
      "arquivo_frio.catalogo_geometrias_2024",
    ]);
    expect(await values("select codigo from catalogo where codigo = 'TAL-024'")).toEqual([]);
    expect(await values("select codigo from arquivo_frio.catalogo_2024")).toEqual(["TAL-024"]);
    expect(
      await values(`select distinct metodo.amname from pg_index
        join pg_class on pg_class.oid = indexrelid join pg_am as metodo on metodo.oid = relam
        where indrelid::regclass::text like 'arquivo_frio.%' order by 1`),
    ).toEqual(["brin", "btree"]);
    expect(
      await values(`select confrelid::regclass::text from pg_constraint
        where conrelid = 'arquivo_frio.catalogo_geometrias_2024'::regclass and contype = 'f'`),
    ).toEqual(["arquivo_frio.catalogo_2024"]);
    expect(await values("select situacao from planejamento_particoes where ano = 2024")).toEqual([
      "arquivada",
    ]);
  });

  test("a year that has not ended stays, and so does one that is not there", async () => {
    await expect(rows("select arquivar_ano(2035)")).rejects.toThrow("ainda não terminou");
    await expect(rows("select arquivar_ano(2011)")).rejects.toThrow("não tem partições ativas");
  });

  test("the archive is for the service to read, for nobody to write", async () => {
    await register("TAL-023", "Talhão velho", `'2023-06-01', '${square(-46, -17)}', 'acervo'`);
    await rows("select arquivar_ano(2023)");
    const may = (role: string, right: string) =>
      values(`select has_table_privilege('${role}', 'arquivo_frio.catalogo_2023', '${right}')`);
    expect(await may("authenticated", "select")).toEqual([false]);
    expect(await may("service_role", "select")).toEqual([true]);
    expect(await may("service_role", "insert")).toEqual([false]);
  });
});

describe("search", () => {
  const search = (role: string, args: string) =>
    values(`select codigo from (select * from buscar_catalogo(${args})) as achado`, role);

  test("each role finds what it may read", async () => {
    const year = "p_de => '2026-01-01', p_ate => '2026-12-31'";
    expect(await search("anon", year)).toEqual(["TAL-001"]);
    expect(await search("authenticated", year)).toEqual(["TAL-001", "TAL-002"]);
    expect(await search("service_role", year)).toEqual(["TAL-001", "TAL-002", "TAL-003"]);
  });

  test("words are found by their Portuguese stem, codes as they are written", async () => {
    expect(await search("anon", "'irrigações'")).toEqual(["TAL-001"]);
    expect(await search("anon", "'TAL-001'")).toEqual(["TAL-001"]);
    expect(await search("anon", "'café'")).toEqual([]);
  });

  test("an area finds what touches it", async () => {
    const around = (west: number) =>
      `p_oeste => ${west}, p_sul => -17.1, p_leste => ${west + 0.05}, p_norte => -16.9`;
    expect(await search("authenticated", around(-46.01))).toContain("TAL-001");
    expect(await search("authenticated", around(-45.91))).toEqual(["TAL-002"]);
    expect(await search("authenticated", around(-40))).toEqual([]);
  });

  test("a result carries layer, area and bounds", async () => {
    const [found] = await rows("select * from buscar_catalogo('cana brava')", "anon");
    expect(found).toMatchObject({ camada: "talhoes", titulo: "Talhão da Cana Brava" });
    expect(Number(found!.area_ha)).toBeGreaterThan(100);
    expect(found!.limites).toMatchObject({ type: "Polygon" });
    expect(Number(found!.relevancia)).toBeGreaterThan(0);
  });

  test("half an area and a limit out of range are refused", async () => {
    await expect(search("anon", "p_oeste => -46")).rejects.toThrow("a área precisa de");
    await expect(search("anon", "p_limite => 501")).rejects.toThrow("de 1 a 500");
  });

  test("what is no longer public is not found, though the view still holds it", async () => {
    await register(
      "TAL-009",
      "Talhão Mutável",
      `'2027-01-05', '${square(-44, -17)}', 'x', '', 'publica'`,
    );
    await rows("select refresh_all_materialized_views()");
    expect(await search("anon", "'mutável'")).toEqual(["TAL-009"]);
    await rows("update catalogo set visibilidade = 'restrita' where codigo = 'TAL-009'");
    expect(await search("anon", "'mutável'")).toEqual([]);
  });
});

describe("materialized views", () => {
  test("a refresh takes in new rows and records how long each view took", async () => {
    const count =
      "select geometrias::int from mv_catalogo_geometrias_stats where camada = 'talhoes' and ano = 2029";
    await register("TAL-029", "Talhão de 2029", `'2029-01-01', '${square(-46, -17)}', 'plano'`);
    expect(await values(count)).toEqual([]);
    expect(await values("select refresh_all_materialized_views()")).toEqual([0]);
    expect(await values(count)).toEqual([1]);
    expect(
      await values(`select visao from atualizacao_visoes where erro is null and duracao_ms < 5000
        order by id desc limit 2`),
    ).toEqual(["public.mv_catalogo_search_indexed", "public.mv_catalogo_geometrias_stats"]);
  });

  test("a view that cannot be refreshed is recorded and does not stop the other", async () => {
    await rows("drop index mv_catalogo_geometrias_stats_chave");
    expect(await values("select refresh_all_materialized_views()")).toEqual([1]);
    const last = await rows("select visao, erro from atualizacao_visoes order by id desc limit 2");
    expect(last).toMatchObject([
      { visao: "public.mv_catalogo_search_indexed", erro: null },
      { visao: "public.mv_catalogo_geometrias_stats" },
    ]);
    expect(last[1]!.erro).toMatch(/concurrently/);
    await rows(
      "create unique index mv_catalogo_geometrias_stats_chave on mv_catalogo_geometrias_stats (camada, ano)",
    );
  });

  test("the jobs are scheduled", async () => {
    expect(await rows("select jobname, schedule from cron.job order by jobname")).toEqual([
      { jobname: "arquivar-anos-encerrados", schedule: "30 3 2 1 *" },
      { jobname: "criar-particoes-futuras", schedule: "0 3 1 * *" },
      { jobname: "refresh-mvs-hourly", schedule: "0 * * * *" },
    ]);
  });
});

describe("row-level security", () => {
  test("only the service writes", async () => {
    const write = "update catalogo set titulo = titulo";
    await expect(rows(write, "anon")).rejects.toThrow("permission denied");
    await expect(rows(write, "authenticated")).rejects.toThrow("permission denied");
    expect(
      await rows(`${write} where codigo = 'TAL-001' returning codigo`, "service_role"),
    ).toEqual([{ codigo: "TAL-001" }]);
    await expect(
      rows(`select registrar_objeto('talhoes', 'X', 'X', '2026-01-01', '{}', 'x')`, "anon"),
    ).rejects.toThrow("permission denied");
  });

  test("a shape is visible to whoever sees its object", async () => {
    const shapes = `select codigo from catalogo_geometrias
      join catalogo on catalogo.id = catalogo_id where codigo in ('TAL-001', 'TAL-002') order by 1`;
    expect(await values(shapes, "anon")).toEqual(["TAL-001"]);
    expect(await values(shapes, "authenticated")).toEqual(["TAL-001", "TAL-002"]);
    expect(await values("select count(*)::int from catalogo_geometrias", "anon")).toEqual([
      Number((await values("select count(*)::int from catalogo", "anon"))[0]),
    ]);
  });

  test("every table and every partition of the schema has it", async () => {
    expect(
      await values(`select relname from pg_class where relnamespace = 'public'::regnamespace
        and relkind in ('r', 'p') and not relrowsecurity and relname <> 'spatial_ref_sys'`),
    ).toEqual([]);
  });
});

describe("integrity", () => {
  test("shapes that cross themselves and objects without a title are refused", async () => {
    const bow = JSON.stringify({
      type: "Polygon",
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    });
    await expect(register("TAL-777", "Laço", `'2026-01-01', '${bow}', 'x'`)).rejects.toThrow(
      "catalogo_geometrias_valida",
    );
    await expect(register("TAL-778", " ", `'2026-01-01', '${square(0, 0)}', 'x'`)).rejects.toThrow(
      "catalogo_titulo_preenchido",
    );
  });

  test("a change leaves its moment, whatever the client says", async () => {
    const [changed] = await rows(`update catalogo
      set descricao = 'nova', atualizado_em = '2000-01-01' where codigo = 'TAL-001'
      returning atualizado_em > '2020-01-01' as recente`);
    expect(changed).toEqual({ recente: true });
  });

  test("everything that the migrations make is described", async () => {
    const undescribed = await values(`
      select relname::text from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and relname !~ '_20(29|3\\d|41)$'
        and obj_description(oid, 'pg_class') is null
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
      union all
      select attrelid::regclass::text || '.' || attname from pg_attribute
      join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition and attnum > 0 and not attisdropped
        and col_description(attrelid, attnum) is null
        and not exists (select from pg_depend where objid = attrelid and deptype = 'e')
      union all
      select proname::text from pg_proc
      where pronamespace = 'public'::regnamespace and obj_description(oid, 'pg_proc') is null
        and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`);
    expect(undescribed).toEqual([]);
  });
});

describe("the API document", () => {
  test("names functions with the arguments that they have", async () => {
    const described = await describedByApi();
    const functions = described.filter(({ path }) => path.startsWith("/rpc/"));
    expect(functions.length).toBeGreaterThan(3);
    for (const { path, sends } of functions) {
      const [names] = await values(`select coalesce(proargnames[:pronargs], '{}') from pg_proc
        where oid = (select oid from pg_proc where pronamespace = 'public'::regnamespace
          and proname = '${path.slice("/rpc/".length)}')`);
      expect([path, names]).toEqual([path, sends]);
    }
  });

  test("names relations with columns that they have", async () => {
    const relations = (await describedByApi()).filter(({ path }) => !path.startsWith("/rpc/"));
    expect(relations.length).toBeGreaterThan(4);
    for (const { path, returns } of relations) {
      const columns = await values(`select attname::text from pg_attribute
        where attrelid = 'public.${path.slice(1)}'::regclass and attnum > 0`);
      expect(columns, path).toEqual(expect.arrayContaining([...returns]));
    }
  });
});

interface Described {
  readonly path: string;
  readonly sends: readonly string[];
  readonly returns: readonly string[];
}

/** What the API document says of each path: the properties it sends and those of a row it returns. */
async function describedByApi(): Promise<readonly Described[]> {
  const file = join(repository, "content/villa-canabrava/openapi.yaml");
  const { paths } = (await SwaggerParser.dereference(file)) as OpenAPIV3_1.Document;
  const properties = (media: OpenAPIV3_1.MediaTypeObject | undefined) => {
    const schema = media?.schema as OpenAPIV3_1.SchemaObject | undefined;
    const row = (schema?.type === "array" ? schema.items : schema) as typeof schema;
    return Object.keys(row?.properties ?? {});
  };
  const json = (part: object | undefined) =>
    (part as { content?: Record<string, OpenAPIV3_1.MediaTypeObject> } | undefined)?.content?.[
      "application/json"
    ];
  return Object.entries(paths ?? {}).map(([path, item]) => {
    const operation = item?.post ?? item?.get;
    return {
      path,
      sends: properties(json(operation?.requestBody)),
      returns: properties(json(operation?.responses["200"])),
    };
  });
}

test("a migration that says so can be applied again", async () => {
  const repeatable = migrations.filter(({ text }) => text.includes("\n-- Reexecutável: sim\n"));
  expect(repeatable.length).toBeGreaterThan(3);
  for (const migration of repeatable) await migrate(database, migration);
});
