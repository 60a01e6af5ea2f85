-- Camadas do catálogo.
create table public.catalogo (id bigint primary key, título text not null);

create tabel public.errada (id bigint);

create view public.titulos as select título from public.catalogo;
