import type { Location } from "#model/location.ts";
import type { Operation, OperationTrait } from "#model/schema/migration-operations.ts";
import type { Relation } from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import type { Context, NodeBody, NodeName } from "../context.ts";
import { printName } from "../read-nodes.ts";
import { isThere } from "../require.ts";

/** An operation without what is the same for all of a statement. */
export type Draft = Pick<Operation, "kind" | "table" | "traits"> & {
  readonly name?: string | undefined;
  readonly location?: Location;
};

/** From a kind of statement to what it does to things in use. */
export type OperationReaders = {
  readonly [Name in NodeName]?: (node: NodeBody<Name>, context: Context) => readonly Draft[];
};

/** What a statement names, as operations show it. */
export interface Subject {
  readonly table: string;
  readonly relation?: Relation;
  readonly traits: readonly OperationTrait[];
}

export function subjectOf(name: Name, context: Context): Subject {
  const relation = isThere(context, name);
  if (relation !== undefined) return subjectAs(relation, context);
  const isForeign =
    name.schema !== undefined && !context.session.catalogue.ownSchemas.has(name.schema);
  return { table: printName(name), traits: isForeign ? ["existing"] : [] };
}

export function subjectAs(relation: Relation, { migration }: Context): Subject {
  const traits: readonly OperationTrait[] = [
    ...traitIf(relation.created.migration !== migration, "existing"),
    ...traitIf(relation.partitionKey !== undefined, "partitioned"),
  ];
  return { table: `${relation.namespace}.${relation.name}`, relation, traits };
}

export const traitIf = (
  condition: boolean | undefined,
  trait: OperationTrait,
): readonly OperationTrait[] => (condition === true ? [trait] : []);
