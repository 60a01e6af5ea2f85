-- O catálogo do gêmeo digital: camadas e objetos da fazenda.
-- Reexecutável: não

create type public.tipo_objeto as enum (
  'talhao',
  'edificacao',
  'estrada',
  'corpo_hidrico',
  'vegetacao',
  'cerca',
  'sensor',
  'ponto_de_interesse'
);

comment on type public.tipo_objeto is 'O que um objeto da fazenda é, no mundo.';

create type public.visibilidade_objeto as enum ('publica', 'interna', 'restrita');

comment on type public.visibilidade_objeto is
  'Quem pode ler: todos, quem está autenticado, ou só o serviço.';

create table public.camada (
  id smallint generated always as identity primary key,
  codigo text not null unique,
  nome text not null,
  tipo public.tipo_objeto not null,
  descricao text,
  ordem smallint not null default 0,
  constraint camada_codigo_bem_formado check (codigo ~ '^[a-z][a-z0-9_]{1,39}$'),
  constraint camada_nome_preenchido check (btrim(nome) <> '')
);

comment on table public.camada is 'As camadas do mapa; cada objeto do catálogo pertence a uma.';
comment on column public.camada.id is 'Identificador interno.';
comment on column public.camada.codigo is
  'Nome curto e estável, usado pela API: letras minúsculas, dígitos e sublinhado.';
comment on column public.camada.nome is 'Nome para pessoas.';
comment on column public.camada.tipo is 'O tipo dos objetos da camada.';
comment on column public.camada.descricao is 'O que a camada mostra e de onde vem.';
comment on column public.camada.ordem is 'Posição na legenda; a menor fica no topo.';

insert into public.camada (codigo, nome, tipo, ordem) values
  ('talhoes', 'Talhões', 'talhao', 10),
  ('edificacoes', 'Edificações', 'edificacao', 20),
  ('estradas', 'Estradas e carreadores', 'estrada', 30),
  ('hidrografia', 'Hidrografia', 'corpo_hidrico', 40),
  ('vegetacao', 'Vegetação nativa', 'vegetacao', 50),
  ('cercas', 'Cercas', 'cerca', 60),
  ('sensores', 'Sensores', 'sensor', 70),
  ('pontos', 'Pontos de interesse', 'ponto_de_interesse', 80);

create table public.catalogo (
  id uuid not null default gen_random_uuid(),
  data_referencia date not null,
  camada_id smallint not null references public.camada (id),
  codigo text not null,
  titulo text not null,
  descricao text,
  visibilidade public.visibilidade_objeto not null default 'interna',
  atributos jsonb not null default '{}',
  origem text not null,
  busca tsvector generated always as (
    setweight(to_tsvector('portuguese', titulo), 'A')
      || setweight(to_tsvector('portuguese', coalesce(descricao, '')), 'B')
      || setweight(to_tsvector('simple', codigo), 'A')
  ) stored,
  criado_em timestamptz not null default now(),
  atualizado_em timestamptz not null default now(),
  primary key (id, data_referencia),
  constraint catalogo_codigo_unico unique (codigo, data_referencia),
  constraint catalogo_titulo_preenchido check (btrim(titulo) <> ''),
  constraint catalogo_titulo_curto check (length(titulo) <= 200),
  constraint catalogo_atributos_objeto check (jsonb_typeof(atributos) = 'object')
) partition by range (data_referencia);

comment on table public.catalogo is
  'Os objetos do gêmeo digital, um registro por objeto e data de referência. Dividida por ano, '
  'como [[table:public.catalogo_geometrias]], para que um ano inteiro possa ser arquivado.';
comment on column public.catalogo.id is 'Identificador do objeto; o mesmo em todas as datas.';
comment on column public.catalogo.data_referencia is
  'O dia a que o registro se refere; decide a partição.';
comment on column public.catalogo.camada_id is 'A camada a que o objeto pertence.';
comment on column public.catalogo.codigo is 'Código de campo, único em cada data: `TAL-014`.';
comment on column public.catalogo.titulo is 'Nome para pessoas, até 200 caracteres.';
comment on column public.catalogo.descricao is 'Texto livre, em português; entra na busca.';
comment on column public.catalogo.visibilidade is 'Quem pode ler o registro.';
comment on column public.catalogo.atributos is
  'O que é próprio de cada tipo (cultura do talhão, material da cerca), como objeto JSON.';
comment on column public.catalogo.origem is 'De onde o dado veio: levantamento, importação, sensor.';
comment on column public.catalogo.busca is
  'Vetor da busca textual: título e código pesam mais do que a descrição.';
comment on column public.catalogo.criado_em is 'Quando o registro foi criado.';
comment on column public.catalogo.atualizado_em is 'Quando o registro mudou pela última vez.';

create table public.catalogo_2026 partition of public.catalogo
  for values from ('2026-01-01') to ('2027-01-01');
create table public.catalogo_2027 partition of public.catalogo
  for values from ('2027-01-01') to ('2028-01-01');
create table public.catalogo_2028 partition of public.catalogo
  for values from ('2028-01-01') to ('2029-01-01');

comment on table public.catalogo_2026 is 'Objetos com data de referência em 2026.';
comment on table public.catalogo_2027 is 'Objetos com data de referência em 2027.';
comment on table public.catalogo_2028 is 'Objetos com data de referência em 2028.';

create index catalogo_camada_idx on public.catalogo (camada_id, data_referencia);
create index catalogo_busca_idx on public.catalogo using gin (busca);
create index catalogo_atributos_idx on public.catalogo using gin (atributos jsonb_path_ops);

comment on index public.catalogo_camada_idx is 'Listagem de uma camada num período.';
comment on index public.catalogo_busca_idx is 'Busca textual nos registros que não são públicos.';
comment on index public.catalogo_atributos_idx is 'Filtro por atributos próprios do tipo.';

create function public.marcar_atualizacao()
returns trigger
language plpgsql
as $$
begin
  new.atualizado_em := now();
  return new;
end
$$;

comment on function public.marcar_atualizacao() is
  'Anota em `atualizado_em` o momento da mudança, diga o cliente o que disser.';

create trigger catalogo_marcar_atualizacao
  before update on public.catalogo
  for each row
  execute function public.marcar_atualizacao();

comment on trigger catalogo_marcar_atualizacao on public.catalogo is
  'Toda mudança de um registro deixa o seu momento.';
