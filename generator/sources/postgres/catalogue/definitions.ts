interface Listed {
  readonly kind: string;
  readonly table: string;
  /** Without its schema. */
  readonly name: string;
  /** The column that holds the schema, if it lies in one. */
  readonly schema?: string;
  readonly where?: string;
}

const type = (column: string): string =>
  `coalesce(format_type(nullif(${column}, 0), null), 'NONE')`;

const listed: readonly Listed[] = [
  {
    kind: "operator",
    table: "operator",
    name: `oprname || '(' || ${type("oprleft")} || ', ' || ${type("oprright")} || ')'`,
    schema: "oprnamespace",
    // One that another names as its negator is announced, not made.
    where: "oprcode <> 0",
  },
  { kind: "cast", table: "cast", name: `${type("castsource")} || ' as ' || ${type("casttarget")}` },
  { kind: "collation", table: "collation", name: "collname", schema: "collnamespace" },
  { kind: "conversion", table: "conversion", name: "conname", schema: "connamespace" },
  {
    kind: "text search configuration",
    table: "ts_config",
    name: "cfgname",
    schema: "cfgnamespace",
  },
  { kind: "text search dictionary", table: "ts_dict", name: "dictname", schema: "dictnamespace" },
  { kind: "text search parser", table: "ts_parser", name: "prsname", schema: "prsnamespace" },
  { kind: "text search template", table: "ts_template", name: "tmplname", schema: "tmplnamespace" },
  {
    kind: "operator class",
    table: "opclass",
    name: "opcname || ' using ' || (select amname from pg_am where oid = opcmethod)",
    schema: "opcnamespace",
  },
  { kind: "language", table: "language", name: "lanname" },
  { kind: "foreign data wrapper", table: "foreign_data_wrapper", name: "fdwname" },
  { kind: "foreign server", table: "foreign_server", name: "srvname" },
  { kind: "access method", table: "am", name: "amname" },
];

const queryFor = ({ kind, table, name, schema, where = "true" }: Listed): string => `
select 'definition' as kind, '${kind} ' || ${schema === undefined ? "" : `${schema}::regnamespace || '.' || `}${name} as name,
  oid::text as oid, '{}'::json as facts, obj_description(oid, 'pg_${table}') as comment
from pg_${table} where oid >= 16384 and ${where} and not exists (select from pg_depend
  where classid = 'pg_${table}'::regclass and objid = pg_${table}.oid and deptype in ('e', 'i'))`;

/** What is known by name alone. */
export const definitionsQuery = listed.map(queryFor).join("\nunion all\n");

/** Not the rules that views are made of. */
export const rulesQuery = `
select 'rule' as kind, nspname || '.' || relname || '.' || rulename as name, pg_rewrite.oid::text as oid,
  json_build_object('instead', is_instead,
    'event', case ev_type when '1' then 'select' when '2' then 'update' when '3' then 'insert'
      else 'delete' end) as facts,
  obj_description(pg_rewrite.oid, 'pg_rewrite') as comment
from pg_rewrite join pg_class on pg_class.oid = ev_class
  join pg_namespace on pg_namespace.oid = relnamespace
where rulename <> '_RETURN' and relpersistence <> 't'
  and not exists (select from pg_depend where classid = 'pg_class'::regclass
    and objid = ev_class and deptype = 'e')`;
