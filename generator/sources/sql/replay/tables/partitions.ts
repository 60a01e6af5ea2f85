import type { PartitionCmd } from "libpg-query";
import type { Relation } from "../../catalogue/catalogue.ts";
import { type Clauses, everything, findAny, findWords } from "../../parser/clauses.ts";
import { changing } from "../changing.ts";
import { type Context, newEntry } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";

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

export function attach(command: PartitionCmd, parent: Relation, context: Context): void {
  const partition = requireRelation(context, rangeName(command.name), "ATTACH PARTITION");
  changing(context, [partition], () => attachPartition(partition, parent, boundsText(context)));
}

/** A detached partition is a table of its own again, with the columns its parent has now. */
export function detach(command: PartitionCmd, parent: Relation, context: Context): void {
  const partition = requireRelation(context, rangeName(command.name), "DETACH PARTITION");
  changing(context, [partition], () => {
    const at = parent.partitions.indexOf(partition);
    if (at >= 0) parent.partitions.splice(at, 1);
    delete partition.partition;
  });
  if (partition.columns.length > 0) return;
  partition.columns = parent.columns.map((column) => {
    const { created } = newEntry(context, column.name);
    return { ...column, relation: partition, created, changes: [], record: [] };
  });
}
