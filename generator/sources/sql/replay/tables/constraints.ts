import type { Constraint as ConstraintNode } from "libpg-query";
import type { Column, Constraint, Relation } from "../../catalogue/catalogue.ts";
import { addToTable } from "../../catalogue/constraints.ts";
import {
  type Clauses,
  elementFrom,
  findAny,
  type Range,
  tokenFrom,
  written,
} from "../../parser/clauses.ts";
import { type Context, newEntry, report } from "../context.ts";
import { rangeName, stringsOf } from "../read-nodes.ts";
import { requireColumn, requireRelation } from "../require.ts";
import { absorbIndex, removeConstraint } from "../remove.ts";
import { takenRelationNames } from "../taken-names.ts";
import { chooseName } from "./choose-name.ts";

type ConstraintType = Constraint["type"];

const types: Readonly<Partial<Record<string, ConstraintType>>> = {
  CONSTR_PRIMARY: "primary key",
  CONSTR_UNIQUE: "unique",
  CONSTR_CHECK: "check",
  CONSTR_FOREIGN: "foreign key",
  CONSTR_EXCLUSION: "exclude",
  CONSTR_NOTNULL: "not null",
};

const suffixes: Readonly<Record<ConstraintType, string>> = {
  "primary key": "pkey",
  unique: "key",
  check: "check",
  "foreign key": "fkey",
  exclude: "excl",
  "not null": "not_null",
};

interface Place {
  readonly context: Context;
  /** The column that it is written behind; absent when it is an element of the table. */
  readonly column?: Column;
  readonly piece?: Range;
}

/** Adds a constraint to a table; one that only says something about its column adds nothing. */
export function addConstraint(node: ConstraintNode, relation: Relation, place: Place): void {
  const { column } = place;
  const type = types[node.contype ?? ""];
  if (type === undefined || (type === "not null" && column !== undefined)) return;
  const columns = columnsOf(node, relation, place);
  if (type === "primary key" || type === "not null") forbidNull(relation, columns);
  if (type !== "not null") addNamed(node, type, { relation, columns, place });
}

interface Adding {
  readonly relation: Relation;
  readonly columns: readonly string[];
  readonly place: Place;
}

function addNamed(
  node: ConstraintNode,
  type: ConstraintType,
  { relation, columns, place }: Adding,
): void {
  const { context } = place;
  const name = node.conname ?? node.indexname;
  if (!makeRoom(name, type, { relation, context })) return;
  const constraint: Constraint = {
    kind: "constraint",
    ...newEntry(context, name ?? nameFor(relation, type, { columns, context }), node.location),
    relation,
    type,
    columns,
    ...(node.nulls_not_distinct === true && { nullsNotDistinct: true }),
    rest: restOf(node, type, place),
    ...referencesOf(node, context),
  };
  addToTable(context.session.catalogue, constraint);
}

/** Whether the constraint may be added; in a block that may run twice it replaces what is there. */
function makeRoom(
  name: string | undefined,
  type: ConstraintType,
  { relation, context }: { readonly relation: Relation; readonly context: Context },
): boolean {
  const clash = relation.constraints.find((each) => each.name === name || isSecondKey(each, type));
  if (clash === undefined) return true;
  if (context.conditional) removeConstraint(context.session.catalogue, clash);
  else report(context, "sources/sql-already-exists", { name: clash.name });
  return context.conditional;
}

/** A table has one primary key. */
const isSecondKey = (each: Constraint, type: ConstraintType): boolean =>
  type === "primary key" && each.type === type;

/** A check is named after its column when it reads no other. */
function nameFor(
  relation: Relation,
  type: ConstraintType,
  { columns, context }: { readonly columns: readonly string[]; readonly context: Context },
): string {
  const isNameless = type === "primary key" || (type === "check" && columns.length > 1);
  const ofTable = new Set(relation.constraints.map(({ name }) => name));
  const { catalogue } = context.session;
  // The index of a key is a relation of the schema.
  const ofSchema = isIndexed(type) ? takenRelationNames(catalogue, relation.namespace) : ofTable;
  return chooseName([relation.name, isNameless ? "" : columns.join("_"), suffixes[type]], {
    has: (name) => ofTable.has(name) || ofSchema.has(name),
  });
}

const isIndexed = (type: ConstraintType): boolean =>
  type === "primary key" || type === "unique" || type === "exclude";

function columnsOf(
  node: ConstraintNode,
  relation: Relation,
  { context, column }: Place,
): readonly string[] {
  if (node.indexname !== undefined) return takeIndexOver(node.indexname, relation, context);
  const isCheck = node.contype === "CONSTR_CHECK";
  if (column !== undefined && !isCheck) return [column.name];
  const names = isCheck ? checkedColumns(node, relation) : stringsOf(node.keys ?? node.fk_attrs);
  for (const name of names) {
    requireColumn(context, relation, { name, needed: "CONSTRAINT" });
  }
  return isCheck ? names.filter((name) => hasColumn(relation, name)) : names;
}

/** `USING INDEX`: the index is that of the constraint from now on. */
function takeIndexOver(name: string, relation: Relation, { session }: Context): readonly string[] {
  const index = relation.indexes.find((each) => each.name === name);
  if (index === undefined) return [];
  absorbIndex(session.catalogue, index);
  return index.keys.map((key) => key.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"'));
}

const hasColumn = ({ columns }: Relation, name: string): boolean =>
  columns.some((column) => column.name === name);

/** What a check may name that is no column of the table: the row as a whole, and its place. */
const noColumns: ReadonlySet<string> = new Set(["", "ctid", "tableoid"]);

/** The columns that a check reads: when one of them is dropped, the check goes with it. */
function checkedColumns(node: ConstraintNode, relation: Relation): readonly string[] {
  const read = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === "object" && part !== null) {
      if ("ColumnRef" in part) {
        const { fields } = part.ColumnRef as { fields?: Parameters<typeof stringsOf>[0] };
        read.add(stringsOf(fields).at(-1) ?? "");
      } else Object.values(part).forEach(visit);
    }
  };
  visit(node.raw_expr);
  return [...read].filter((name) => !noColumns.has(name) && name !== relation.name);
}

function forbidNull(relation: Relation, columns: readonly string[]): void {
  for (const column of relation.columns) if (columns.includes(column.name)) column.nullable = false;
}

const keyTypes: ReadonlySet<ConstraintType> = new Set(["primary key", "unique", "foreign key"]);

/** `CONSTRAINT name CHECK …` → `CHECK …` */
export const skipName = ({ tokens }: Clauses, { from, to }: Range): Range => ({
  from: tokens[from]?.word === "constraint" ? from + 2 : from,
  to,
});

const tailWords = [
  "on delete",
  "on update",
  "match",
  "deferrable",
  "not deferrable",
  "initially",
  "include",
  "not valid",
  "not enforced",
];

/** What a page shows behind the columns of a key, or all of a check. */
function restOf(node: ConstraintNode, type: ConstraintType, { context, piece }: Place): string {
  const clauses = context.clauses();
  const from = tokenFrom(clauses, context.offset(node.location));
  const body = piece ?? skipName(clauses, elementFrom(clauses, from));
  if (!keyTypes.has(type)) return written(clauses, body);
  return written(clauses, { from: findAny(clauses, tailWords, body), to: body.to });
}

function referencesOf(node: ConstraintNode, context: Context): Pick<Constraint, "references"> {
  if (node.contype !== "CONSTR_FOREIGN") return {};
  const relation = requireRelation(context, rangeName(node.pktable), "FOREIGN KEY");
  const written = stringsOf(node.pk_attrs);
  for (const name of written) requireColumn(context, relation, { name, needed: "FOREIGN KEY" });
  const key = relation.constraints.find(({ type }) => type === "primary key")?.columns ?? [];
  return { references: { relation, columns: written.length > 0 ? written : key } };
}
