import type { Operation, OperationTrait } from "#model/migration-operations.ts";
import type { Location } from "#model/location.ts";
import type { Node } from "libpg-query";
import type { Relation } from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import type { Context, NodeBody, NodeName } from "../context.ts";
import { printName } from "../read-nodes.ts";
import { isThere } from "../require.ts";
import { notesOn } from "./notes.ts";
import { alterTableOperations } from "./alter-table-operations.ts";
import { statementOperations } from "./statement-operations.ts";

/** An operation without what is the same for all of a statement. */
export type Draft = Pick<Operation, "kind" | "table" | "traits"> & {
  readonly name?: string | undefined;
  readonly location?: Location;
};

/** From a kind of statement to what it does to things in use. */
export type OperationReaders = {
  readonly [Name in NodeName]?: (node: NodeBody<Name>, context: Context) => readonly Draft[];
};

type AnyReader = (body: unknown, context: Context) => readonly Draft[];

const readers: ReadonlyMap<string, AnyReader> = new Map(
  Object.entries({ ...statementOperations, ...alterTableOperations }) as [string, AnyReader][],
);

/** Notes what a statement is about to do, while what it works on is still as it was before. */
export function recordOperations(node: Node, context: Context): void {
  const [[name, body] = ["", undefined]] = Object.entries(node);
  const drafts = readers.get(name)?.(body, context) ?? [];
  if (drafts.length === 0) return;
  const { session, migration } = context;
  const { operations } = notesOn(session.notes, migration);
  for (const draft of drafts) operations.push(completed(draft, operations, context));
}

function completed(
  { kind, table, name, traits, location }: Draft,
  before: readonly Operation[],
  context: Context,
): Operation {
  const isInside = context.conditional || isOpen(before);
  return {
    kind,
    table,
    ...(name !== undefined && { name }),
    traits: isInside ? [...traits, "in transaction"] : traits,
    location: location ?? context.place(0),
  };
}

const isOpen = (operations: readonly Operation[]): boolean =>
  operations.findLast(({ kind }) => kind === "begin" || kind === "commit")?.kind === "begin";

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
