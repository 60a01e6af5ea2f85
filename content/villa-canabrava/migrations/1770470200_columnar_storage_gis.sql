-- Arquivo frio: anos encerrados saem das tabelas ativas e ficam só para leitura.
-- Reexecutável: sim

create or replace function public.arquivar_tabela(p_particao regclass, p_pai regclass)
returns regclass
language plpgsql
as $$
declare
  v_nome text := (select relname from pg_class where oid = p_particao);
  v_objeto text;
  v_arquivada regclass;
begin
  execute format('alter table %s detach partition %s', p_pai, p_particao);

  -- Chaves estrangeiras para as tabelas ativas impediriam de soltar a partição do catálogo.
  for v_objeto in
    select conname from pg_constraint
    where conrelid = p_particao and contype = 'f' and confrelid = 'public.catalogo'::regclass
  loop
    execute format('alter table %s drop constraint %I', p_particao, v_objeto);
  end loop;

  -- GiST e GIN custam espaço que um ano encerrado não paga; os índices das chaves ficam.
  for v_objeto in
    select indexrelid::regclass::text from pg_index as indice
    where indrelid = p_particao
      and not exists (select from pg_constraint where conindid = indice.indexrelid)
  loop
    execute format('drop index %s', v_objeto);
  end loop;

  execute format('alter table %s set schema arquivo_frio', p_particao);
  v_arquivada := format('arquivo_frio.%I', v_nome)::regclass;

  execute format(
    'create index %I on %s using brin (data_referencia)', v_nome || '_data_brin', v_arquivada
  );
  if exists (select from pg_attribute where attrelid = v_arquivada and attname = 'geom') then
    execute format(
      'create index %I on %s using brin (geom)', v_nome || '_geom_brin', v_arquivada
    );
  end if;

  -- Armazenamento em colunas, só onde o servidor tem um método de acesso para isso.
  if exists (select from pg_am where amname = 'columnar' and amtype = 't') then
    begin
      execute format('alter table %s set access method columnar', v_arquivada);
    exception when others then
      raise warning 'arquivo frio: % continua em linhas (%)', v_arquivada, sqlerrm;
    end;
  end if;

  execute format('revoke all on %s from anon, authenticated, service_role', v_arquivada);
  execute format('grant select on %s to service_role', v_arquivada);
  return v_arquivada;
end
$$;

comment on function public.arquivar_tabela(regclass, regclass) is
  'Solta uma partição e a leva ao esquema [[namespace:arquivo_frio]] com índices BRIN; em colunas '
  'onde há um método de acesso `columnar`. Passo interno de `arquivar_ano`.';

create or replace function public.arquivar_ano(p_ano integer)
returns setof regclass
language plpgsql
as $$
declare
  v_geometrias regclass := to_regclass(format('public.catalogo_geometrias_%s', p_ano));
  v_catalogo regclass := to_regclass(format('public.catalogo_%s', p_ano));
begin
  if p_ano >= extract(year from current_date) then
    raise exception 'o ano % ainda não terminou', p_ano
      using errcode = 'check_violation';
  end if;
  if v_geometrias is null or v_catalogo is null then
    raise exception 'o ano % não tem partições ativas', p_ano
      using errcode = 'undefined_table',
        hint = 'Veja as partições ativas em public.saude_particoes.';
  end if;

  -- As geometrias apontam para o catálogo: saem antes, e reencontram o par no arquivo.
  v_geometrias := public.arquivar_tabela(v_geometrias, 'public.catalogo_geometrias');
  v_catalogo := public.arquivar_tabela(v_catalogo, 'public.catalogo');
  execute format(
    'alter table %s add constraint %I foreign key (catalogo_id, data_referencia) '
    'references %s (id, data_referencia)',
    v_geometrias, format('catalogo_geometrias_%s_objeto', p_ano), v_catalogo
  );

  update public.planejamento_particoes
  set situacao = 'arquivada', arquivada_em = now()
  where ano = p_ano;

  return next v_catalogo;
  return next v_geometrias;
end
$$;

comment on function public.arquivar_ano(integer) is
  'Leva um ano encerrado ao arquivo frio e devolve as duas tabelas arquivadas. Recusa o ano corrente '
  'e os futuros. Nada é apagado: o ano continua consultável no esquema [[namespace:arquivo_frio]].';

create or replace function public.arquivar_anos_encerrados(p_manter_anos integer default 5)
returns integer
language plpgsql
as $$
declare
  v_ano integer;
  v_arquivados integer := 0;
begin
  for v_ano in
    select ano from public.planejamento_particoes
    where situacao = 'ativa' and ano < extract(year from current_date) - p_manter_anos
    order by ano
  loop
    perform public.arquivar_ano(v_ano);
    v_arquivados := v_arquivados + 1;
  end loop;
  return v_arquivados;
end
$$;

comment on function public.arquivar_anos_encerrados(integer) is
  'Arquiva os anos ativos mais velhos do que `p_manter_anos` e devolve quantos foram.';

revoke execute on function public.arquivar_tabela(regclass, regclass) from public;
revoke execute on function public.arquivar_ano(integer) from public;
revoke execute on function public.arquivar_anos_encerrados(integer) from public;

select cron.schedule(
  'arquivar-anos-encerrados',
  '30 3 2 1 *',
  'select public.arquivar_anos_encerrados()'
);
