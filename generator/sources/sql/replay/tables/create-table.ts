import type { CreateStmt } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import {
  everything,
  findAny,
  findWords,
  firstGroup,
  type Range,
  written,
} from "../../parser/clauses.ts";
import type { Context, Handlers, Verdict } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";
import { startRelation } from "../start-relation.ts";
import { readColumn } from "./columns.ts";
import { copyLike } from "./copy-like.ts";
import { addConstraint } from "./constraints.ts";
import { inheritAll } from "./inheritance.ts";
import { setTableOptions } from "./options.ts";
import { attachPartition, boundsText } from "./partitions.ts";

/** `CREATE TABLE` in all its forms. */
export function createTable(node: CreateStmt, context: Context): Verdict {
  const name = rangeName(node.relation);
  const relation = startRelation(context, name, {
    kind: "table",
    ifNotExists: node.if_not_exists === true,
    temporary: node.relation?.relpersistence === "t",
  });
  if (relation === "exists") return "modelled";
  if (relation === "clash") return "not understood";
  readParents(node, relation, context);
  readElements(node, relation, context);
  setTableOptions(relation, node.options ?? []);
  if (node.relation?.relpersistence === "u") relation.unlogged = true;
  const key = partitionKeyText(context);
  if (node.partspec !== undefined && key !== undefined) relation.partitionKey = key;
  return "modelled";
}

/** `PARTITION OF` makes a partition; `INHERITS` copies the columns. */
function readParents(node: CreateStmt, relation: Relation, context: Context): void {
  for (const parent of node.inhRelations ?? []) {
    if (!("RangeVar" in parent)) continue;
    const from = requireRelation(context, rangeName(parent.RangeVar), "CREATE TABLE");
    if (node.partbound !== undefined) attachPartition(relation, from, boundsText(context));
    else inheritAll(relation, from, context);
  }
}

function readElements(node: CreateStmt, relation: Relation, context: Context): void {
  const later: (() => void)[] = [];
  for (const element of node.tableElts ?? []) {
    if ("ColumnDef" in element) {
      const { column, addConstraints } = readColumn(element.ColumnDef, relation, context);
      addColumn(relation, column);
      later.push(addConstraints);
    } else if ("Constraint" in element) {
      later.push(() => addConstraint(element.Constraint, relation, { context }));
    } else if ("TableLikeClause" in element) copyLike(element.TableLikeClause, relation, context);
  }
  for (const add of later) add();
  dropRepeatedKeys(relation, node);
}

/** A column that is inherited and written again is one. */
function addColumn(relation: Relation, column: Column): void {
  const at = relation.columns.findIndex(({ name }) => name === column.name);
  if (at < 0) relation.columns.push(column);
  else relation.columns.splice(at, 1, column);
}

/** `id bigint PRIMARY KEY UNIQUE` makes one index: a nameless key of the same columns adds nothing. */
function dropRepeatedKeys(relation: Relation, { tableElts = [] }: CreateStmt): void {
  const written = new Set(
    [...JSON.stringify(tableElts).matchAll(/"conname":"([^"]*)"/g)].map(([, name]) => name),
  );
  const primary = relation.constraints.find(({ type }) => type === "primary key");
  const repeated = relation.constraints.find(
    ({ type, columns, name }) =>
      type === "unique" && !written.has(name) && columns.join("\0") === primary?.columns.join("\0"),
  );
  if (repeated) relation.constraints.splice(relation.constraints.indexOf(repeated), 1);
}

const afterKey = ["using", "with", "tablespace", "on commit"];

/** `RANGE (data_referencia)` */
function partitionKeyText(context: Context): string | undefined {
  const clauses = context.clauses();
  const start = findWords(clauses, "partition by", everything(clauses));
  if (start === undefined) return undefined;
  const range: Range = { from: start + 2, to: clauses.tokens.length };
  const strategy = clauses.tokens[range.from]?.word.toUpperCase() ?? "";
  const group = firstGroup(clauses, { ...range, to: findAny(clauses, afterKey, range) });
  return `${strategy} (${group ? written(clauses, group) : ""})`;
}

export const createTableHandlers: Handlers = { CreateStmt: createTable };
