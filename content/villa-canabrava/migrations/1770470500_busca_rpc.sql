-- As funções que a API oferece em /rpc.
-- Reexecutável: sim

create or replace function public.buscar_catalogo(
  p_texto text default null,
  p_oeste double precision default null,
  p_sul double precision default null,
  p_leste double precision default null,
  p_norte double precision default null,
  p_camada text default null,
  p_de date default null,
  p_ate date default null,
  p_limite integer default 50,
  p_deslocamento integer default 0
)
returns table (
  id uuid,
  data_referencia date,
  camada text,
  codigo text,
  titulo text,
  descricao text,
  area_ha numeric,
  limites jsonb,
  relevancia real
)
language plpgsql
stable
set search_path = public, pg_temp
as $$
declare
  v_consulta tsquery := websearch_to_tsquery('portuguese', p_texto)
    || websearch_to_tsquery('simple', p_texto);
  v_area geometry;
begin
  if num_nonnulls(p_oeste, p_sul, p_leste, p_norte) not in (0, 4) then
    raise exception 'a área precisa de p_oeste, p_sul, p_leste e p_norte'
      using errcode = 'invalid_parameter_value';
  end if;
  if p_limite not between 1 and 500 or p_deslocamento < 0 then
    raise exception 'p_limite vai de 1 a 500 e p_deslocamento não é negativo'
      using errcode = 'invalid_parameter_value';
  end if;
  v_area := st_makeenvelope(p_oeste, p_sul, p_leste, p_norte, 4674);

  return query
  with encontrado as (
    -- O que é público vem pronto da visão, no máximo uma hora atrás.
    select pronto.id, pronto.data_referencia
    from mv_catalogo_search_indexed as pronto
    where (v_consulta is null or pronto.busca @@ v_consulta)
      and (v_area is null or st_intersects(pronto.geom, v_area))
    union all
    -- O que é reservado é lido das tabelas, sob as políticas de quem pergunta.
    select reservado.id, reservado.data_referencia
    from catalogo as reservado
    where reservado.visibilidade <> 'publica'
      and (v_consulta is null or reservado.busca @@ v_consulta)
      and (v_area is null or exists (
        select from catalogo_geometrias as geometria
        where geometria.catalogo_id = reservado.id
          and geometria.data_referencia = reservado.data_referencia
          and st_intersects(geometria.geom, v_area)
      ))
  )
  -- A junção com o catálogo aplica as políticas de novo: o que deixou de ser público não aparece.
  select
    objeto.id,
    objeto.data_referencia,
    camada.codigo,
    objeto.codigo,
    objeto.titulo,
    objeto.descricao,
    forma.area_ha,
    forma.limites,
    coalesce(ts_rank(objeto.busca, v_consulta), 0)::real
  from encontrado
  join catalogo as objeto
    on objeto.id = encontrado.id and objeto.data_referencia = encontrado.data_referencia
  join camada on camada.id = objeto.camada_id
  cross join lateral (
    select
      sum(geometria.area_ha) as area_ha,
      st_asgeojson(st_envelope(st_collect(geometria.geom)))::jsonb as limites
    from catalogo_geometrias as geometria
    where geometria.catalogo_id = objeto.id
      and geometria.data_referencia = objeto.data_referencia
  ) as forma
  where (p_camada is null or camada.codigo = p_camada)
    and (p_de is null or objeto.data_referencia >= p_de)
    and (p_ate is null or objeto.data_referencia <= p_ate)
  order by 9 desc, objeto.data_referencia desc, objeto.codigo
  limit p_limite offset p_deslocamento;
end
$$;

comment on function public.buscar_catalogo(
  text, double precision, double precision, double precision, double precision,
  text, date, date, integer, integer
) is
  'Busca objetos por texto, área e período, do mais relevante ao menos. Respeita as políticas de '
  '[[table:public.catalogo]]: cada um encontra só o que pode ler.';

create or replace function public.obter_limites(p_id uuid, p_data_referencia date)
returns jsonb
language sql
stable
set search_path = public, pg_temp
as $$
  select st_asgeojson(st_envelope(st_collect(geometria.geom)))::jsonb
  from catalogo_geometrias as geometria
  where geometria.catalogo_id = p_id
    and geometria.data_referencia = p_data_referencia
$$;

comment on function public.obter_limites(uuid, date) is
  'O retângulo que contém um objeto, como GeoJSON; nulo quando não há geometria que se possa ler. '
  'É o valor que o cache de [[OPT3]] guarda.';

create or replace function public.registrar_objeto(
  p_camada text,
  p_codigo text,
  p_titulo text,
  p_data_referencia date,
  p_geometria jsonb,
  p_origem text,
  p_descricao text default null,
  p_visibilidade public.visibilidade_objeto default 'interna',
  p_atributos jsonb default '{}'
)
returns uuid
language plpgsql
security definer
set search_path = public, pg_temp
as $$
declare
  v_id uuid;
  v_camada smallint := (select camada.id from camada where camada.codigo = p_camada);
begin
  if v_camada is null then
    raise exception 'a camada % não existe', p_camada using errcode = 'foreign_key_violation';
  end if;

  -- O primeiro objeto de um ano novo traz as partições do ano.
  insert into planejamento_particoes (ano)
  values (extract(year from p_data_referencia)::integer)
  on conflict (ano) do nothing;

  insert into catalogo (
    data_referencia, camada_id, codigo, titulo, descricao, visibilidade, atributos, origem
  )
  values (
    p_data_referencia, v_camada, p_codigo, p_titulo, p_descricao, p_visibilidade, p_atributos,
    p_origem
  )
  returning catalogo.id into v_id;

  insert into catalogo_geometrias (catalogo_id, data_referencia, geom, fonte)
  values (v_id, p_data_referencia, st_setsrid(st_geomfromgeojson(p_geometria), 4674), p_origem);

  return v_id;
end
$$;

comment on function public.registrar_objeto(
  text, text, text, date, jsonb, text, text, public.visibilidade_objeto, jsonb
) is
  'Grava um objeto e a sua geometria GeoJSON, criando antes as partições do ano quando ele é novo '
  '([[OPT1]]). Devolve o identificador do objeto. Só o serviço pode chamá-la.';

revoke execute on function public.registrar_objeto(
  text, text, text, date, jsonb, text, text, public.visibilidade_objeto, jsonb
) from public;
grant execute on function public.registrar_objeto(
  text, text, text, date, jsonb, text, text, public.visibilidade_objeto, jsonb
) to service_role;
