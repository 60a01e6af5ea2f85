import type { Location } from "#model/location.ts";
import type { Constraint, Index, Relation } from "../../catalogue/catalogue.ts";
import { type Context, reportedAt } from "../context.ts";
import { readPartitionKey } from "./partition-key.ts";
import { refuse } from "./refuse.ts";

/** Reports keys that the statement adds and PostgreSQL refuses. */
export function checkNewKeys(relation: Relation, context: Context): void {
  const { line } = context.place(0);
  for (const constraint of relation.constraints) {
    const { migration, location } = constraint.created;
    if (migration !== context.migration || (location.line ?? 0) < (line ?? 0)) continue;
    const there = reportedAt(context, location);
    if (constraint.references) checkReference(constraint, there);
    if (constraint.type === "primary key" || constraint.type === "unique")
      checkPartitioned(relation, constraint, there);
  }
}

/** A row that is referred to must be one alone. */
function checkReference({ references, name, columns }: Constraint, context: Context): void {
  if (references === undefined || !hasAllKeys(references.relation)) return;
  const { relation, columns: target } = references;
  // A column that is missing is reported by its name.
  if (target.some((each) => !relation.columns.some((column) => column.name === each))) return;
  const args = { constraint: name, table: `${relation.namespace}.${relation.name}` };
  if (target.length === 0)
    refuse(context, "sources/sql-key-not-unique", { ...args, columns: "PRIMARY KEY" });
  else if (!isUnique(relation, target) || target.length !== columns.length)
    refuse(context, "sources/sql-key-not-unique", { ...args, columns: target.join(", ") });
}

/** Copies, partitions and children may have keys that no statement spells out. */
const hasAllKeys = ({ known, kind, partition, columns, query, created }: Relation): boolean =>
  known &&
  kind === "table" &&
  partition === undefined &&
  query === undefined &&
  columns.length > 0 &&
  columns.every((column) => !isSamePlace(column.created.location, created.location));

/** A column that stands where its table starts was copied from another. */
const isSamePlace = (a: Location, b: Location): boolean =>
  a.line === b.line && a.column === b.column && a.file === b.file;

function isUnique({ constraints, indexes }: Relation, columns: readonly string[]): boolean {
  const wanted = [...columns].sort().join("\0");
  const isSame = (names: readonly string[]) => [...names].sort().join("\0") === wanted;
  return (
    constraints.some(
      ({ type, columns: own }) => (type === "primary key" || type === "unique") && isSame(own),
    ) || indexes.some((index) => isWhole(index) && isSame(index.keys.map(plainName)))
  );
}

const isWhole = ({ unique, predicate }: Index): boolean => unique && predicate === undefined;

const plainName = (key: string): string =>
  /^"([^"]+)"/.exec(key)?.[1] ?? /^[\p{L}_][\p{L}\p{N}_$]*/u.exec(key)?.[0] ?? key;

/** Each partition has an index of its own: only with the partition key it proves anything. */
function checkPartitioned(relation: Relation, key: Constraint, context: Context): void {
  reportMissingKey(relation, { name: key.name, columns: key.columns }, context);
}

/** The same for an index that is made by a statement of its own. */
export function checkUniqueIndex(index: Index, context: Context): void {
  if (!index.unique) return;
  const columns = index.keys.map(plainName);
  reportMissingKey(index.relation, { name: index.name, columns }, context);
}

function reportMissingKey(
  { partitionKey, namespace, name: table }: Relation,
  { name, columns }: { readonly name: string; readonly columns: readonly string[] },
  context: Context,
): void {
  const key = readPartitionKey(partitionKey);
  const missing = key?.parts.filter((part) => !columns.includes(plainName(part))) ?? [];
  if (missing.length === 0) return;
  const args = { table: `${namespace}.${table}`, key: name, columns: missing.join(", ") };
  refuse(context, "sources/sql-key-without-partition-key", args);
}
