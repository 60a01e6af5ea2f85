-- Atualização horária das visões materializadas, com registro de cada execução.
-- Reexecutável: sim

create table if not exists public.atualizacao_visoes (
  id bigint generated always as identity primary key,
  visao text not null,
  iniciada_em timestamptz not null,
  duracao_ms numeric(12, 3) not null,
  erro text,
  constraint atualizacao_visoes_duracao_possivel check (duracao_ms >= 0)
);

comment on table public.atualizacao_visoes is
  'Uma linha por visão e execução: a medida da meta de cinco segundos de [[OPT2]] e a fonte dos '
  'alertas.';
comment on column public.atualizacao_visoes.id is 'Ordem das execuções.';
comment on column public.atualizacao_visoes.visao is 'A visão atualizada, com esquema.';
comment on column public.atualizacao_visoes.iniciada_em is 'Quando a atualização começou.';
comment on column public.atualizacao_visoes.duracao_ms is 'Quanto durou, em milissegundos.';
comment on column public.atualizacao_visoes.erro is
  'A mensagem de erro; vazia quando a atualização deu certo.';

create index if not exists atualizacao_visoes_falhas_idx
  on public.atualizacao_visoes (iniciada_em)
  where erro is not null;

comment on index public.atualizacao_visoes_falhas_idx is 'As falhas recentes, para os alertas.';

create or replace function public.refresh_all_materialized_views()
returns integer
language plpgsql
security definer
set search_path = public, pg_temp
as $$
declare
  v_visao text;
  v_inicio timestamptz;
  v_erro text;
  v_falhas integer := 0;
begin
  foreach v_visao in array array[
    'public.mv_catalogo_geometrias_stats',
    'public.mv_catalogo_search_indexed'
  ] loop
    v_inicio := clock_timestamp();
    v_erro := null;
    begin
      execute format('refresh materialized view concurrently %s', v_visao::regclass);
    exception when others then
      -- Uma visão que falha não impede a outra; o erro fica registrado e avisa quem escuta.
      v_erro := sqlerrm;
      v_falhas := v_falhas + 1;
      perform pg_notify(
        'alerta_atualizacao_visoes',
        json_build_object('visao', v_visao, 'erro', v_erro)::text
      );
    end;
    insert into public.atualizacao_visoes (visao, iniciada_em, duracao_ms, erro)
    values (
      v_visao,
      v_inicio,
      extract(epoch from clock_timestamp() - v_inicio) * 1000,
      v_erro
    );
  end loop;
  return v_falhas;
end
$$;

comment on function public.refresh_all_materialized_views() is
  'Atualiza [[materialized-view:public.mv_catalogo_geometrias_stats]] e '
  '[[materialized-view:public.mv_catalogo_search_indexed]] sem bloquear leituras, registra duração '
  'e erro de cada uma e devolve quantas falharam. Uma falha também é avisada no canal '
  '`alerta_atualizacao_visoes`.';

revoke execute on function public.refresh_all_materialized_views() from public;
grant execute on function public.refresh_all_materialized_views() to service_role;

select cron.schedule(
  'refresh-mvs-hourly',
  '0 * * * *',
  'select public.refresh_all_materialized_views()'
);
