/**
 * What an extension that the embedded server does not have brings along, as far as migrations call
 * it. With a control file it is an extension like any other: guards find it, and what it makes is
 * told apart from what the migrations make.
 */
const stubs: Readonly<Partial<Record<string, string>>> = {
  pg_cron: `
    create schema cron;
    create table cron.job (
      jobid bigint generated always as identity primary key, jobname text unique,
      schedule text not null, command text not null, nodename text default 'localhost',
      nodeport integer default 5432, database text default current_database(),
      username text default current_user, active boolean not null default true);
    create table cron.job_run_details (
      jobid bigint, runid bigint, job_pid integer, database text, username text, command text,
      status text, return_message text, start_time timestamptz, end_time timestamptz);
    create function cron.schedule(job_name text, schedule text, command text) returns bigint
      language sql as $$
        insert into cron.job (jobname, schedule, command) values ($1, $2, $3)
        on conflict (jobname) do update
          set schedule = excluded.schedule, command = excluded.command
        returning jobid $$;
    create function cron.schedule(schedule text, command text) returns bigint language sql as $$
      insert into cron.job (schedule, command) values ($1, $2) returning jobid $$;
    create function cron.schedule_in_database(job_name text, schedule text, command text,
        database text, username text default null, active boolean default true) returns bigint
      language sql as $$ select cron.schedule($1, $2, $3) $$;
    create function cron.unschedule(job_name text) returns boolean language sql as $$
      delete from cron.job where jobname = $1; select true $$;
    create function cron.unschedule(job_id bigint) returns boolean language sql as $$
      delete from cron.job where jobid = $1; select true $$;
    create function cron.alter_job(job_id bigint, schedule text default null,
        command text default null, database text default null, username text default null,
        active boolean default null) returns void language sql as $$
      update cron.job set schedule = coalesce($2, job.schedule), command = coalesce($3, job.command)
      where jobid = $1 $$;`,
  pg_net: `
    create schema net;
    create function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds integer default 1000) returns bigint language sql as 'select 1::bigint';
    create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{}', timeout_milliseconds integer default 1000) returns bigint
      language sql as 'select 1::bigint';`,
  supabase_vault: `
    create schema vault;
    create table vault.secrets (id uuid primary key default gen_random_uuid(), name text,
      description text default '', secret text, created_at timestamptz default now());
    create view vault.decrypted_secrets as select *, secret as decrypted_secret from vault.secrets;
    create function vault.create_secret(new_secret text, new_name text default null,
      new_description text default '') returns uuid language sql
      as 'insert into vault.secrets (secret, name, description) values ($1, $2, $3) returning id';`,
};

/** The control file and the script of an extension by that name. */
export function stubExtension(name: string): readonly (readonly [file: string, text: string])[] {
  // A script that makes its own schemas cannot be put into another.
  const control = `comment = 'stub'\ndefault_version = '1.0'\nrelocatable = ${String(stubs[name] === undefined)}\n`;
  const schema = stubs[name] === undefined ? "" : "schema = pg_catalog\n";
  return [
    [`${name}.control`, control + schema],
    [`${name}--1.0.sql`, stubs[name] ?? ""],
  ];
}
