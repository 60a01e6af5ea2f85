import {
  type BoundValue,
  compareBounds,
  compareBoundValues,
  parseBounds,
  type PartitionBounds,
  readBoundValue,
} from "#model/schema/partition-bounds.ts";
import type { Relation } from "../../catalogue/catalogue.ts";
import type { Context } from "../context.ts";
import { fitsType } from "./fits-type.ts";
import { type PartitionKey, readPartitionKey } from "./partition-key.ts";
import { refuse } from "./refuse.ts";

/** Reports bounds that PostgreSQL refuses: of another kind or type, empty, or taken already. */
export function checkPartition(partition: Relation, context: Context): void {
  const { parent, bounds: text = "" } = partition.partition ?? {};
  const key = readPartitionKey(parent?.partitionKey);
  const bounds = parseBounds(text);
  if (parent === undefined || key === undefined || bounds === undefined) return;
  const name = relationName(partition);
  const problem = problemOf(bounds, key, parent);
  if (problem !== undefined) {
    const args = { partition: name, table: relationName(parent), bounds: text, problem };
    refuse(context, "sources/sql-partition-bounds", args);
    return;
  }
  const own = heldBy(partition);
  const other = parent.partitions.find((each) => each !== partition && overlaps(own, heldBy(each)));
  if (other === undefined) return;
  const args = { partition: name, table: relationName(parent), other: relationName(other) };
  refuse(context, "sources/sql-partition-overlap", args);
}

const relationName = ({ namespace, name }: Relation): string => `${namespace}.${name}`;

type Problem = "kind" | "count" | "type" | "empty";

function problemOf(
  bounds: PartitionBounds,
  { strategy, parts }: PartitionKey,
  parent: Relation,
): Problem | undefined {
  if (bounds.kind === "default") return strategy === "hash" ? "kind" : undefined;
  if (bounds.kind !== strategy) return "kind";
  if (bounds.kind === "hash") return bounds.remainder < bounds.modulus ? undefined : "empty";
  const fits = (value: string, at: number): boolean => {
    const column = parent.columns.find(({ name }) => name === parts[at]?.replaceAll('"', ""));
    return column === undefined || fitsType(value, column.type);
  };
  if (bounds.kind === "list")
    return bounds.values.every((value) => fits(value, 0)) ? undefined : "type";
  return problemOfRange(bounds, parts.length, fits);
}

function problemOfRange(
  { from, to }: Range,
  count: number,
  fits: (value: string, at: number) => boolean,
): Problem | undefined {
  if (from.length !== count || to.length !== count) return "count";
  if (![from, to].every((values) => values.every(fits))) return "type";
  return isEmpty(from, to) ? "empty" : undefined;
}

/** With several columns the first that differs decides. */
function isEmpty(from: readonly string[], to: readonly string[]): boolean {
  for (const [at, value] of from.entries()) {
    const order = compareBoundValues(value, to[at] ?? "");
    if (order === undefined) return false;
    if (order !== 0) return order > 0;
  }
  return true;
}

/** What a partition holds, read for comparisons with its many siblings. */
interface Held {
  readonly bounds: PartitionBounds | undefined;
  /** The values of a list; the two ends of a range of one column. */
  readonly values: readonly BoundValue[];
}

const held = new WeakMap<object, Held>();

function heldBy({ partition }: Relation): Held {
  if (partition === undefined) return { bounds: undefined, values: [] };
  const known = held.get(partition);
  if (known) return known;
  const bounds = parseBounds(partition.bounds);
  const made = { bounds, values: bounds ? valuesOf(bounds).map(readBoundValue) : [] };
  held.set(partition, made);
  return made;
}

function valuesOf(bounds: PartitionBounds): readonly string[] {
  if (bounds.kind === "list") return bounds.values;
  // Only of one column the order of values is that of rows.
  if (bounds.kind !== "range" || bounds.from.length !== 1) return [];
  return [...bounds.from, ...bounds.to];
}

function overlaps(a: Held, b: Held): boolean {
  if (a.bounds === undefined || a.bounds.kind !== b.bounds?.kind) return false;
  if (a.bounds.kind === "list") {
    return a.values.some((value) => b.values.some((each) => compareBounds(value, each) === 0));
  }
  if (a.bounds.kind === "hash" && b.bounds.kind === "hash") {
    return sharesRemainders(a.bounds, b.bounds);
  }
  return a.bounds.kind === "range" ? rangesMeet(a.values, b.values) : true;
}

type Hash = Extract<PartitionBounds, { kind: "hash" }>;
type Range = Extract<PartitionBounds, { kind: "range" }>;

/** One modulus divides the other: the smaller says which remainders are the same. */
const sharesRemainders = (a: Hash, b: Hash): boolean => {
  const modulus = Math.min(a.modulus, b.modulus);
  return a.remainder % modulus === b.remainder % modulus;
};

function rangesMeet(
  [fromA, toA]: readonly BoundValue[],
  [fromB, toB]: readonly BoundValue[],
): boolean {
  return isBefore(fromA, toB) && isBefore(fromB, toA);
}

function isBefore(a: BoundValue | undefined, b: BoundValue | undefined): boolean {
  const order = a && b && compareBounds(a, b);
  return order !== undefined && order < 0;
}
