export const routinesQuery = `
select 'function' as kind,
  nspname || '.' || proname || '(' || coalesce((select string_agg(format_type(type, null), ', ' order by at)
    from unnest(proargtypes) with ordinality as each (type, at)), '') || ')' as name,
  pg_proc.oid::text as oid,
  json_build_object(
    'kind', case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
    'returns', case when prokind in ('f', 'w') then pg_get_function_result(pg_proc.oid) end,
    'arguments', (select json_agg(
        case coalesce(proargmodes[at], 'i') when 'i' then 'in' when 'o' then 'out'
          when 'b' then 'inout' when 'v' then 'variadic' else 'table' end
        || ' ' || coalesce(proargnames[at], '') order by at)
      from unnest(coalesce(proallargtypes, proargtypes::oid[])) with ordinality as each (type, at)),
    'language', lanname,
    'volatility', case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
    'securityDefiner', prosecdef,
    'parallel', case proparallel when 's' then 'safe' when 'r' then 'restricted' end,
    'strict', proisstrict,
    'settings', proconfig,
    'body', case when prosqlbody is null and prokind <> 'a' then prosrc end) as facts,
  obj_description(pg_proc.oid, 'pg_proc') as comment
from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
  join pg_language on pg_language.oid = prolang
where not exists (select from pg_depend where classid = 'pg_proc'::regclass
    and objid = pg_proc.oid and deptype in ('e', 'i'))`;

export const triggersQuery = `
select 'trigger' as kind, nspname || '.' || relname || '.' || tgname as name,
  pg_trigger.oid::text as oid,
  json_build_object(
    'timing', case tgtype & 66 when 2 then 'before' when 64 then 'instead of' else 'after' end,
    'events', array_remove(array[
      case when tgtype & 4 <> 0 then 'insert' end,
      case when tgtype & 16 <> 0 then 'update' || coalesce(' of ' || (select string_agg(attname, ', ' order by at)
        from unnest(tgattr) with ordinality as each (number, at)
        join pg_attribute on attrelid = tgrelid and attnum = number), '') end,
      case when tgtype & 8 <> 0 then 'delete' end,
      case when tgtype & 32 <> 0 then 'truncate' end], null),
    'level', case when tgtype & 1 <> 0 then 'row' else 'statement' end,
    'condition', substring(pg_get_triggerdef(pg_trigger.oid)
      from ' WHEN \\((.*)\\) EXECUTE (?:FUNCTION|PROCEDURE) '),
    'function', tgfoid::regproc::text) as facts,
  obj_description(pg_trigger.oid, 'pg_trigger') as comment
from pg_trigger join pg_class on pg_class.oid = tgrelid
  join pg_namespace on pg_namespace.oid = relnamespace
where not tgisinternal and tgparentid = 0 and relpersistence <> 't'
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = tgrelid and deptype = 'e')`;

export const policiesQuery = `
select 'policy' as kind, nspname || '.' || relname || '.' || polname as name,
  pg_policy.oid::text as oid,
  json_build_object(
    'command', case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
      when 'd' then 'delete' else 'all' end,
    'permissive', polpermissive,
    'roles', (select json_agg(coalesce(rolname, 'public') order by coalesce(rolname, 'public'))
      from unnest(polroles) as each (role) left join pg_roles on pg_roles.oid = role),
    'using', pg_get_expr(polqual, polrelid),
    'check', pg_get_expr(polwithcheck, polrelid)) as facts,
  obj_description(pg_policy.oid, 'pg_policy') as comment
from pg_policy join pg_class on pg_class.oid = polrelid
  join pg_namespace on pg_namespace.oid = relnamespace`;
