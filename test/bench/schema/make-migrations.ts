import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** However many migrations there are, this is what they leave behind: a schema of one size. */
const tables = 40;

/** Writes migrations as a project grows them: each changes a few things of a schema. */
export function makeMigrations(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < count; at++) {
    const name = `${String(20_240_000_000 + at)}_migracao_${String(at)}.sql`;
    writeFileSync(join(folder, name), migration(at));
  }
}

function migration(at: number): string {
  const table = at % tables;
  return at < tables ? createTable(table) : changeTable(table, at);
}

const createTable = (table: number): string => `
-- Registros de campo, parte ${String(table)}.
CREATE TABLE registro_${String(table)} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  codigo varchar(40) NOT NULL UNIQUE,
  descricao text, -- como o produtor a escreve
  quantidade numeric(12, 3) NOT NULL DEFAULT 0 CHECK (quantidade >= 0),
  situacao text NOT NULL DEFAULT 'aberta' CHECK (situacao IN ('aberta', 'fechada')),
  ${table === 0 ? "" : `anterior_id bigint REFERENCES registro_${String(table - 1)} (id) ON DELETE CASCADE,`}
  criado_em timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX registro_${String(table)}_situacao_idx ON registro_${String(table)} (situacao) WHERE situacao = 'aberta';
ALTER TABLE registro_${String(table)} ENABLE ROW LEVEL SECURITY;
CREATE POLICY leitura ON registro_${String(table)} FOR SELECT USING (situacao = 'aberta' OR current_user = 'gestor');
COMMENT ON TABLE registro_${String(table)} IS 'Registros de campo.';
`;

function changeTable(table: number, at: number): string {
  const name = `registro_${String(table)}`;
  return `
ALTER TABLE ${name} ADD COLUMN nota_${String(at)} text DEFAULT '';
ALTER TABLE ${name} ALTER COLUMN quantidade SET DEFAULT ${String(at)};
ALTER TABLE ${name} DROP COLUMN nota_${String(at)};
CREATE OR REPLACE FUNCTION fechar_${String(table)}(p_codigo text, p_limite integer DEFAULT ${String(at)})
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_total integer := 0;
BEGIN
  -- Fecha o que passou do limite.
  UPDATE ${name} SET situacao = 'fechada' WHERE codigo = p_codigo AND quantidade > p_limite;
  GET DIAGNOSTICS v_total = ROW_COUNT;
  IF v_total = 0 THEN
    SELECT count(*) INTO v_total FROM ${name} WHERE situacao = 'fechada';
  END IF;
  RETURN v_total;
END;
$$;
CREATE OR REPLACE VIEW resumo_${String(table)} AS
SELECT situacao, count(*) AS registros, sum(quantidade) AS quantidade
FROM ${name} GROUP BY situacao;
INSERT INTO ${name} (codigo, quantidade) VALUES ('c${String(at)}', ${String(at)});
`;
}
