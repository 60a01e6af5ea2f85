import type { PartitionCmd } from "libpg-query";
import type { Column, Constraint, Index, Merged, Relation } from "../../catalogue/catalogue.ts";
import { addToTable } from "../../catalogue/constraints.ts";
import { type Clauses, everything, findAny, findWords } from "../../parser/clauses.ts";
import { changing } from "../changing.ts";
import { isCircular } from "../checks/circular.ts";
import { type Context, newEntry } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";
import { without } from "../remove.ts";
import { countingAlike } from "./own-sequence.ts";
import { addCopiedIndex, copiesOfParents } from "./copies.ts";

const afterBounds = ["partition by", "using", "with (", "tablespace", "on commit"];

/** `FOR VALUES FROM ('2029-01-01') TO ('2030-01-01')`, `DEFAULT` */
export function boundsText(context: Context): string {
  const clauses = context.clauses();
  const all = everything(clauses);
  const from = findWords(clauses, "for values", all);
  if (from === undefined) return "DEFAULT";
  return upperCaseWords(clauses, from, findAny(clauses, afterBounds, { ...all, from: from + 3 }));
}

/** Keywords are the words outside the parentheses. */
function upperCaseWords({ text, tokens }: Clauses, from: number, to: number): string {
  let result = "";
  for (const { word, depth, start, end } of tokens.slice(from, to)) {
    const isKeyword = depth === 0 && /^[a-z]+$/.test(word);
    const glued = result === "" || /^[),]$/.test(word) || result.endsWith("(");
    result += (glued ? "" : " ") + (isKeyword ? word.toUpperCase() : text.slice(start, end));
  }
  return result;
}

export function attachPartition(partition: Relation, parent: Relation, bounds: string): void {
  partition.partition = { parent, bounds };
  parent.partitions.push(partition);
}

/** What a table has that its new parent has too becomes the parent's; it comes back with `DETACH`. */
export function attach(command: PartitionCmd, parent: Relation, context: Context): void {
  const statement = "ATTACH PARTITION";
  const partition = requireRelation(context, rangeName(command.name), statement);
  if (isCircular({ child: partition, parent, statement }, context)) return;
  changing(context, [partition], () => {
    attachPartition(partition, parent, boundsText(context));
    const { constraints, indexes } = copiesOfParents(partition);
    const merged: Merged = { constraints: [], indexes: [] };
    for (const { of } of constraints) {
      merge(partition.constraints, merged.constraints, (own) => isSameConstraint(own, of));
    }
    for (const { of } of indexes) {
      merge(partition.indexes, merged.indexes, (own) => isSameIndex(own, of));
    }
    Object.assign(partition.partition ?? {}, { merged });
  });
}

/** The first that fits goes from one list to the other. */
function merge<Part>(from: Part[], to: Part[], fits: (part: Part) => boolean): void {
  const at = from.findIndex(fits);
  if (at >= 0) to.push(...from.splice(at, 1));
}

const isSameConstraint = (a: Constraint, b: Constraint): boolean =>
  a.type === b.type &&
  a.columns.join() === b.columns.join() &&
  a.references?.relation === b.references?.relation &&
  (a.type !== "check" || a.name === b.name);

const isSameIndex = (a: Index, b: Index): boolean =>
  a.method === b.method &&
  a.unique === b.unique &&
  a.keys.join() === b.keys.join() &&
  a.predicate === b.predicate;

/** A detached partition is a table of its own again, with all that its parents have now. */
export function detach(command: PartitionCmd, parent: Relation, context: Context): void {
  const partition = requireRelation(context, rangeName(command.name), "DETACH PARTITION");
  if (partition.partition?.parent !== parent) return;
  changing(context, [partition], () => {
    keepCopies(partition, context);
    without(parent.partitions, partition);
    delete partition.partition;
  });
}

function keepCopies(partition: Relation, context: Context): void {
  const { constraints, indexes } = copiesOfParents(partition);
  const { merged = { constraints: [], indexes: [] } } = partition.partition ?? {};
  const { catalogue } = context.session;
  for (const own of merged.constraints) addToTable(catalogue, own);
  partition.indexes.push(...merged.indexes);
  for (const { name, of } of constraints) {
    if (merged.constraints.some((own) => isSameConstraint(own, of))) continue;
    const own = { ...of, ...newEntry(context, name), relation: partition };
    addToTable(context.session.catalogue, own);
  }
  for (const { name, of } of indexes) {
    if (merged.indexes.some((own) => isSameIndex(own, of))) continue;
    addCopiedIndex({ name, of }, partition, context);
  }
  if (partition.columns.length === 0) partition.columns = ownColumns(partition, context);
}

/** The columns of its parent, as a partition has them when it is a table of its own. */
function ownColumns(partition: Relation, context: Context): Column[] {
  const columns = partition.partition?.parent.columns ?? [];
  return columns.map((column) => {
    const { created } = newEntry(context, column.name);
    const counting = countingAlike(column, context.session.catalogue);
    return { ...column, ...counting, relation: partition, created, changes: [], record: [] };
  });
}
