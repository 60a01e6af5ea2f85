import type { Catalogue, Constraint, Relation } from "../catalogue/catalogue.ts";
import { objectKey } from "../catalogue/catalogue.ts";
import { mayBeConstraint } from "../catalogue/constraints.ts";
import { copiesOfParents } from "./tables/copies.ts";

const withIndex: ReadonlySet<Constraint["type"]> = new Set(["primary key", "unique", "exclude"]);

/** Whether a schema has a table, a view, a sequence or an index of a name: they share one space. */
export const takenRelationNames = (
  catalogue: Catalogue,
  namespace: string,
): { readonly has: (name: string) => boolean } => ({
  has: (name) => {
    const { relations, indexes } = catalogue;
    const key = objectKey(namespace, name);
    if (relations.has(key) || indexes.has(key)) return true;
    const isConstraint = mayBeConstraint(catalogue, name);
    for (const relation of relations.values()) {
      // Most are neither asked for a constraint nor a partition.
      if (!isConstraint && relation.partition === undefined) continue;
      if (relation.namespace !== namespace) continue;
      if (isConstraint && hasIndexedKey(relation, name)) return true;
      if (isCopiedName(relation, name)) return true;
    }
    return false;
  },
});

const hasIndexedKey = ({ constraints }: Relation, name: string): boolean =>
  constraints.some((each) => each.name === name && withIndex.has(each.type));

/** Whether a partition has an index of a name because its parent has one like it. */
export function isCopiedName(relation: Relation, name: string): boolean {
  if (relation.partition === undefined || !name.startsWith(relation.name.slice(0, 29)))
    return false;
  const { constraints, indexes } = copiesOfParents(relation);
  return (
    indexes.some((each) => each.name === name) ||
    constraints.some((each) => each.name === name && withIndex.has(each.of.type))
  );
}
