import { type ItemId, itemId } from "#model/item.ts";
import type { Catalogue, CatalogueObject, Relation, Routine } from "../catalogue/catalogue.ts";
import type { Migration } from "../catalogue/entry.ts";
import type { DefaultPrivilege, Definition } from "../catalogue/standalone.ts";
import { encodeId, idPart, joinId } from "./names.ts";

/** The id of every object that is there at the end. */
export type Identities = ReadonlyMap<CatalogueObject, ItemId>;

type MigrationId = `migration:${string}`;

/** Every change of every object names its migration: each name is made once. */
const known = new WeakMap<Migration, MigrationId>();

export function migrationId(migration: Migration): MigrationId {
  const id = known.get(migration) ?? (`migration:${encodeId(migration.name)}` as const);
  known.set(migration, id);
  return id;
}

/** All objects of the catalogue, each with its id; what nobody makes has none. */
export function identify(catalogue: Catalogue): Identities {
  const relations = [...catalogue.relations.values()];
  const named: readonly (readonly [CatalogueObject, ItemId])[] = [
    ...[...catalogue.namespaces.values()].map(identifyNamed),
    ...[...catalogue.extensions.values()].map(identifyNamed),
    ...[...catalogue.jobs.values()].map(identifyNamed),
    ...[...catalogue.access.roles.values()].map(identifyNamed),
    ...[...catalogue.publications.values()].map(identifyNamed),
    ...[...catalogue.eventTriggers.values()].map(identifyNamed),
    ...[...catalogue.access.defaultPrivileges.values()].map(identifyDefaults),
    ...[...catalogue.definitions.values()].map(identifyDefinition),
    ...relations.flatMap(identifyRelation),
    ...[...relations, ...catalogue.unknown.values()].flatMap(identifyMembers),
    ...[...catalogue.types.values()].map(
      (type) => [type, itemId("type", joinId(type.namespace, type.name))] as const,
    ),
    ...[...catalogue.routines.values()].flatMap(identifyOverloads),
  ];
  return new Map(named);
}

const identifyNamed = <
  Named extends Extract<
    CatalogueObject,
    { kind: "namespace" | "extension" | "cron-job" | "role" | "publication" | "event-trigger" }
  >,
>(
  object: Named,
) => [object, itemId(object.kind, encodeId(object.name))] as const;

/** `default-privilege:postgres/public/tables` */
const identifyDefaults = (each: DefaultPrivilege) => {
  const parts = [each.creator, each.namespace].filter((part) => part !== undefined);
  const name = [...parts.map(idPart), encodeId(each.on)].join("/");
  return [each, itemId("default-privilege", name)] as const;
};

/** `definition:operator/public.===(text, text)` */
const identifyDefinition = (each: Definition) => {
  const schema = each.namespace === undefined ? "" : `${idPart(each.namespace)}.`;
  const name = `${each.definitionKind}/${schema}${encodeId(each.name)}`;
  return [each, itemId("definition", name)] as const;
};

/** The columns of a partition are those of its parent. */
function identifyRelation(relation: Relation) {
  const name = joinId(relation.namespace, relation.name);
  const columns = relation.partition ? [] : relation.columns;
  return [
    [relation, itemId(relation.kind, name)] as const,
    ...columns.map((each) => [each, itemId("column", `${name}.${idPart(each.name)}`)] as const),
    ...relation.constraints.map(
      (each) => [each, itemId("constraint", `${name}/${idPart(each.name)}`)] as const,
    ),
  ];
}

/** What can be attached to a table that comes from outside. */
function identifyMembers({ namespace, name, indexes, triggers, policies, rules }: Relation) {
  const table = joinId(namespace, name);
  return [
    ...indexes.map((each) => [each, itemId("index", joinId(namespace, each.name))] as const),
    ...[...triggers, ...policies, ...rules].map(
      (each) => [each, itemId(each.kind, `${table}/${idPart(each.name)}`)] as const,
    ),
  ];
}

/** The first overload has the bare name, so that `function:public.buscar` leads somewhere. */
const identifyOverloads = (overloads: readonly Routine[]) =>
  overloads.map((routine, at) => {
    const name = joinId(routine.namespace, routine.name);
    const types = `(${routine.signature.map(encodeId).join(", ")})`;
    return [routine, itemId("function", at === 0 ? name : `${name}${types}`)] as const;
  });
