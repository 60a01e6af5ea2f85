import type { Catalogue, Relation } from "../../catalogue/catalogue.ts";
import { objectKey } from "../../catalogue/catalogue.ts";

/** What a guard asks for: constants that columns of a system catalogue are compared with. */
export type Asked = ReadonlyMap<string, string>;

/** Whether what is asked for is there; undefined when the migrations cannot tell. */
export type Lookup = (asked: Asked, catalogue: Catalogue) => boolean | undefined;

const first = (asked: Asked, ...columns: readonly string[]): string | undefined =>
  columns.map((column) => asked.get(column)).find((value) => value !== undefined);

const schemaColumns = ["schemaname", "table_schema", "nspname", "schema_name", "constraint_schema"];
const schemaTexts = ["relnamespace", "typnamespace", "pronamespace", "connamespace"];

const schemaOf = (asked: Asked): string | undefined =>
  first(asked, ...schemaColumns, ...schemaTexts);

/** A thing that is not found is not there only where the migrations make everything. */
const unlessForeign = (
  found: boolean,
  schema: string | undefined,
  { ownSchemas }: Catalogue,
): boolean | undefined =>
  found || schema === undefined || ownSchemas.has(schema) ? found : undefined;

function relationsOf(asked: Asked, { relations }: Catalogue): readonly Relation[] {
  const whole = first(asked, "attrelid", "tgrelid", "conrelid", "polrelid", "indrelid");
  const [table, named] = whole?.replaceAll('"', "").split(".").toReversed() ?? [];
  const name =
    table ?? first(asked, "tablename", "table_name", "relname", "viewname", "matviewname");
  const schema = named ?? schemaOf(asked);
  return [...relations.values()].filter(
    (each) =>
      (name === undefined || each.name === name) &&
      (schema === undefined || each.namespace === schema),
  );
}

const relation: Lookup = (asked, catalogue) =>
  unlessForeign(relationsOf(asked, catalogue).length > 0, schemaOf(asked), catalogue);

const member =
  (column: string, list: (relation: Relation) => readonly { readonly name: string }[]): Lookup =>
  (asked, catalogue) => {
    const name = asked.get(column);
    const found = relationsOf(asked, catalogue).some((each) =>
      list(each).some((part) => part.name === name),
    );
    const schema = schemaOf(asked) ?? asked.get("attrelid")?.split(".", 1)[0];
    return name === undefined ? undefined : unlessForeign(found, schema, catalogue);
  };

const namespace: Lookup = (asked, { namespaces, ownSchemas }) => {
  const name = schemaOf(asked) ?? "";
  return namespaces.has(name) || ownSchemas.has(name) ? true : undefined;
};

const type: Lookup = (asked, catalogue) => {
  const [name, schema] = [asked.get("typname"), schemaOf(asked)];
  const found = [...catalogue.types.values()].some(
    (each) => each.name === name && (schema === undefined || each.namespace === schema),
  );
  return unlessForeign(found, schema, catalogue);
};

const enumLabel: Lookup = (asked, { types }) => {
  const [name, label, schema] = [asked.get("typname"), asked.get("enumlabel"), schemaOf(asked)];
  const found = [...types.values()].filter(
    (each) => each.name === name && (schema === undefined || each.namespace === schema),
  );
  if (label === undefined || found.length === 0) return undefined;
  return found.some(({ labels }) => labels.includes(label));
};

const routine: Lookup = (asked, catalogue) => {
  const [name = "", schema] = [first(asked, "proname", "routine_name"), schemaOf(asked)];
  const keys = schema === undefined ? undefined : [objectKey(schema, name)];
  const found = keys
    ? keys.some((key) => catalogue.routines.has(key))
    : [...catalogue.routines.values()].flat().some((each) => each.name === name);
  return unlessForeign(found, schema, catalogue);
};

const job: Lookup = (asked, { jobs }) => {
  const name = asked.get("jobname");
  return name === undefined ? undefined : jobs.has(name);
};

/** By the system catalogue or view that a guard reads. */
export const lookups: Readonly<Partial<Record<string, Lookup>>> = {
  pg_tables: relation,
  pg_views: relation,
  pg_matviews: relation,
  tables: relation,
  views: relation,
  pg_attribute: member("attname", ({ columns }) => columns),
  columns: member("column_name", ({ columns }) => columns),
  pg_constraint: member("conname", ({ constraints }) => constraints),
  table_constraints: member("constraint_name", ({ constraints }) => constraints),
  pg_trigger: member("tgname", ({ triggers }) => triggers),
  pg_policies: member("policyname", ({ policies }) => policies),
  pg_policy: member("polname", ({ policies }) => policies),
  pg_indexes: member("indexname", ({ indexes }) => indexes),
  pg_enum: enumLabel,
  pg_type: type,
  pg_proc: routine,
  routines: routine,
  job,
  pg_class: relation,
  pg_namespace: namespace,
  schemata: namespace,
};
