CREATE SCHEMA campo;
CREATE SCHEMA painel;
CREATE TYPE campo.situacao AS ENUM ('aberta', 'fechada');
CREATE TABLE campo.talhao (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nome varchar(40) NOT NULL,
  apelido text,
  area numeric(10, 2) NOT NULL DEFAULT 0 CHECK (area >= 0)
);
CREATE TABLE campo.leitura (
  talhao_id bigint NOT NULL REFERENCES campo.talhao (id) ON DELETE CASCADE,
  medida_em date NOT NULL,
  valor double precision,
  PRIMARY KEY (talhao_id, medida_em)
) PARTITION BY RANGE (medida_em);
CREATE TABLE campo.leitura_2025 PARTITION OF campo.leitura FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE campo.leitura_2026 PARTITION OF campo.leitura FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE painel.nota (id serial PRIMARY KEY, texto text, velho text);
ALTER TABLE campo.talhao ADD COLUMN situacao campo.situacao NOT NULL DEFAULT 'aberta';
ALTER TABLE campo.talhao RENAME COLUMN nome TO titulo;
ALTER TABLE campo.talhao ALTER COLUMN titulo TYPE text;
ALTER TABLE campo.talhao DROP COLUMN apelido;
ALTER TABLE painel.nota DROP COLUMN velho;
ALTER TABLE painel.nota ADD COLUMN talhao_id bigint REFERENCES campo.talhao (id);
ALTER TABLE painel.nota RENAME TO anotacao;
CREATE INDEX talhao_titulo_idx ON campo.talhao (titulo);
CREATE VIEW painel.resumo AS SELECT t.titulo, count(*) AS leituras FROM campo.talhao t JOIN campo.leitura l ON l.talhao_id = t.id GROUP BY t.titulo;
CREATE FUNCTION campo.total(p_talhao bigint) RETURNS double precision LANGUAGE sql STABLE AS $$ SELECT sum(valor) FROM campo.leitura WHERE talhao_id = p_talhao $$;
CREATE FUNCTION campo.total(p_nome text) RETURNS double precision LANGUAGE sql STABLE AS $$ SELECT 1.0::double precision $$;
ALTER TABLE painel.anotacao ENABLE ROW LEVEL SECURITY;
CREATE POLICY leitura ON painel.anotacao FOR SELECT USING (true);
COMMENT ON TABLE campo.talhao IS 'Um pedaço da fazenda.';
