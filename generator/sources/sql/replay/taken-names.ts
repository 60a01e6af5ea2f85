import type { Catalogue, Constraint, Relation } from "../catalogue/catalogue.ts";
import { objectKey } from "../catalogue/catalogue.ts";
import { copiesOfParents } from "./tables/copies.ts";

const withIndex: ReadonlySet<Constraint["type"]> = new Set(["primary key", "unique", "exclude"]);

/** Whether a schema has a table, a view, a sequence or an index of a name: they share one space. */
export const takenRelationNames = (
  { relations, indexes }: Catalogue,
  namespace: string,
): { readonly has: (name: string) => boolean } => ({
  has: (name) => {
    const key = objectKey(namespace, name);
    if (relations.has(key) || indexes.has(key)) return true;
    return [...relations.values()].some(
      (relation) =>
        relation.namespace === namespace &&
        (relation.constraints.some((each) => each.name === name && withIndex.has(each.type)) ||
          isCopiedName(relation, name)),
    );
  },
});

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
