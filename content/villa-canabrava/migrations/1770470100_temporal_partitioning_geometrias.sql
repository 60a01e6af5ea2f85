-- As geometrias do catálogo, divididas por ano da data de referência.
-- Reexecutável: não

create table public.catalogo_geometrias (
  id uuid not null default gen_random_uuid(),
  data_referencia date not null,
  catalogo_id uuid not null,
  geom geometry(Geometry, 4674) not null,
  area_ha numeric(12, 4) generated always as (
    (st_area(geom::geography) / 10000)::numeric(12, 4)
  ) stored,
  precisao_m numeric(8, 3),
  fonte text not null,
  criado_em timestamptz not null default now(),
  primary key (id, data_referencia),
  constraint catalogo_geometrias_objeto
    foreign key (catalogo_id, data_referencia)
    references public.catalogo (id, data_referencia)
    on update cascade
    on delete cascade,
  constraint catalogo_geometrias_valida check (st_isvalid(geom)),
  constraint catalogo_geometrias_nao_vazia check (not st_isempty(geom)),
  constraint catalogo_geometrias_precisao_positiva check (precisao_m > 0)
) partition by range (data_referencia);

comment on table public.catalogo_geometrias is
  'A forma de cada objeto de [[table:public.catalogo]] em cada data, em SIRGAS 2000 (EPSG:4674). '
  'Uma partição por ano: consultas de um período leem só os anos de que precisam. Base de [[OPT1]].';
comment on column public.catalogo_geometrias.id is 'Identificador da geometria.';
comment on column public.catalogo_geometrias.data_referencia is
  'A mesma data do objeto; decide a partição.';
comment on column public.catalogo_geometrias.catalogo_id is 'O objeto a que a forma pertence.';
comment on column public.catalogo_geometrias.geom is
  'Ponto, linha ou polígono válido e não vazio, em SIRGAS 2000 (EPSG:4674).';
comment on column public.catalogo_geometrias.area_ha is
  'Área sobre o elipsoide, em hectares; zero para pontos e linhas.';
comment on column public.catalogo_geometrias.precisao_m is
  'Erro horizontal estimado do levantamento, em metros.';
comment on column public.catalogo_geometrias.fonte is 'Levantamento ou arquivo de origem.';
comment on column public.catalogo_geometrias.criado_em is 'Quando a geometria foi gravada.';

create table public.catalogo_geometrias_2026 partition of public.catalogo_geometrias
  for values from ('2026-01-01') to ('2027-01-01');
create table public.catalogo_geometrias_2027 partition of public.catalogo_geometrias
  for values from ('2027-01-01') to ('2028-01-01');
create table public.catalogo_geometrias_2028 partition of public.catalogo_geometrias
  for values from ('2028-01-01') to ('2029-01-01');

comment on table public.catalogo_geometrias_2026 is 'Geometrias com data de referência em 2026.';
comment on table public.catalogo_geometrias_2027 is 'Geometrias com data de referência em 2027.';
comment on table public.catalogo_geometrias_2028 is 'Geometrias com data de referência em 2028.';

create index catalogo_geometrias_geom_idx on public.catalogo_geometrias using gist (geom);
create index catalogo_geometrias_objeto_idx
  on public.catalogo_geometrias (catalogo_id, data_referencia);

comment on index public.catalogo_geometrias_geom_idx is
  'Busca espacial: `ST_Intersects`, `ST_Contains` e `ST_DWithin` em cada partição.';
comment on index public.catalogo_geometrias_objeto_idx is
  'As formas de um objeto; também serve à chave estrangeira.';
