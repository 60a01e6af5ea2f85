import {
  type Constraint,
  type Index,
  objectKey,
  type Relation,
} from "../../catalogue/catalogue.ts";
import { type Context, newEntry } from "../context.ts";
import { chooseName } from "./choose-name.ts";

/** What a table has because another has it, with the names that PostgreSQL gives. */
export interface Copies {
  readonly constraints: readonly Copied<Constraint>[];
  readonly indexes: readonly Copied<Index>[];
}

interface Copied<Part> {
  readonly name: string;
  readonly of: Part;
}

type Taken = Parameters<typeof chooseName>[1];

const suffixes = { "primary key": "pkey", unique: "key", exclude: "excl" } as const;

/** Checks and foreign keys keep their names; keys and indexes are named after the new table. */
export function copiesOf(from: Relation, tableName: string, taken: Taken): Copies {
  const names = new Set<string>();
  const choose = (columns: string, suffix: string): string => {
    const has = (name: string): boolean => names.has(name) || taken.has(name);
    const name = chooseName([tableName, columns, suffix], { has });
    names.add(name);
    return name;
  };
  return {
    constraints: from.constraints.map((constraint) => {
      const { type, columns, name } = constraint;
      if (type === "check" || type === "foreign key" || type === "not null")
        return { name, of: constraint };
      const written = type === "primary key" ? "" : columns.join("_");
      return { name: choose(written, suffixes[type]), of: constraint };
    }),
    indexes: from.indexes.map((index) => {
      const columns = [...index.keys, ...index.include].map(keyName).join("_");
      return { name: choose(columns, "idx"), of: index };
    }),
  };
}

/** A column by its name, a call by that of its function, all else as `expr`. */
const keyName = (key: string): string =>
  /^"((?:[^"]|"")+)"/.exec(key)?.[1] ??
  /^([\p{L}_][\p{L}\p{N}_$]*)\s*(?:\(|$|\s)/u.exec(key)?.[1] ??
  "expr";

/** What a partition takes over from its parents. */
export function copiesOfParents(partition: Relation): Copies {
  const none = { has: () => false };
  const parents: Relation[] = [];
  for (let each = partition.partition?.parent; each; each = each.partition?.parent)
    parents.push(each);
  const all = parents.map((parent) => copiesOf(parent, partition.name, none));
  return {
    constraints: all.flatMap(({ constraints }) => constraints),
    indexes: all.flatMap(({ indexes }) => indexes),
  };
}

/** An index that no statement of its own makes. */
export function addCopiedIndex(
  { name, of }: Copied<Index>,
  relation: Relation,
  context: Context,
): void {
  const index: Index = { ...of, ...newEntry(context, name), relation };
  relation.indexes.push(index);
  if (!relation.temporary)
    context.session.catalogue.indexes.set(objectKey(relation.namespace, name), index);
}
