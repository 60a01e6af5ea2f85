import type { Catalogue, Column, Relation } from "../catalogue/catalogue.ts";
import type { Name } from "../catalogue/entry.ts";
import { objectKey } from "../catalogue/catalogue.ts";
import { findRelation } from "../catalogue/find.ts";
import type { Context } from "./context.ts";
import { newEntry, report } from "./context.ts";
import { printName } from "./read-nodes.ts";

/** Tables and views that an extension brings into the schema it is created in. */
const extensionRelations: Readonly<Partial<Record<string, readonly string[]>>> = {
  postgis: ["spatial_ref_sys", "geometry_columns", "geography_columns"],
  postgis_raster: ["raster_columns", "raster_overviews"],
  postgis_topology: ["topology", "layer"],
  pg_stat_statements: ["pg_stat_statements", "pg_stat_statements_info"],
};

/** What is made here goes when the file ends, functions and types too. */
export const temporarySchema = "pg_temp";

/** The schema in which a statement creates an object of this name. */
export function schemaFor({ session }: Context, { schema }: Name): string {
  const chosen = schema ?? session.searchPath[0] ?? "public";
  if (chosen === temporarySchema) session.hasTemporary = true;
  session.catalogue.ownSchemas.add(chosen);
  return chosen;
}

/** Whether an object that nobody made can only be missing: the migrations own its schema. */
export function isMissing({ session, conditional }: Context, name: Name): boolean {
  return !conditional && isOurs(session.catalogue, name, session.searchPath);
}

/** Whether only the migrations can make a relation of this name. */
export function isOurs(
  { ownSchemas, extensions }: Catalogue,
  { schema, name }: Name,
  searchPath: readonly string[],
): boolean {
  if (!ownSchemas.has(schema ?? searchPath[0] ?? "public")) return false;
  return ![...extensions.keys()].some((each) => extensionRelations[each]?.includes(name));
}

export const isThere = ({ session }: Context, name: Name): Relation | undefined =>
  findRelation(session.catalogue, name, session.searchPath);

/**
 * The relation that a statement needs. One that no migration creates is kept apart, so that what
 * is attached to it (a policy on `storage.objects`) is still shown; when it should be there, that
 * is reported.
 */
export function requireRelation(context: Context, name: Name, needed: string): Relation {
  const found = isThere(context, name);
  if (found !== undefined) return found;
  if (isMissing(context, name)) {
    report(context, "sources/sql-missing-object", { kind: "TABLE", name: printName(name), needed });
  }
  const { catalogue, searchPath } = context.session;
  const namespace = name.schema ?? searchPath[0] ?? "public";
  const key = objectKey(namespace, name.name);
  const known = catalogue.unknown.get(key);
  if (known !== undefined) return known;
  const unknown = newRelation(context, { namespace, name: name.name, known: false });
  catalogue.unknown.set(key, unknown);
  return unknown;
}

interface RelationStart {
  readonly namespace: string;
  readonly name: string;
  readonly kind?: Relation["kind"];
  readonly known?: boolean;
  readonly temporary?: boolean;
}

/** A relation without columns yet. */
export function newRelation(context: Context, start: RelationStart): Relation {
  context.session.hasTemporary ||= start.temporary === true;
  return {
    kind: "table",
    known: true,
    temporary: false,
    ...newEntry(context, start.name),
    columns: [],
    constraints: [],
    indexes: [],
    triggers: [],
    policies: [],
    rowSecurity: false,
    rowSecurityForced: false,
    partitions: [],
    parents: [],
    children: [],
    rules: [],
    uses: [],
    securityInvoker: false,
    ...start,
  };
}

/** Whether a table can have columns that no text names: a partition, or a table made from a query. */
const hasOpenColumns = ({ columns, query, partition }: Relation): boolean =>
  columns.length === 0 || query !== undefined || partition !== undefined;

/** The column of a table of ours, or what is wrong with the statement that names it. */
export function requireColumn(
  context: Context,
  relation: Relation,
  { name, needed }: { readonly name: string; readonly needed: string },
): Column | undefined {
  const found = relation.columns.find((column) => column.name === name);
  const isOpen = !relation.known || hasOpenColumns(relation) || context.conditional;
  if (found === undefined && !isOpen) {
    const written = `${relation.namespace}.${relation.name}.${name}`;
    report(context, "sources/sql-missing-object", { kind: "COLUMN", name: written, needed });
  }
  return found;
}
