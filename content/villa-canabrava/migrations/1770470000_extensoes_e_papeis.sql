-- Extensões, papéis e esquemas de que as migrações seguintes dependem.
-- Reexecutável: sim

-- PostGIS é indispensável; sem ele nada do que segue faz sentido.
do $$
begin
  if not exists (select from pg_available_extensions where name = 'postgis') then
    raise exception 'PostGIS não está disponível neste servidor'
      using hint = 'Instale o pacote do PostGIS para esta versão do PostgreSQL.';
  end if;
  create extension if not exists postgis;
end
$$;

-- Trigramas aceleram buscas por pedaços de palavra. Sem a extensão, a busca textual continua
-- funcionando com os índices de tsvector.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
  end if;
end
$$;

-- O agendador. Onde o pg_cron não existe (desenvolvimento, testes), um esquema de mesmo formato
-- guarda os agendamentos sem os executar, para que as migrações sejam as mesmas em todo lugar.
do $$
begin
  if exists (select from pg_available_extensions where name = 'pg_cron') then
    create extension if not exists pg_cron;
  elsif to_regclass('cron.job') is null then
    execute $cron$
      create schema if not exists cron;
      create table cron.job (
        jobid bigint generated always as identity primary key,
        jobname text unique,
        schedule text not null,
        command text not null,
        active boolean not null default true
      );
      create function cron.schedule(job_name text, schedule text, command text)
      returns bigint language sql as $corpo$
        insert into cron.job (jobname, schedule, command) values ($1, $2, $3)
        on conflict (jobname) do update
          set schedule = excluded.schedule, command = excluded.command
        returning jobid
      $corpo$;
      create function cron.unschedule(job_name text)
      returns boolean language plpgsql as $corpo$
      begin
        delete from cron.job where jobname = job_name;
        if not found then
          raise exception 'agendamento % não existe', job_name;
        end if;
        return true;
      end
      $corpo$;
      comment on schema cron is
        'Agendamentos anotados, sem execução: o pg_cron não está disponível neste servidor.';
    $cron$;
  end if;
end
$$;

-- Os três papéis com que a API se conecta.
do $$
declare
  v_papel text;
begin
  foreach v_papel in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = v_papel) then
      execute format('create role %I nologin', v_papel);
    end if;
  end loop;
end
$$;

grant usage on schema public to anon, authenticated, service_role;

create schema if not exists arquivo_frio;

comment on schema arquivo_frio is
  'Anos encerrados do catálogo, fora das tabelas ativas: só leitura, índices BRIN. Parte de [[OPT1]].';
