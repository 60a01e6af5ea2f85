import type { ColumnDef, Constraint, CreateStmt, IndexStmt, Node } from "libpg-query";
import type { Context } from "../context.ts";
import { checkCalls, type Place } from "./functions.ts";

/** Reports what PostgreSQL refuses in the expressions of a new table: keys, defaults, checks. */
export function checkTableExpressions(node: CreateStmt, context: Context): void {
  const key: Place = { where: "PARTITION BY", immutable: true };
  checkCalls(node.partspec?.partParams, key, context);
  for (const element of node.tableElts ?? []) checkElement(element, context);
}

/** A column or constraint, of a new table or one that it is added to. */
export function checkElement(element: Node, context: Context): void {
  if ("ColumnDef" in element) checkColumn(element.ColumnDef, context);
  else if ("Constraint" in element) checkConstraint(element.Constraint, context);
}

const checkColumn = ({ constraints = [] }: ColumnDef, context: Context): void =>
  constraints.forEach((each) => checkElement(each, context));

const places: Readonly<Partial<Record<string, Place>>> = {
  CONSTR_DEFAULT: { where: "DEFAULT", immutable: false },
  CONSTR_CHECK: { where: "CHECK", immutable: false },
  CONSTR_GENERATED: { where: "GENERATED ALWAYS AS", immutable: true },
};

function checkConstraint({ contype, raw_expr }: Constraint, context: Context): void {
  const place = places[contype ?? ""];
  if (place !== undefined) checkCalls(raw_expr, place, context);
}

export function checkIndexExpressions(node: IndexStmt, context: Context): void {
  checkCalls(node.indexParams, { where: "CREATE INDEX", immutable: true }, context);
  checkCalls(node.whereClause, { where: "CREATE INDEX … WHERE", immutable: true }, context);
}
