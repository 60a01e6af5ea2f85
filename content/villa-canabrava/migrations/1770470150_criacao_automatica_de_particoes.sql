-- Anos planejados viram partições sem que ninguém precise lembrar deles.
-- Reexecutável: não

create type public.situacao_particao as enum ('planejada', 'ativa', 'arquivada');

comment on type public.situacao_particao is
  'O caminho de um ano: planejado, com partições ativas, levado ao arquivo frio.';

create table public.planejamento_particoes (
  ano integer primary key,
  situacao public.situacao_particao not null default 'planejada',
  registros_previstos bigint,
  criada_em timestamptz,
  arquivada_em timestamptz,
  constraint planejamento_particoes_ano_plausivel check (ano between 2000 and 2100),
  constraint planejamento_particoes_previsao_positiva check (registros_previstos > 0),
  constraint planejamento_particoes_arquivada_com_data
    check ((situacao = 'arquivada') = (arquivada_em is not null))
);

comment on table public.planejamento_particoes is
  'Os anos que o catálogo tem, terá ou teve. Incluir um ano cria as partições de '
  '[[table:public.catalogo]] e [[table:public.catalogo_geometrias]]. Entrega de [[OPT1]].';
comment on column public.planejamento_particoes.ano is 'O ano da data de referência.';
comment on column public.planejamento_particoes.situacao is 'Em que ponto do caminho o ano está.';
comment on column public.planejamento_particoes.registros_previstos is
  'Projeção de geometrias no ano, para o plano de capacidade; vazia enquanto não há projeção.';
comment on column public.planejamento_particoes.criada_em is 'Quando as partições passaram a existir.';
comment on column public.planejamento_particoes.arquivada_em is
  'Quando o ano foi para o arquivo frio.';

create function public.criar_particoes_do_ano(p_ano integer)
returns setof regclass
language plpgsql
as $$
declare
  v_tabela text;
  v_particao text;
begin
  foreach v_tabela in array array['catalogo', 'catalogo_geometrias'] loop
    v_particao := format('%s_%s', v_tabela, p_ano);
    if to_regclass(format('public.%I', v_particao)) is null then
      execute format(
        'create table public.%I partition of public.%I for values from (%L) to (%L)',
        v_particao, v_tabela, make_date(p_ano, 1, 1), make_date(p_ano + 1, 1, 1)
      );
      execute format('alter table public.%I enable row level security', v_particao);
      return next to_regclass(format('public.%I', v_particao));
    end if;
  end loop;
end
$$;

comment on function public.criar_particoes_do_ano(integer) is
  'Cria as partições de um ano que ainda não existem e devolve só as que criou. A segurança de '
  'linha sem políticas fecha o acesso direto: lê-se sempre pela tabela dividida.';

create function public.materializar_ano_planejado()
returns trigger
language plpgsql
as $$
begin
  if new.situacao = 'planejada' then
    perform public.criar_particoes_do_ano(new.ano);
    new.situacao := 'ativa';
    new.criada_em := now();
  end if;
  return new;
end
$$;

comment on function public.materializar_ano_planejado() is
  'Transforma um ano planejado em partições ativas.';

create trigger planejamento_particoes_materializar
  before insert or update of situacao on public.planejamento_particoes
  for each row
  execute function public.materializar_ano_planejado();

comment on trigger planejamento_particoes_materializar on public.planejamento_particoes is
  'A criação automática de partições de [[OPT1]].';

create function public.criar_particoes_futuras(
  p_ate_ano integer default extract(year from current_date)::integer + 9
)
returns integer
language plpgsql
as $$
declare
  v_criados integer;
begin
  insert into public.planejamento_particoes (ano)
  select ano
  from generate_series(
    (select coalesce(max(ano) + 1, extract(year from current_date)::integer)
     from public.planejamento_particoes),
    p_ate_ano
  ) as ano;
  get diagnostics v_criados = row_count;
  return v_criados;
end
$$;

comment on function public.criar_particoes_futuras(integer) is
  'Planeja, e com isso cria, cada ano que falta até `p_ate_ano`: sem argumento, nove anos à frente. '
  'Devolve quantos anos criou; zero quando nada falta.';

-- 2026 a 2028 já têm partições, escritas nas migrações anteriores.
insert into public.planejamento_particoes (ano, situacao, criada_em) values
  (2026, 'ativa', now()),
  (2027, 'ativa', now()),
  (2028, 'ativa', now());

-- 2029 a 2035 são o horizonte do plano de capacidade.
select public.criar_particoes_futuras(2035);

select cron.schedule(
  'criar-particoes-futuras',
  '0 3 1 * *',
  'select public.criar_particoes_futuras()'
);

create view public.saude_particoes
with (security_invoker = true)
as
select
  pai.relname::text as tabela,
  filha.relname::text as particao,
  pg_get_expr(filha.relpartbound, filha.oid) as limites,
  greatest(filha.reltuples, 0)::bigint as registros_estimados,
  pg_total_relation_size(filha.oid) as tamanho_bytes
from pg_inherits as heranca
join pg_class as pai on pai.oid = heranca.inhparent
join pg_class as filha on filha.oid = heranca.inhrelid
where pai.oid in ('public.catalogo'::regclass, 'public.catalogo_geometrias'::regclass);

comment on view public.saude_particoes is
  'Limites, registros estimados e tamanho de cada partição ativa, para o relatório de saúde das '
  'partições.';
