export const typesQuery = `
select 'type' as kind, nspname || '.' || typname as name, pg_type.oid::text as oid,
  json_build_object(
    'kind', case typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range'
      else 'composite' end,
    'definition', case when typtype = 'd' then format_type(typbasetype, typtypmod) end,
    'labels', case typtype
      when 'e' then (select json_agg(enumlabel order by enumsortorder) from pg_enum
        where enumtypid = pg_type.oid)
      when 'c' then (select json_agg(attname order by attnum) from pg_attribute
        where attrelid = typrelid and attnum > 0 and not attisdropped) end) as facts,
  obj_description(pg_type.oid, 'pg_type') as comment
from pg_type join pg_namespace on pg_namespace.oid = typnamespace
  left join pg_class on pg_class.oid = typrelid
where (typtype in ('e', 'd', 'r') or relkind = 'c')
  and not exists (select from pg_depend where classid = 'pg_type'::regclass
    and objid = pg_type.oid and deptype = 'e')`;

export const namespacesQuery = `
select 'namespace' as kind, nspname::text as name, oid::text as oid, '{}'::json as facts,
  obj_description(oid, 'pg_namespace') as comment
from pg_namespace
where not exists (select from pg_depend where classid = 'pg_namespace'::regclass
  and objid = pg_namespace.oid and deptype = 'e')`;

export const extensionsQuery = `
select 'extension' as kind, extname::text as name, oid::text as oid, '{}'::json as facts,
  null as comment
from pg_extension`;

export const publicationsQuery = `
select 'publication' as kind, pubname::text as name, oid::text as oid, '{}'::json as facts,
  obj_description(oid, 'pg_publication') as comment
from pg_publication`;

export const eventTriggersQuery = `
select 'event-trigger' as kind, evtname::text as name, oid::text as oid,
  json_build_object('event', evtevent, 'function', evtfoid::regproc::text) as facts,
  obj_description(oid, 'pg_event_trigger') as comment
from pg_event_trigger
where not exists (select from pg_depend where classid = 'pg_event_trigger'::regclass
  and objid = pg_event_trigger.oid and deptype = 'e')`;

/** Jobs are rows and have no object number. */
export const jobsQuery = `
select 'cron-job' as kind, jobname as name, null as oid,
  json_build_object('schedule', schedule, 'command', command) as facts, null as comment
from cron.job where jobname is not null`;
