import type {
  Catalogue,
  CatalogueObject,
  Column,
  Constraint,
  ObjectOf,
  Relation,
  Routine,
  Use,
  UserType,
} from "../../catalogue/catalogue.ts";
import { isLate } from "../../catalogue/catalogue.ts";
import { keysTo } from "../../catalogue/constraints.ts";
import { findLate, findRelation } from "../../catalogue/find.ts";
import { typeUse } from "../../facts/type-use.ts";
import { readsColumn } from "../objects/renaming/rename-in-text.ts";
import { nameOf } from "../read-nodes.ts";

/**
 * What PostgreSQL would not let an object be dropped for, unless the statement says CASCADE: what
 * belongs to the object goes with it and is not among them.
 */
export function dependentsOf(
  catalogue: Catalogue,
  object: CatalogueObject,
): readonly CatalogueObject[] {
  const find = finders[object.kind] as Finder | undefined;
  return find?.(catalogue, object) ?? [];
}

type Finder = (catalogue: Catalogue, object: CatalogueObject) => readonly CatalogueObject[];

type FinderOf<Kind extends CatalogueObject["kind"]> = (
  catalogue: Catalogue,
  object: ObjectOf<Kind>,
) => readonly CatalogueObject[];

const usesIt = (uses: readonly Use[], target: CatalogueObject): boolean =>
  uses.some((use) => use.target === target);

/** Views, and policies and triggers of other tables, whose text names the object. */
function boundTo(catalogue: Catalogue, target: CatalogueObject): readonly CatalogueObject[] {
  const [views, members]: [CatalogueObject[], CatalogueObject[]] = [[], []];
  for (const relation of [...catalogue.relations.values(), ...catalogue.unknown.values()]) {
    if (relation.kind !== "table" && usesIt(relation.uses, target)) views.push(relation);
    if (relation === target) continue;
    for (const each of relation.policies) if (usesIt(each.uses, target)) members.push(each);
    for (const each of relation.triggers) if (usesIt(each.uses, target)) members.push(each);
  }
  const events = [...catalogue.eventTriggers.values()].filter(({ uses }) => usesIt(uses, target));
  return [...views, ...members, ...events];
}

const foreignKeysTo = (catalogue: Catalogue, target: Relation): readonly Constraint[] =>
  keysTo(catalogue, target).filter(({ relation }) => relation !== target);

function ofRelation(catalogue: Catalogue, relation: Relation): readonly CatalogueObject[] {
  const all = [relation, ...relation.partitions];
  const found = all.flatMap((each) => [
    ...foreignKeysTo(catalogue, each),
    ...boundTo(catalogue, each),
    ...routinesWith(catalogue, each, (name, path) => findRelation(catalogue, name, path) === each),
  ]);
  return [...found, ...relation.children].filter((each) => !all.includes(ownerOf(each)));
}

/** What goes when a table goes is not in its way. */
const ownerOf = (object: CatalogueObject): Relation =>
  "relation" in object ? object.relation : (object as Relation);

/** Views, conditions, foreign keys of other tables, and columns that are computed from it. */
function ofColumn(catalogue: Catalogue, column: Column): readonly CatalogueObject[] {
  const { relation, name } = column;
  const readers = column.read === true ? readersOf(catalogue, column) : [];
  const computed = relation.columns.filter(
    ({ generated }) => generated !== undefined && readsColumn(generated, name),
  );
  const keys = foreignKeysTo(catalogue, relation).filter(
    ({ references }) => references?.columns.includes(name) === true,
  );
  return [...readers, ...computed, ...keys];
}

function readersOf(catalogue: Catalogue, column: Column): readonly CatalogueObject[] {
  const reads = (each: { readonly readsColumns?: readonly Column[] }): boolean =>
    each.readsColumns?.includes(column) === true;
  const relations = [...catalogue.relations.values(), ...catalogue.unknown.values()];
  return [
    ...relations.filter((each) => each !== column.relation && reads(each)),
    ...relations.flatMap(({ policies, triggers, rules }) =>
      [...policies, ...triggers, ...rules].filter(reads),
    ),
  ];
}

/** A key that others refer to. */
function ofConstraint(catalogue: Catalogue, constraint: Constraint): readonly CatalogueObject[] {
  if (constraint.type !== "primary key" && constraint.type !== "unique") return [];
  const isPointedAt = ({ references }: Constraint) =>
    references?.columns.toSorted().join("\0") === constraint.columns.toSorted().join("\0");
  const twins = constraint.relation.constraints.filter(
    (each) => each.columns.join("\0") === constraint.columns.join("\0"),
  );
  if (twins.some((each) => each !== constraint && each.type !== "foreign key")) return [];
  return keysTo(catalogue, constraint.relation).filter(isPointedAt);
}

const ofRoutine = (catalogue: Catalogue, routine: Routine): readonly CatalogueObject[] =>
  boundTo(catalogue, routine);

function ofType(catalogue: Catalogue, type: UserType): readonly CatalogueObject[] {
  const columns = [...catalogue.relations.values()]
    .filter(({ kind }) => kind === "table")
    .flatMap((relation) => relation.columns.filter((column) => isOfType(catalogue, column, type)));
  const isMeant: IsMeant = (name, searchPath) =>
    findLate(catalogue, { kind: "late type", name, searchPath }) === type;
  return [...columns, ...routinesWith(catalogue, type, isMeant)];
}

const isOfType = (catalogue: Catalogue, column: Column, type: UserType): boolean =>
  typeUse(column.type, column.relation.namespace, column).some(
    ({ target }) => isLate(target) && findLate(catalogue, target) === type,
  );

type IsMeant = (name: ReturnType<typeof nameOf>, searchPath: readonly string[]) => boolean;

/** Functions that take or give a type. */
const routinesWith = (
  catalogue: Catalogue,
  target: Relation | UserType,
  isMeant: IsMeant,
): readonly Routine[] =>
  [...catalogue.routines.values()].flat().filter((routine) =>
    [...routine.arguments.map(({ type }) => type), routine.returns].some((written) => {
      if (!written.includes(target.name)) return false;
      const name = written.replace(/^setof\s+/i, "").replace(/\[\]$/, "");
      return /^[\w.]+$/.test(name) && isMeant(nameOf(name.split(".")), pathOf(routine));
    }),
  );

const pathOf = ({ namespace }: Routine): readonly string[] => [...new Set([namespace, "public"])];

const finders: { readonly [Kind in CatalogueObject["kind"]]?: FinderOf<Kind> } = {
  table: ofRelation,
  view: ofRelation,
  "materialized-view": ofRelation,
  column: ofColumn,
  constraint: ofConstraint,
  function: ofRoutine,
  type: ofType,
  namespace: ({ relations, routines, types }, { name }) =>
    [...relations.values(), ...[...routines.values()].flat(), ...types.values()].filter(
      ({ namespace }) => namespace === name,
    ),
};
