/** `leitor select*`: who may do what beside the owner, and whether they may pass it on. */
const grantsOf = (acl: string, owner: string, kind: string): string => `(
  select json_agg(case grantee when 0 then 'public' else pg_get_userbyid(grantee) end
    || ' ' || lower(privilege_type) || case when is_grantable then '*' else '' end)
  from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) where grantee <> ${owner})`;

/** Whose an object is. */
const ownerOf = (owner: string): string => `pg_get_userbyid(${owner})`;

/** What is granted on relations as a whole, on columns of them, on functions and schemas. */
export const rightsQuery = `
select case relkind when 'v' then 'view' when 'm' then 'materialized-view'
    when 'S' then 'sequence' else 'table' end as kind,
  relnamespace::regnamespace::text || '.' || relname as name,
  json_build_object(
    'owner', ${ownerOf("relowner")},
    'grants', case when relkind = 'S' then ${grantsOf("relacl", "relowner", "S")}
      else ${grantsOf("relacl", "relowner", "r")} end,
    'column grants', (select json_agg(case grantee when 0 then 'public' else pg_get_userbyid(grantee) end
        || ' ' || lower(privilege_type) || case when is_grantable then '*' else '' end || ' ' || attname)
      from pg_attribute, aclexplode(attacl) where attrelid = pg_class.oid and grantee <> relowner)) as facts
from pg_class where relkind in ('r', 'p', 'f', 'v', 'm', 'S') and oid >= 16384
union all
select 'namespace', nspname, json_build_object('owner', ${ownerOf("nspowner")},
  'grants', ${grantsOf("nspacl", "nspowner", "n")}) from pg_namespace where oid >= 16384
union all
select 'function', pronamespace::regnamespace || '.' || proname || '(' || coalesce((
    select string_agg(format_type(type, null), ', ' order by at)
    from unnest(proargtypes) with ordinality as each (type, at)), '') || ')',
  json_build_object('owner', ${ownerOf("proowner")}, 'grants', ${grantsOf("proacl", "proowner", "f")})
from pg_proc where oid >= 16384`;

/** What the server itself grants on objects that somebody creates, in one schema or in all. */
export const defaultRightsQuery = `
select case defaclobjtype when 'r' then 'table view materialized-view' when 'S' then 'sequence'
    when 'f' then 'function' when 'n' then 'namespace' else '' end as kinds,
  ${ownerOf("defaclrole")} as creator, nullif(defaclnamespace, 0)::regnamespace::text as schema,
  case grantee when 0 then 'public' else pg_get_userbyid(grantee) end || ' ' ||
    lower(privilege_type) || case when is_grantable then '*' else '' end as given
from pg_default_acl, aclexplode(defaclacl)`;

/** Roles, and what is granted on objects that are created later. */
export const rolesQuery = `
select 'role' as kind, rolname::text as name, oid::text as oid, json_build_object(
    'options', array_remove(array[case when rolbypassrls then 'BYPASSRLS' end,
      case when rolcreatedb then 'CREATEDB' end, case when rolcreaterole then 'CREATEROLE' end,
      case when rolcanlogin then 'LOGIN' end, case when not rolinherit then 'NOINHERIT' end,
      case when rolreplication then 'REPLICATION' end, case when rolsuper then 'SUPERUSER' end], null),
    'memberOf', (select json_agg(pg_get_userbyid(roleid)) from pg_auth_members
      where member = pg_roles.oid)) as facts,
  shobj_description(oid, 'pg_authid') as comment
from pg_roles where oid >= 16384
union all
select 'default-privilege', concat_ws(' ', case defaclobjtype when 'r' then 'tables'
      when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
      when 'n' then 'schemas' else 'large objects' end,
    'in ' || nullif(defaclnamespace, 0)::regnamespace, 'of ' || nullif(${ownerOf("defaclrole")}, current_user)),
  oid::text, json_build_object('grants', ${grantsOf("defaclacl", "defaclrole", "r")}), null
from pg_default_acl`;
