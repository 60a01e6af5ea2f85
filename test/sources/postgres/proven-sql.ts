/** SQL that is applied to PostgreSQL and replayed: what both make must be the same. */

export const takenOver = `
  create table p (id bigserial, d date not null, v int check (v > 0), w int check (w > v), "Ação" text, primary key (id, d), unique (v, d)) partition by range (d);
  create index on p (v);
  create index nome on p (lower("Ação"), d desc) where v > 1;
  create table p1 partition of p for values from ('2020-01-01') to ('2021-01-01');
  create table p2 partition of p for values from ('2021-01-01') to ('2022-01-01');
  create unique index if not exists p1_v_idx on p1 (v, d);
  create index p1_v_idx1 on p1 (v);
  alter table p detach partition p1;
  create table p3 (id bigint not null, d date not null, v int, w int, "Ação" text, constraint p3_k primary key (id, d), constraint p_v_check check (v > 0), constraint p_check check (w > v));
  create index p3_i on p3 (v);
  create index p3_j on p3 (w);
  alter table p attach partition p3 for values from ('2022-01-01') to ('2023-01-01');
  create table p4 (id bigint not null, d date not null, v int, w int, "Ação" text, constraint p4_k primary key (id, d), constraint p_v_check check (v > 0), constraint p_check check (w > v));
  create index p4_i on p4 (v);
  alter table p attach partition p4 for values from ('2023-01-01') to ('2024-01-01');
  alter table p detach partition p4;
  create table l (like p including all);
  create table l2 (like p including defaults including constraints);
  create table co (a text collate "C", b varchar collate pg_catalog."POSIX", c text, d text collate "C", e text collate "default");
  alter table co alter c type varchar(9) collate "C", alter d type varchar(9);
  create table co2 (like co);
  create table k (id int not null, "User" text not null, x int);
  create unique index k_u on k (id, "User");
  alter table k add constraint k_pk primary key using index k_u;
  create unique index k_v on k ("User");
  alter table k add unique using index k_v;
  create table r (id int, u text, foreign key (id, u) references k (id, "User") not valid);
  alter table r validate constraint r_id_u_fkey;
  alter table r alter constraint r_id_u_fkey deferrable initially deferred;
  create table pai (id serial primary key, t text default 'a' check (t <> ''));
  create table filho (x int) inherits (pai);`;

export const renamed = `
  create type modo as enum ('a_b', 'c');
  create table fila (id serial primary key, publicado timestamptz, email text, nome text,
    modo modo default 'a_b', check ((publicado is null) = (email is null)),
    unique nulls not distinct (email, nome), maior text generated always as (upper(nome)) stored);
  create index fila_publicado on fila (publicado desc) include (nome) where publicado is not null;
  create unique index fila_email on fila (lower(email)) nulls not distinct;
  create index fila_nome on fila (lower(nome));
  alter table fila enable row level security;
  create policy p on fila using (publicado < now() and nome <> 'publicado');
  create function f() returns trigger language plpgsql as 'begin return new; end';
  create trigger t before update of publicado on fila for each row
    when (old.publicado is not null) execute function f();
  alter table fila rename publicado to "publicado em"; alter table fila rename nome to titulo;
  alter type modo rename value 'a_b' to 'AB'; alter table fila rename to lista;
  alter table lista drop column email;`;

export const rights = `
  create role leitor; create role gestor noinherit createdb; create user ana in role leitor;
  grant gestor to ana; revoke leitor from ana;
  create schema app authorization gestor;
  create table app.antes (id int primary key, nome text, valor numeric(8,2));
  grant select, update on app.antes to leitor; grant select (nome) on app.antes to public;
  revoke update on app.antes from leitor; grant insert (id, nome) on app.antes to leitor;
  alter default privileges in schema app grant select, insert on tables to leitor;
  alter default privileges in schema app grant usage on sequences to leitor;
  alter default privileges revoke execute on functions from public;
  alter default privileges for role gestor grant select on tables to leitor;
  create table app.depois (id int, em date) with (fillfactor = 70);
  create sequence app.s;
  create function app.f(a int, b int) returns int language sql as 'select a + b';
  create aggregate app.soma(int) (sfunc = app.f, stype = int, initcond = '0');
  grant execute on function app.f(int, int) to leitor with grant option;
  grant all on all tables in schema app to gestor; revoke truncate on app.antes from gestor;
  revoke insert on app.depois from leitor;
  grant usage on schema app to leitor;
  alter table app.depois owner to gestor;
  create view app.v as select id, nome from app.antes where valor > 1 order by 1;
  create materialized view app.m as select * from app.antes natural join app.depois;
  create rule r as on insert to app.depois do instead nothing;
  create domain app.d as text;
  create function app.eq(text, text) returns bool language sql immutable as 'select $1 = $2';
  create operator app.=== (leftarg = text, rightarg = text, function = app.eq, commutator = operator(app.===));
  create function para(app.d) returns int language sql immutable as 'select 1';
  create type par as (a int);
  create function tocast(par) returns int language sql immutable as 'select 1';
  create cast (par as int) with function tocast(par);
  create collation coll (locale = 'C');
  create text search configuration tsc (copy = simple);
  create operator class oc for type int using btree as operator 1 <, function 1 btint4cmp(int,int);`;

export const retyped = `
  create type "Nova" as enum ('a'); create schema tipos; create type tipos.cor as enum ('azul');
  create table pintura (id int, n "Nova", ns "Nova"[], c tipos.cor);
  create function usa(x "Nova") returns setof "Nova" language sql as 'select x';
  alter type "Nova" rename to "Velha"; alter type "Velha" set schema tipos;
  alter schema tipos rename to moldes; alter type moldes.cor set schema public;
  create type faixa as range (subtype = uuid);`;

/** Columns that something reads: what CASCADE takes along, and what it leaves. */
export const cascaded = `
  create table membro (id int primary key, nome text, papel text);
  create table obra (id int primary key, a int, b int, c int, d int, e int,
    dobro int generated always as (a * 2) stored, check (b > 0), check (c > d), unique (b, c));
  create index obra_b on obra (c) where b > 1;
  alter table obra enable row level security;
  create policy de_a on obra using (a > 1);
  create policy de_b on obra for insert with check (b > 1);
  create policy de_c on obra using (exists (select from membro m where m.papel = 'x' and m.id = c));
  create policy de_nome on obra using (exists (select nome from membro where membro.id = obra.d));
  create policy mudada on obra using (a > 1); alter policy mudada on obra using (d > 1);
  create policy livre on obra using (true);
  create trigger ao_mudar_a before update of a on obra for each row execute function f();
  create trigger ao_mudar before update on obra for each row execute function f();
  create trigger quando before update on obra for each row
    when (old.b is distinct from new.b) execute function f();
  create view va as select a from obra; create view vva as select * from va;
  create view vd as select d from obra where e > 0; create view vn as select count(*) from membro;
  create rule r as on insert to obra where new.e > 100 do instead nothing;
  alter table obra drop column a cascade; alter table obra drop column b cascade;
  alter table membro drop column papel cascade; alter table obra drop column e cascade;`;

/** What real migrations do, and a reader of statements one by one gets wrong. */
export const changedOften = `
  create table conta (id serial, n bigserial, velho serial primary key, solto smallserial,
    ativo boolean default 'f', visto boolean default 'yes', quando timestamptz default '1970-01-01 00:00:00',
    dia timestamp default '2020-02-03', desde timestamptz default 'epoch', dados jsonb,
    fim timestamptz default '2020-01-01T10:00Z', velha int check (velha > 0),
    partes text generated always as (dados #>> '{a, b}') stored, lista text[] default '{ "x, y" , z}');
  alter table conta alter id type bigint; alter table conta alter n drop default;
  alter sequence conta_velho_seq rename to conta_nova_seq; alter table conta alter velho type bigint;
  alter table conta alter solto type int; alter sequence conta_solto_seq rename to conta_outra_seq;
  create index conta_gin on conta using gin (dados jsonb_path_ops) with (fastupdate = off);
  create index conta_ativo on conta (ativo) with (fillfactor = 90) where ativo;
  alter index conta_ativo set (fillfactor = 80); alter index conta_gin reset (fastupdate);
  alter table conta add constraint positivo check (novo > 0), add unique (novo), add column novo int,
    drop column velha, add constraint conta_velha_check check (n > 0), alter n type numeric(9, 2);
  begin; set transaction isolation level serializable;
  create function pg_temp.passageira(a int) returns int language sql as 'select a';
  create temp table rascunho (id int); create table pg_temp.outro (id int);
  create type pg_temp.par as (a int);
  insert into conta (ativo) select true from rascunho where pg_temp.passageira(1) = 2;
  commit;
  -- Create extension
  create extension if not exists pg_trgm;
  create index conta_lista on conta using gin ((partes) gin_trgm_ops);`;
