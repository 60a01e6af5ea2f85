import type { Catalogue, Constraint, Relation } from "./catalogue.ts";

/** Names that constraints have, or had: others are free. */
const names = new WeakMap<Catalogue, Set<string>>();

/** Tables with a foreign key to a table, now or before: others need not be asked. */
const pointing = new WeakMap<Relation, Set<Relation>>();

/** Adds a constraint to its table. */
export function addToTable(catalogue: Catalogue, constraint: Constraint): void {
  const { relation, references } = constraint;
  relation.constraints.push(constraint);
  noteName(catalogue, constraint);
  if (references === undefined) return;
  const known = pointing.get(references.relation);
  if (known) known.add(relation);
  else pointing.set(references.relation, new Set([relation]));
}

/** Renames a constraint. */
export function renameConstraint(
  catalogue: Catalogue,
  constraint: Constraint,
  change: () => void,
): void {
  change();
  noteName(catalogue, constraint);
}

function noteName(catalogue: Catalogue, { name }: Constraint): void {
  const known = names.get(catalogue);
  if (known) known.add(name);
  else names.set(catalogue, new Set([name]));
}

/** Whether any constraint may have a name: no is certain. */
export const mayBeConstraint = (catalogue: Catalogue, name: string): boolean =>
  names.get(catalogue)?.has(name) === true;

/** Every foreign key that leads to a table, in the order of the tables that have them. */
export function keysTo(catalogue: Catalogue, target: Relation): readonly Constraint[] {
  const among = pointing.get(target);
  if (among === undefined) return [];
  const relations =
    among.size === 1
      ? [...among].filter(({ dropped }) => dropped !== true)
      : [...catalogue.relations.values()].filter((each) => among.has(each));
  return relations.flatMap(({ constraints }) =>
    constraints.filter(({ references }) => references?.relation === target),
  );
}
