import {
  type Catalogue,
  type CatalogueObject,
  type Column,
  type Constraint,
  type Index,
  objectKey,
  type Relation,
  type Routine,
  type UserType,
} from "../catalogue/catalogue.ts";
import { readsColumn } from "./objects/renaming/rename-in-text.ts";
import { keysTo } from "../catalogue/constraints.ts";
import { temporarySchema } from "./require.ts";

/** What went since it was last asked, by the catalogue that it went from. */
const gone = new WeakMap<Catalogue, CatalogueObject[]>();

function drop(catalogue: Catalogue, object: CatalogueObject): void {
  object.dropped = true;
  const list = gone.get(catalogue) ?? [];
  list.push(object);
  gone.set(catalogue, list);
}

/** What was removed since this was last called; what was only temporary was never there. */
export function takeRemoved(catalogue: Catalogue): readonly CatalogueObject[] {
  const list = gone.get(catalogue) ?? [];
  gone.delete(catalogue);
  return list.filter((object) => !isTemporary("relation" in object ? object.relation : object));
}

const isTemporary = (object: CatalogueObject): boolean =>
  ("temporary" in object && object.temporary) ||
  ("namespace" in object && object.namespace === temporarySchema);

/** Takes a value out of a list, if it is there. */
export function without<Value>(list: Value[], value: Value): void {
  const at = list.indexOf(value);
  if (at >= 0) list.splice(at, 1);
}

/**
 * Takes a relation out with all that cannot stay without it: what belongs to it, its partitions,
 * keys that refer to it and views that read it. PostgreSQL asks for CASCADE where others are hit;
 * after a statement that ran, the result is the same.
 */
export function removeRelation(catalogue: Catalogue, relation: Relation): void {
  if (relation.dropped) return;
  catalogue.relations.delete(objectKey(relation.namespace, relation.name));
  const { columns, constraints, triggers, policies } = relation;
  for (const each of [relation, ...columns, ...constraints, ...triggers, ...policies]) {
    drop(catalogue, each);
  }
  for (const index of [...relation.indexes]) removeIndex(catalogue, index);
  for (const partition of [...relation.partitions]) removeRelation(catalogue, partition);
  if (relation.partition) without(relation.partition.parent.partitions, relation);
  for (const constraint of keysTo(catalogue, relation)) removeConstraint(catalogue, constraint);
  for (const other of [...catalogue.relations.values()])
    removeDependent(catalogue, other, relation);
}

/** Another relation cannot stay when it belongs to the one that goes, or reads it. */
function removeDependent(catalogue: Catalogue, other: Relation, gone: Relation): void {
  const isOwned = other.ownedBy !== undefined && gone.columns.includes(other.ownedBy);
  const isReading = other.kind !== "table" && uses(other, gone);
  if (isOwned || isReading) removeRelation(catalogue, other);
}

const uses = (relation: Relation, target: CatalogueObject): boolean =>
  relation.uses.some((use) => use.target === target);

export function removeIndex(catalogue: Catalogue, index: Index): void {
  drop(catalogue, index);
  catalogue.indexes.delete(objectKey(index.relation.namespace, index.name));
  without(index.relation.indexes, index);
}

/** A constraint takes the index over: it has no life of its own any more. */
export function absorbIndex(catalogue: Catalogue, index: Index): void {
  index.dropped = true;
  catalogue.indexes.delete(objectKey(index.relation.namespace, index.name));
  without(index.relation.indexes, index);
}

export function removeConstraint(catalogue: Catalogue, constraint: Constraint): void {
  drop(catalogue, constraint);
  without(constraint.relation.constraints, constraint);
}

const reads = ({ keys, include, predicate = "" }: Index, column: string): boolean =>
  [...keys, ...include, predicate].some((text) => readsColumn(text, column));

/** Indexes and constraints that name the column go with it. */
export function removeColumn(catalogue: Catalogue, column: Column): void {
  const { relation, name } = column;
  drop(catalogue, column);
  without(relation.columns, column);
  if (relation.grants?.some((grant) => grant.column === name) === true) {
    relation.grants = relation.grants.filter((grant) => grant.column !== name);
  }
  for (const index of relation.indexes.filter((index) => reads(index, name))) {
    removeIndex(catalogue, index);
  }
  const hit = relation.constraints.filter(({ columns }) => columns.includes(name));
  for (const constraint of hit) removeConstraint(catalogue, constraint);
  for (const constraint of keysTo(catalogue, relation)) {
    if (constraint.references?.columns.includes(name)) removeConstraint(catalogue, constraint);
  }
  if (column.counted === true) removeSequencesOf(catalogue, column);
}

function removeSequencesOf(catalogue: Catalogue, column: Column): void {
  for (const other of [...catalogue.relations.values()]) {
    if (other.ownedBy === column) removeRelation(catalogue, other);
  }
}

/** Triggers that call the function go with it. */
export function removeRoutine(catalogue: Catalogue, routine: Routine): void {
  drop(catalogue, routine);
  const key = objectKey(routine.namespace, routine.name);
  const left = (catalogue.routines.get(key) ?? []).filter((each) => each !== routine);
  if (left.length > 0) catalogue.routines.set(key, left);
  else catalogue.routines.delete(key);
  for (const { triggers } of [...catalogue.relations.values(), ...catalogue.unknown.values()]) {
    for (const trigger of triggers.filter((each) =>
      each.uses.some((use) => use.target === routine),
    )) {
      drop(catalogue, trigger);
      without(triggers, trigger);
    }
  }
}

export function removeType(catalogue: Catalogue, type: UserType): void {
  drop(catalogue, type);
  catalogue.types.delete(objectKey(type.namespace, type.name));
}

/** All that lies in the schema goes with it. */
export function removeNamespace(catalogue: Catalogue, name: string): void {
  const namespace = catalogue.namespaces.get(name);
  if (namespace) drop(catalogue, namespace);
  catalogue.namespaces.delete(name);
  catalogue.ownSchemas.delete(name);
  const isInside = (each: { readonly namespace: string }) => each.namespace === name;
  for (const relation of [...catalogue.relations.values()].filter(isInside)) {
    removeRelation(catalogue, relation);
  }
  for (const routine of [...catalogue.routines.values()].flat().filter(isInside)) {
    removeRoutine(catalogue, routine);
  }
  for (const type of [...catalogue.types.values()].filter(isInside)) removeType(catalogue, type);
}
