/** Relations, but not those that a column brings along. */
export const relationsQuery = `
select case relkind when 'v' then 'view' when 'm' then 'materialized-view'
    when 'S' then 'sequence' else 'table' end as kind,
  nspname || '.' || relname as name, pg_class.oid::text as oid,
  case when relkind in ('r', 'p', 'f') then json_build_object(
    'rowSecurity', case when relforcerowsecurity and relrowsecurity then 'forced'
      when relrowsecurity then 'on' else 'off' end,
    'partitionKey', case when relkind = 'p' then pg_get_partkeydef(pg_class.oid) end,
    'bounds', pg_get_expr(relpartbound, pg_class.oid),
    'parent', (select pn.nspname || '.' || p.relname from pg_inherits
      join pg_class p on p.oid = inhparent join pg_namespace pn on pn.oid = p.relnamespace
      where inhrelid = pg_class.oid and pg_class.relispartition))
  when relkind in ('v', 'm') then json_build_object(
    'columns', (select json_agg(attname order by attnum) from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped),
    'writable', case when not exists (select from pg_rewrite where ev_class = pg_class.oid
        and rulename <> '_RETURN') then (select coalesce(json_agg(word order by at), '[]')
      from (values (8, 'insert', 1), (4, 'update', 2), (16, 'delete', 3)) as operations (bit, word, at)
      where relkind = 'v' and pg_relation_is_updatable(pg_class.oid, false) & bit > 0) end,
    'securityInvoker', 'security_invoker=true' = any(coalesce(reloptions, '{}'))
      or 'security_invoker=on' = any(coalesce(reloptions, '{}')))
  else '{}' end as facts,
  obj_description(pg_class.oid, 'pg_class') as comment
from pg_class join pg_namespace on pg_namespace.oid = relnamespace
where relkind in ('r', 'p', 'f', 'v', 'm', 'S') and relpersistence <> 't'
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = pg_class.oid and relkind = 'S' and deptype in ('a', 'i') and refobjsubid > 0)
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = pg_class.oid and deptype = 'e')`;

/** The columns of a partition are those of its parent. */
export const columnsQuery = `
select 'column' as kind, nspname || '.' || relname || '.' || attname as name,
  pg_class.oid::text as oid,
  json_build_object(
    'type', format_type(atttypid, atttypmod),
    'collation', (select collname from pg_collation join pg_type on pg_type.oid = atttypid
      where pg_collation.oid = attcollation and attcollation <> typcollation),
    'nullable', not attnotnull,
    'default', case when attgenerated = '' then pg_get_expr(adbin, adrelid) end,
    'generated', case when attgenerated <> '' then pg_get_expr(adbin, adrelid) end,
    'virtual', attgenerated = 'v',
    'identity', case attidentity when 'a' then 'always' when 'd' then 'by default' end) as facts,
  col_description(attrelid, attnum) as comment
from pg_attribute join pg_class on pg_class.oid = attrelid
  join pg_namespace on pg_namespace.oid = relnamespace
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
where relkind in ('r', 'p', 'f') and not relispartition and relpersistence <> 't'
  and attnum > 0 and not attisdropped
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = pg_class.oid and deptype = 'e')`;

/** What a partition takes over from its parent is the parent's. */
export const constraintsQuery = `
select 'constraint' as kind, nspname || '.' || relname || '.' || conname as name,
  pg_constraint.oid::text as oid,
  json_build_object(
    'type', case contype when 'p' then 'primary key' when 'u' then 'unique'
      when 'f' then 'foreign key' when 'c' then 'check' else 'exclude' end,
    'definition', pg_get_constraintdef(pg_constraint.oid)) as facts,
  obj_description(pg_constraint.oid, 'pg_constraint') as comment
from pg_constraint join pg_class on pg_class.oid = conrelid
  join pg_namespace on pg_namespace.oid = relnamespace
where contype in ('p', 'u', 'f', 'c', 'x') and conparentid = 0 and relpersistence <> 't'
  and (conislocal or contype <> 'c' or not relispartition)
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = conrelid and deptype = 'e')`;

/** Not those that a constraint brings along. */
export const indexesQuery = `
select 'index' as kind, nspname || '.' || pg_class.relname || '.' || index.relname as name,
  index.oid::text as oid,
  json_build_object('definition', pg_get_indexdef(index.oid)) as facts,
  obj_description(index.oid, 'pg_class') as comment
from pg_index join pg_class as index on index.oid = indexrelid
  join pg_class on pg_class.oid = indrelid
  join pg_namespace on pg_namespace.oid = pg_class.relnamespace
where pg_class.relkind in ('r', 'p', 'm', 'f') and pg_class.relpersistence <> 't'
  and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  and not exists (select from pg_inherits where inhrelid = indexrelid)
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = indrelid and deptype = 'e')`;
