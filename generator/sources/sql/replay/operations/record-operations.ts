import type { Operation } from "#model/schema/migration-operations.ts";
import type { Content, Context } from "../context.ts";
import { alterTableOperations } from "./alter-table-operations.ts";
import type { Draft } from "./draft.ts";
import { notesOn } from "./notes.ts";
import { statementOperations } from "./statement-operations.ts";

type AnyReader = (body: unknown, context: Context) => readonly Draft[];

const readers: ReadonlyMap<string, AnyReader> = new Map(
  Object.entries({ ...statementOperations, ...alterTableOperations }) as [string, AnyReader][],
);

/** Notes what a statement is about to do, while what it works on is still as it was before. */
export function recordOperations({ name, body }: Content, context: Context): void {
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
