-- O que o painel e a busca leem sem percorrer as partições.
-- Reexecutável: não

create materialized view public.mv_catalogo_geometrias_stats as
select
  camada.codigo as camada,
  camada.tipo,
  extract(year from geometria.data_referencia)::integer as ano,
  count(*) as geometrias,
  count(distinct geometria.catalogo_id) as objetos,
  sum(geometria.area_ha) as area_total_ha,
  max(geometria.precisao_m) as pior_precisao_m,
  st_setsrid(st_extent(geometria.geom)::geometry, 4674) as limites
from public.catalogo_geometrias as geometria
join public.catalogo
  on catalogo.id = geometria.catalogo_id
  and catalogo.data_referencia = geometria.data_referencia
join public.camada on camada.id = catalogo.camada_id
group by camada.codigo, camada.tipo, extract(year from geometria.data_referencia);

comment on materialized view public.mv_catalogo_geometrias_stats is
  'Quantidades, área e limites por camada e ano, para o painel. Atualizada de hora em hora por '
  '[[OPT2]].';

create unique index mv_catalogo_geometrias_stats_chave
  on public.mv_catalogo_geometrias_stats (camada, ano);

comment on index public.mv_catalogo_geometrias_stats_chave is
  'Permite `refresh materialized view concurrently`, que não bloqueia leituras.';

create materialized view public.mv_catalogo_search_indexed as
select
  catalogo.id,
  catalogo.data_referencia,
  catalogo.busca,
  st_envelope(st_collect(geometria.geom)) as limites,
  st_collect(geometria.geom) as geom
from public.catalogo
join public.catalogo_geometrias as geometria
  on geometria.catalogo_id = catalogo.id
  and geometria.data_referencia = catalogo.data_referencia
where catalogo.visibilidade = 'publica'
group by catalogo.id, catalogo.data_referencia, catalogo.busca;

comment on materialized view public.mv_catalogo_search_indexed is
  'Os objetos públicos prontos para a busca: texto e forma juntos. Só contém o que todos podem ler. '
  'Atualizada de hora em hora por [[OPT2]].';

create unique index mv_catalogo_search_indexed_chave
  on public.mv_catalogo_search_indexed (id, data_referencia);
create index mv_catalogo_search_indexed_busca_idx
  on public.mv_catalogo_search_indexed using gin (busca);
create index mv_catalogo_search_indexed_geom_idx
  on public.mv_catalogo_search_indexed using gist (geom);

comment on index public.mv_catalogo_search_indexed_chave is
  'Permite `refresh materialized view concurrently`, que não bloqueia leituras.';
comment on index public.mv_catalogo_search_indexed_busca_idx is 'Busca textual pública.';
comment on index public.mv_catalogo_search_indexed_geom_idx is 'Busca espacial pública.';

-- Com trigramas, também pedaços do título são encontrados depressa.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index if not exists catalogo_titulo_trgm_idx
      on public.catalogo using gin (titulo gin_trgm_ops);
  end if;
end
$$;
