import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How large a schema is. */
export interface Size {
  readonly tables: number;
  /** Each of the first makes a table, each of the others changes one. */
  readonly migrations: number;
}

const schemas = ["vendas", "estoque", "campo", "public"] as const;

const nameOf = (table: number): string =>
  `${schemas[table % schemas.length] ?? "public"}.registro_${String(table)}`;

/** Lays a project whose migrations make a large schema, with a table that all others refer to. */
export function makeTables(project: string, { tables, migrations }: Size): void {
  mkdirSync(join(project, "migrations"), { recursive: true });
  writeFileSync(join(project, "rastro.config.yaml"), "sources:\n  sql:\n    - migrations\n");
  for (let at = 0; at < migrations; at++) {
    const name = `${String(20_240_000_000 + at)}_migracao_${String(at)}.sql`;
    const text = at < tables ? createTable(at) : changeTable((at * 13) % tables, at);
    writeFileSync(join(project, "migrations", name), at === 0 ? beginning + text : text);
  }
}

const beginning = `
CREATE SCHEMA vendas;
CREATE SCHEMA estoque;
CREATE SCHEMA campo;
CREATE ROLE leitor;
CREATE TABLE public.pessoas (id bigint PRIMARY KEY, nome text NOT NULL);
CREATE TABLE public.medidas (quando date NOT NULL, valor numeric) PARTITION BY RANGE (quando);
`;

const day = (number: number): string =>
  new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

const createTable = (table: number): string => `
-- Registros de campo, parte ${String(table)}.
CREATE TABLE ${nameOf(table)} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  codigo varchar(40) NOT NULL UNIQUE, -- como o produtor o escreve
  descricao text,
  quantidade numeric(12, 3) NOT NULL DEFAULT 0 CHECK (quantidade >= 0),
  situacao text NOT NULL DEFAULT 'aberta',
  valor numeric(12, 2),
  ${table === 0 ? "" : `anterior_id bigint REFERENCES ${nameOf((table * 7) % table)} (id) ON DELETE CASCADE,`}
  dono bigint REFERENCES public.pessoas (id),
  criado_em timestamptz NOT NULL DEFAULT now(),
  alterado_em timestamptz
);
CREATE INDEX ON ${nameOf(table)} (situacao);
ALTER TABLE ${nameOf(table)} ENABLE ROW LEVEL SECURITY;
CREATE POLICY leitura ON ${nameOf(table)} FOR SELECT TO leitor USING (situacao = 'aberta');
GRANT SELECT ON ${nameOf(table)} TO leitor;
CREATE TABLE public.medidas_${String(table)} PARTITION OF public.medidas
  FOR VALUES FROM ('${day(table)}') TO ('${day(table + 1)}');
`;

const changeTable = (table: number, at: number): string => `
ALTER TABLE ${nameOf(table)} ADD COLUMN nota_${String(at)} text DEFAULT '';
ALTER TABLE ${nameOf(table)} ALTER COLUMN valor SET DEFAULT ${String(at)};
ALTER TABLE ${nameOf(table)} RENAME COLUMN alterado_em TO mudado_em;
ALTER TABLE ${nameOf(table)} RENAME COLUMN mudado_em TO alterado_em;
${at % 3 === 0 ? `ALTER TABLE ${nameOf(table)} DROP COLUMN nota_${String(at)};` : ""}
`;
