-- The layers of the farm.
create table public.catalogo (
  id bigint generated always as identity primary key,
  nome text not null,
  criado_em timestamptz not null default now()
);

create index catalogo_nome on public.catalogo (nome);
alter table public.catalogo enable row level security;
create policy leitura on public.catalogo for select using (true);

create function public.buscar_catalogo(termo text) returns setof public.catalogo
language sql stable as $$ select * from public.catalogo where nome ilike '%' || termo || '%' $$;
