import type { Node } from "libpg-query";
import type { Catalogue, CatalogueObject } from "../../catalogue/catalogue.ts";
import { objectKey } from "../../catalogue/catalogue.ts";
import { findType } from "../../catalogue/find.ts";
import type { Context } from "../context.ts";
import { nameOf, stringsOf } from "../read-nodes.ts";
import { definitionKinds, findDefinition } from "../definitions/definition-names.ts";
import { isThere } from "../require.ts";
import { lookUpRoutine } from "../routines/find-routine.ts";
import { findColumn } from "./sequences.ts";

type Finder = (object: Node, context: Context) => CatalogueObject | undefined;

const relation: Finder = (object, context) => isThere(context, nameOf(stringsOf(object)));

/** `DROP FUNCTION` of a procedure fails, and the other way round. */
function routineOf(isProcedure: boolean, object: Node, context: Context) {
  const found = routine(object, context);
  const kind = found?.kind === "function" ? found.routineKind : undefined;
  return (kind === "procedure") === isProcedure ? found : undefined;
}

const routine: Finder = (object, context) =>
  "ObjectWithArgs" in object ? lookUpRoutine(context, object.ObjectWithArgs) : undefined;

const type: Finder = (object, { session }) =>
  findType(session.catalogue, nameOf(stringsOf(object)), session.searchPath);

const index: Finder = (object, { session }) => {
  const { schema, name } = nameOf(stringsOf(object));
  const { indexes } = session.catalogue;
  const schemas = schema === undefined ? session.searchPath : [schema];
  const found = schemas.flatMap((each) => indexes.get(objectKey(each, name)) ?? []);
  return found[0] ?? keyNamed(session.catalogue, name, schemas);
};

/** A key has an index of its own, with its name. */
function keyNamed({ relations }: Catalogue, name: string, schemas: readonly string[]) {
  for (const { namespace, constraints } of relations.values()) {
    const key = constraints.find((each) => each.name === name && each.type !== "check");
    if (key !== undefined && schemas.includes(namespace)) return key;
  }
  return undefined;
}

/** Policies, triggers and constraints are named together with their table. */
const memberOf =
  (list: "policies" | "triggers" | "constraints" | "rules"): Finder =>
  (object, context) => {
    const parts = stringsOf(object);
    const table = tableOf(context, parts.slice(0, -1));
    const members: readonly CatalogueObject[] = table?.[list] ?? [];
    return members.find(({ name }) => name === parts.at(-1));
  };

function tableOf(context: Context, parts: readonly string[]) {
  const name = nameOf(parts);
  const { searchPath, catalogue } = context.session;
  const key = objectKey(name.schema ?? searchPath[0] ?? "public", name.name);
  return isThere(context, name) ?? catalogue.unknown.get(key);
}

const named = (object: Node): string => stringsOf(object).at(-1) ?? "";

/** From the parser's name of a kind of object to how one is found. */
const finders: Readonly<Partial<Record<string, Finder>>> = {
  OBJECT_TABLE: relation,
  OBJECT_VIEW: relation,
  OBJECT_MATVIEW: relation,
  OBJECT_SEQUENCE: relation,
  OBJECT_FOREIGN_TABLE: relation,
  OBJECT_INDEX: index,
  OBJECT_COLUMN: (object, context) => findColumn(context, stringsOf(object)),
  OBJECT_FUNCTION: (object, context) => routineOf(false, object, context),
  OBJECT_PROCEDURE: (object, context) => routineOf(true, object, context),
  OBJECT_ROUTINE: routine,
  OBJECT_AGGREGATE: routine,
  OBJECT_TYPE: type,
  OBJECT_DOMAIN: type,
  OBJECT_POLICY: memberOf("policies"),
  OBJECT_TRIGGER: memberOf("triggers"),
  OBJECT_TABCONSTRAINT: memberOf("constraints"),
  OBJECT_RULE: memberOf("rules"),
  OBJECT_ROLE: (object, { session }) => session.catalogue.access.roles.get(named(object)),
  OBJECT_PUBLICATION: (object, { session }) => session.catalogue.publications.get(named(object)),
  OBJECT_EVENT_TRIGGER: (object, { session }) => session.catalogue.eventTriggers.get(named(object)),
  OBJECT_SCHEMA: (object, { session }) => session.catalogue.namespaces.get(named(object)),
  OBJECT_EXTENSION: (object, { session }) => session.catalogue.extensions.get(named(object)),
};

export const isFindable = (kind: string): boolean => kind in finders || kind in definitionKinds;

/** The object of this kind that a node names. */
export const findObject = (
  kind: string,
  object: Node,
  context: Context,
): CatalogueObject | undefined =>
  kind in definitionKinds
    ? findDefinition(kind, object, context)
    : finders[kind]?.(object, context);

/** `OBJECT_MATVIEW` → `MATERIALIZED VIEW` */
export const printKind = (kind: string): string =>
  kind
    .replace("OBJECT_", "")
    .replace("MATVIEW", "MATERIALIZED_VIEW")
    .replace("TABCONSTRAINT", "CONSTRAINT")
    .replaceAll("_", " ");
