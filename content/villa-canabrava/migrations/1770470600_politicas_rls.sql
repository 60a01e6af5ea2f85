-- Quem lê e quem escreve: políticas de segurança de linha e concessões.
-- Reexecutável: sim

alter table public.camada enable row level security;
alter table public.catalogo enable row level security;
alter table public.catalogo_geometrias enable row level security;
alter table public.planejamento_particoes enable row level security;
alter table public.atualizacao_visoes enable row level security;

-- As partições não têm políticas: quem as consulta diretamente não vê nada.
alter table public.catalogo_2026 enable row level security;
alter table public.catalogo_2027 enable row level security;
alter table public.catalogo_2028 enable row level security;
alter table public.catalogo_geometrias_2026 enable row level security;
alter table public.catalogo_geometrias_2027 enable row level security;
alter table public.catalogo_geometrias_2028 enable row level security;

drop policy if exists camada_leitura on public.camada;
create policy camada_leitura on public.camada
  for select
  to anon, authenticated
  using (true);
comment on policy camada_leitura on public.camada is 'As camadas são públicas.';

drop policy if exists camada_servico on public.camada;
create policy camada_servico on public.camada
  for all
  to service_role
  using (true)
  with check (true);
comment on policy camada_servico on public.camada is 'Só o serviço muda as camadas.';

drop policy if exists catalogo_leitura_publica on public.catalogo;
create policy catalogo_leitura_publica on public.catalogo
  for select
  to anon
  using (visibilidade = 'publica');
comment on policy catalogo_leitura_publica on public.catalogo is
  'Sem autenticação lê-se o que é público.';

drop policy if exists catalogo_leitura_autenticada on public.catalogo;
create policy catalogo_leitura_autenticada on public.catalogo
  for select
  to authenticated
  using (visibilidade in ('publica', 'interna'));
comment on policy catalogo_leitura_autenticada on public.catalogo is
  'Quem está autenticado lê também o que é interno.';

drop policy if exists catalogo_servico on public.catalogo;
create policy catalogo_servico on public.catalogo
  for all
  to service_role
  using (true)
  with check (true);
comment on policy catalogo_servico on public.catalogo is 'Só o serviço escreve.';

drop policy if exists geometrias_leitura on public.catalogo_geometrias;
create policy geometrias_leitura on public.catalogo_geometrias
  for select
  to anon, authenticated
  using (
    exists (
      select from public.catalogo as objeto
      where objeto.id = catalogo_id
        and objeto.data_referencia = catalogo_geometrias.data_referencia
    )
  );
comment on policy geometrias_leitura on public.catalogo_geometrias is
  'Uma forma é visível para quem vê o seu objeto em [[table:public.catalogo]].';

drop policy if exists geometrias_servico on public.catalogo_geometrias;
create policy geometrias_servico on public.catalogo_geometrias
  for all
  to service_role
  using (true)
  with check (true);
comment on policy geometrias_servico on public.catalogo_geometrias is 'Só o serviço escreve.';

drop policy if exists planejamento_leitura on public.planejamento_particoes;
create policy planejamento_leitura on public.planejamento_particoes
  for select
  to authenticated, service_role
  using (true);
comment on policy planejamento_leitura on public.planejamento_particoes is
  'O plano é lido por quem está autenticado; as funções o escrevem.';

drop policy if exists atualizacao_leitura on public.atualizacao_visoes;
create policy atualizacao_leitura on public.atualizacao_visoes
  for select
  to authenticated, service_role
  using (true);
comment on policy atualizacao_leitura on public.atualizacao_visoes is
  'O painel lê as durações; só a função de atualização as escreve.';

grant select on public.camada, public.catalogo, public.catalogo_geometrias
  to anon, authenticated;
grant select on public.planejamento_particoes, public.atualizacao_visoes, public.saude_particoes
  to authenticated, service_role;
grant select, insert, update, delete on public.camada, public.catalogo, public.catalogo_geometrias
  to service_role;

-- Visões materializadas não têm políticas: a da busca só guarda o que é público, a das
-- estatísticas soma também o que não é.
-- rastro-ignore materialized-view-exposed: a consulta só traz o que é público
grant select on public.mv_catalogo_search_indexed to anon, authenticated, service_role;
-- rastro-ignore materialized-view-exposed: são somas por camada e ano, sem objeto algum
grant select on public.mv_catalogo_geometrias_stats to authenticated, service_role;

revoke execute on function public.criar_particoes_do_ano(integer) from public;
revoke execute on function public.criar_particoes_futuras(integer) from public;
