import type { TableLikeClause } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import { addToTable } from "../../catalogue/constraints.ts";
import { type Context, newEntry } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";
import { takenRelationNames } from "../taken-names.ts";
import { addCopiedIndex, copiesOf } from "./copies.ts";
import { addOwnSequence, countingAlike } from "./own-sequence.ts";

/** What `INCLUDING` asks for, as the parser counts it. */
const included = { constraints: 4, defaults: 8, generated: 16, identity: 32, indexes: 64 } as const;

/** `LIKE other INCLUDING …`: what it has is made anew, and nothing ties the two afterwards. */
export function copyLike(
  { relation: like, options = 0 }: TableLikeClause,
  relation: Relation,
  context: Context,
): void {
  const from = requireRelation(context, rangeName(like), "LIKE");
  const asks = (what: keyof typeof included): boolean => (options & included[what]) !== 0;
  copyColumns(from, relation, { context, asks });
  const taken = takenRelationNames(context.session.catalogue, relation.namespace);
  const { constraints, indexes } = copiesOf(from, relation.name, taken);
  for (const { name, of } of constraints) {
    if (of.type === "foreign key" || !asks(of.type === "check" ? "constraints" : "indexes"))
      continue;
    addToTable(context.session.catalogue, { ...of, ...newEntry(context, name), relation });
  }
  if (asks("indexes")) for (const each of indexes) addCopiedIndex(each, relation, context);
}

interface Copying {
  readonly context: Context;
  readonly asks: (what: keyof typeof included) => boolean;
}

/** The columns of another table, as this statement makes them. */
function copyColumns(from: Relation, to: Relation, copying: Copying): void {
  for (const column of from.columns) {
    if (to.columns.some(({ name }) => name === column.name)) continue;
    const copied = copyColumn(column, to, copying);
    to.columns.push(copied);
    if (copied.identity) addOwnSequence(copied, copying.context);
  }
}

function copyColumn(original: Column, relation: Relation, { context, asks }: Copying): Column {
  const { name, description } = original;
  const column = { ...original, ...countingAlike(original, context.session.catalogue) };
  const { type, nullable, generated, virtual, identity, collation } = column;
  return {
    kind: "column",
    ...newEntry(context, name),
    ...(description && { description }),
    relation,
    type,
    nullable,
    ...(collation !== undefined && { collation }),
    ...only("default", asks("defaults") ? column.default : undefined),
    ...only("generated", asks("generated") ? generated : undefined),
    ...only("virtual", asks("generated") ? virtual : undefined),
    ...only("identity", asks("identity") ? identity : undefined),
  };
}

/** A field, when there is something in it. */
const only = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;
