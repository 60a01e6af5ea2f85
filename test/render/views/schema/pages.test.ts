import { describe, expect, test } from "vitest";
import { anchorsIn, linksIn } from "../../../support/markdown-links.ts";
import { replay } from "../../../support/migrations.ts";
import { pagesOf } from "../../../support/pages.ts";

const migrations = {
  "0001_base.sql": `
-- As camadas do mapa.
create table camada (id int primary key, nome text not null);
create type cor as enum ('azul', 'verde');
create table objeto (
  id int, dia date not null,
  camada_id int references camada, -- A camada do objeto.
  tom cor default 'azul',
  primary key (id, dia)
) partition by range (dia);
create table objeto_2026 partition of objeto for values from ('2026-01-01') to ('2027-01-01');
create table objeto_resto partition of objeto default;
create index objeto_camada_idx on objeto (camada_id) where tom = 'azul';
alter table objeto enable row level security;
create policy leitura on objeto for select to anon using (tom = 'azul');`,
  "0002_visoes.sql": `
create extension pg_cron;
create materialized view resumo as select camada_id, count(*) from objeto group by 1;
create unique index resumo_chave on resumo (camada_id);
create function renovar(p_tudo boolean default true) returns void language plpgsql as $$
begin refresh materialized view concurrently resumo; end $$;
create function marcar() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger objeto_marcar before update on objeto for each row execute function marcar();
select cron.schedule('de-hora-em-hora', '0 * * * *', 'select renovar()');
create policy fora on storage.objects for select using (true);
insert into camada values (1, 'a');`,
};

/** What was said, without advice on how the schema could be better. */
const defects = (codes: readonly string[]) =>
  codes.filter((code) => !code.includes(" evaluate/schema-"));

const render = async (files: Parameters<typeof replay>[0], language?: "en") =>
  pagesOf((await replay(files)).facts, language);

describe("the overview", () => {
  test("lists what there is, with partitions folded under their table", async () => {
    const { pages, codes } = await render(migrations);
    expect(defects(codes)).toEqual([]);
    const page = pages["schema/index.md"]!;
    expect(page).toContain("| [public.objeto](tables/public.objeto.md) | 4 | 2 | ligada |  |");
    expect(page).toContain(
      "| [public.camada](tables/public.camada.md) | 2 |  | desligada | As camadas do mapa. |",
    );
    expect(page).not.toContain("objeto_2026");
    expect(page).toContain("`0 * * * *` | [public.renovar(boolean)](functions/public.renovar.md)");
    expect(page).toContain("fora → `storage.objects`, SELECT (public): `USING (true)`");
  });

  test("says how much of the migrations is understood", async () => {
    const { pages } = await render(migrations);
    expect(pages["schema/index.md"]).toContain(
      "| [0002_visoes](migrations/0002_visoes.md) | 9 | 9/9 | `migrations/0002_visoes.sql` |",
    );
    expect(pages["schema/migrations/0002_visoes.md"]).toContain(
      "9 comandos: 8 modelados, 1 deixado de lado, 0 não compreendidos",
    );
  });

  test("is not there without migrations", () => {
    expect(Object.keys(pagesOf([]).pages).filter((path) => path.startsWith("schema/"))).toEqual([]);
  });
});

describe("the page of a table", () => {
  test("shows columns, keys, policies and partitions with the line that made each", async () => {
    const { pages } = await render(migrations);
    const page = pages["schema/tables/public.objeto.md"]!;
    expect(page).toContain("Segurança de linha: **ligada**");
    expect(page).toContain("Dividida por `RANGE (dia)`");
    expect(page).toContain(
      '| <a id="column-camada_id"></a>`camada_id` | `integer` | sim |  | A camada do objeto. → [public.camada.id](public.camada.md#column-id) |',
    );
    expect(page).toContain("[cor](../types/public.cor.md) | sim | `'azul'` |");
    expect(page).toContain("`btree (camada_id)` `WHERE tom = 'azul'` |  | [0001_base:13](");
    expect(page).toContain("`leitura` | SELECT | anon | `USING (tom = 'azul')` |");
    expect(page).toContain(
      "BEFORE UPDATE, para cada linha | [public.marcar()](../functions/public.marcar.md)",
    );
    expect(page).toContain("`FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`");
    expect(page.indexOf("objeto_2026")).toBeLessThan(page.indexOf("objeto_resto"));
    expect(page).toContain("- Alterado por [0001_base]");
    expect(page.trimEnd().endsWith("Fonte: `migrations/0001_base.sql:5`")).toBe(true);
  });

  test("says who refers to it", async () => {
    const { pages } = await render(migrations);
    expect(pages["schema/tables/public.camada.md"]).toContain(
      "- [public.objeto](public.objeto.md) ([objeto_camada_id_fkey](public.objeto.md#constraint-objeto_camada_id_fkey))",
    );
  });

  test("warns of policies without effect, and of security without policies", async () => {
    const { pages } = await render(`
      create table a (); create policy p on a using (true);
      create table b (); alter table b enable row level security;`);
    expect(pages["schema/tables/public.a.md"]).toContain(
      "**desligada** (as políticas não têm efeito)",
    );
    expect(pages["schema/tables/public.b.md"]).toContain("(sem políticas, só o dono lê e grava)");
  });
});

test("the page of a materialized view shows what refreshes it, and the job behind", async () => {
  const { pages } = await render(migrations, "en");
  const page = pages["schema/views/public.resumo.md"]!;
  expect(page).toContain("Materialized view · ");
  expect(page).toContain(
    "- [public.renovar(boolean)](../functions/public.renovar.md) ← [de-hora-em-hora](../index.md#cron-job-de-hora-em-hora)",
  );
  expect(page).toContain("unique `btree (camada_id)`");
  expect(page).toContain("```sql\nselect camada_id, count(*) from objeto group by 1\n```");
});

test("the page of a function shows its signature, rights, body and callers", async () => {
  const { pages } = await render(migrations, "en");
  const page = pages["schema/functions/public.renovar.md"]!;
  expect(page).toContain("```sql\npublic.renovar(p_tudo boolean default true)\nreturns void\n```");
  expect(page).toContain("- Volatility: volatile");
  expect(page).toContain("## Called by\n\n- [de-hora-em-hora](");
  expect(page).toContain("## Refreshes\n\n- [public.resumo](../views/public.resumo.md)");
});

test("every link leads to a page and an anchor that are there, in both languages", async () => {
  const strange = ["A", "á b", "x|y", "<b>", "a`b", "[c](d)", "e#f", "../g", 'h"i', "j\nk"];
  const hostile = strange
    .map((name) => `"${name.replaceAll('"', '""')}"`)
    .map(
      (name) => `
        create schema ${name};
        create table ${name}.${name} (${name} int primary key) partition by list (${name});
        create table ${name}.${name.slice(0, -1)} parte" partition of ${name}.${name} default;
        create policy ${name} on ${name}.${name} using (true);
        create view ${name}.${name.slice(0, -1)} visao" as select * from ${name}.${name};
        create type ${name}.${name} as enum (${name.replaceAll('"', "'")});
        create function ${name}.${name}(${name} ${name}.${name}) returns int language sql as 'select 1';
        select cron.schedule(${name.replaceAll('"', "'")}, '* * * * *', 'select 1');`,
    )
    .join("\n");
  const { facts } = await replay({ ...migrations, "0003 [hostil](x) #1.sql": hostile });
  for (const language of ["pt-BR", "en"] as const) {
    const { pages, codes } = pagesOf(facts, language);
    expect(defects(codes)).toEqual([]);
    const anchors = new Map(Object.entries(pages).map(([path, text]) => [path, anchorsIn(text)]));
    const broken = Object.entries(pages).flatMap(([path, text]) =>
      linksIn(text, path).filter(({ page, anchor }) => {
        const there = anchors.get(page);
        return there === undefined || (anchor !== undefined && !there.has(anchor));
      }),
    );
    expect(broken).toEqual([]);
  }
});

describe("a diagram of many tables", () => {
  const referring = "a b c d e f g h i j k".split(" ").map((letter) => `t${letter}`);
  const sql = [
    "create table a (id int primary key); create table b (id int primary key, a int references a);",
    "create table c (id int primary key, b int references b);",
    ...referring.map(
      (name) =>
        `create table ${name} (a int references a, b int references b, c int references c);`,
    ),
  ].join("\n");

  test("draws the few that all others refer to, and lists the others beside them", async () => {
    const { pages } = await render(sql, "en");
    const page = pages["schema/namespaces/public.md"]!;
    const drawn = page.slice(page.indexOf("```mermaid"), page.indexOf("Many tables refer"));
    expect(drawn).not.toContain('["ta"]');
    expect(drawn.match(/ : /g)).toHaveLength(2);
    const from = referring.map((name) => `[${name}](../tables/public.${name}.md)`).join(", ");
    for (const hub of ["a", "b", "c"]) {
      expect(page).toContain(`- [${hub}](../tables/public.${hub}.md) ← ${from}`);
    }
  });

  test("draws every line where they can be followed", async () => {
    const { pages } = await render(sql.split("\n").slice(0, 8).join("\n"), "en");
    expect(pages["schema/namespaces/public.md"]).not.toContain("Many tables refer");
    expect(pages["schema/namespaces/public.md"]).toContain('["ta"]');
  });
});

describe("who reaches what", () => {
  test("is told per table, and for all tables with a word for what is not known", async () => {
    const { pages, codes } = await render(migrations, "en");
    expect(defects(codes)).toEqual([]);
    expect(pages["schema/tables/public.objeto.md"]).toContain(
      "| `authenticated` | no rows | no rows | no rows | no rows |",
    );
    expect(pages["schema/access.md"]).toContain("- `anon`: no migration creates it");
    expect(pages["schema/access.md"]).toContain(
      "| [public.camada](tables/public.camada.md) | S? I? U? D? |",
    );
  });

  test("is not told where no role is named", async () => {
    const { pages } = await render("create table a ();");
    expect(pages["schema/access.md"]).toBeUndefined();
    expect(pages["schema/tables/public.a.md"]).not.toContain("## Acesso");
  });

  test("shows partitions that let through more, views by whom they read for, and functions that act for their owner", async () => {
    const { pages } = await render(
      `create role leitor;
      create table pedido (id int, dono text) partition by list (id);
      alter table pedido enable row level security;
      create policy meus on pedido using (dono = current_user);
      create table pedido_1 partition of pedido for values in (1);
      create table pedido_2 partition of pedido for values in (2);
      alter table pedido_2 enable row level security;
      grant select on all tables in schema public to leitor;
      create view todos as select id from pedido;
      create view meus with (security_invoker) as select * from pedido;
      grant select, insert on todos, meus to leitor;
      create function fechar(p int) returns void language sql security definer
        set search_path = public as 'delete from pedido where id = p';
      revoke execute on function fechar from public;`,
      "en",
    );
    const page = pages["schema/access.md"]!;
    expect(page).toContain("| [public.pedido](tables/public.pedido.md) | (S) |");
    expect(page).toMatch(/pedido_1\) \(partition that lets through more .*\) \| S \|/);
    expect(page).not.toContain("pedido_2");
    expect(page).toContain(
      "(views/public.todos.md) (for its owner, who runs the migrations) | S I |",
    );
    expect(page).toContain("(views/public.meus.md) (for whoever asks) | (S) |");
    expect(page).toMatch(/public\.fechar.* \|  \| — \| \[public\.pedido\]/);
    expect(pages["schema/views/public.todos.md"]).toContain(
      "| `leitor` | all rows | all rows | no | no |",
    );
  });
});

test("the page of a schema draws its tables, and says what is left out and undescribed", async () => {
  const { pages } = await render(migrations, "en");
  const page = pages["schema/namespaces/public.md"]!;
  expect(page).toContain("```mermaid\nerDiagram\n");
  expect(page).toContain('t1 }o--o| t0 : "objeto_camada_id_fkey"');
  expect(page).not.toContain("objeto_2026");
  expect(page).toMatch(/Described: \d+ % \(\d+\/\d+\)/);
});

test("all migrations are listed in order, with what each makes, changes and takes away", async () => {
  const { pages, codes } = await render(
    {
      "0001.sql": "create table a (id int, b int); create table c ();",
      "0002.sql": "alter table a add column d int; alter table a drop column b; drop table c;",
    },
    "en",
  );
  expect(defects(codes)).toEqual([]);
  const page = pages["schema/migrations.md"]!;
  expect(page).toContain("| 1 | [0001](migrations/0001.md) | 1 |");
  expect(page).toMatch(/\| 2 \| \[0002\]\(migrations\/0002.md\) \| 1 \| 1 \| 2 \|/);
  expect(page).toContain("```mermaid\nxychart-beta\n");
});

describe("the bounds of partitions", () => {
  const parts = (...bounds: readonly string[]) =>
    bounds.map((bound, index) => `create table p${index} partition of t ${bound};`).join("\n");
  const notesOf = async (...bounds: readonly string[]) => {
    const text = `create table t (d date) partition by range (d); ${parts(...bounds)}`;
    const page = (await render(text, "en")).pages["schema/tables/public.t.md"]!;
    const from = page.indexOf("## Partitions");
    return page.slice(from, page.indexOf("| Partition", from)).split("\n\n").slice(1, -1);
  };
  const year = (from: number, to = from + 1) =>
    `for values from ('${from}-01-01') to ('${to}-01-01')`;

  test("without gaps or overlaps are told in one sentence, whatever their order", async () => {
    expect(await notesOf(year(2026), year(2024), year(2025))).toEqual([
      "From '2024-01-01' to '2027-01-01' without gaps or overlaps.",
    ]);
  });

  test("name what has no partition, or falls to the default", async () => {
    expect(await notesOf(year(2024), year(2026))).toEqual([
      "Gap: rows from '2025-01-01' to '2026-01-01' have no partition.",
    ]);
    expect(await notesOf(year(2024), year(2026), "default")).toEqual([
      "Rows from '2025-01-01' to '2026-01-01' go to the default partition public.p2.",
    ]);
  });

  test("that meet twice are named", async () => {
    expect(await notesOf(year(2024, 2026), year(2025))).toEqual([
      "public.p0 and public.p1 overlap.",
    ]);
  });

  test("that nobody can order are left alone", async () => {
    expect(
      await notesOf("for values from ('a') to ('b')", "for values from ('x') to ('y')"),
    ).toEqual([]);
  });
});

test("the history of a table tells what each statement set anew, columns included", async () => {
  const { pages } = await render({
    "0001.sql": "create table a (id int, nome text);",
    "0002.sql": "alter table a alter column id type bigint;\nalter table a rename nome to titulo;",
  });
  expect(pages["schema/tables/public.a.md"]).toMatch(
    /Alterado por \[0002\]\([^)]*\) \(`migrations\/0002.sql:1`\):.*id.type `integer` → `bigint`/,
  );
});
