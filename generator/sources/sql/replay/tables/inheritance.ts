import type { RangeVar } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import { addToTable } from "../../catalogue/constraints.ts";
import { isCircular } from "../checks/circular.ts";
import { type Context, newEntry } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { without } from "../remove.ts";
import { requireColumn, requireRelation } from "../require.ts";
import { countingAlike } from "./own-sequence.ts";

/** `INHERIT parent`: the columns must be there already. */
export function inherit(child: Relation, range: RangeVar, context: Context): void {
  const parent = requireRelation(context, rangeName(range), "INHERIT");
  if (isCircular({ child, parent, statement: "INHERIT" }, context)) return;
  for (const { name } of parent.columns) requireColumn(context, child, { name, needed: "INHERIT" });
  tie(child, parent);
}

/** `NO INHERIT parent`: the columns stay. */
export function disinherit(child: Relation, range: RangeVar, context: Context): void {
  const parent = requireRelation(context, rangeName(range), "NO INHERIT");
  without(child.parents, parent);
  without(parent.children, child);
  for (const column of child.columns) {
    const isLeft = child.parents.some((each) => has(each, column.name));
    if (!isLeft) column.inherited = false;
  }
}

function tie(child: Relation, parent: Relation): void {
  child.parents.push(parent);
  parent.children.push(child);
  for (const column of child.columns) if (has(parent, column.name)) column.inherited = true;
}

const has = ({ columns }: Relation, name: string): boolean =>
  columns.some((column) => column.name === name);

/** `CREATE TABLE … INHERITS (parent)`: the child has the columns, defaults and checks of its parent. */
export function inheritAll(child: Relation, parent: Relation, context: Context): void {
  for (const column of parent.columns) addInherited(child, column, context);
  for (const constraint of parent.constraints.filter(({ type }) => type === "check")) {
    const entry = newEntry(context, constraint.name);
    addToTable(context.session.catalogue, { ...constraint, ...entry, relation: child });
  }
  tie(child, parent);
}

/** A column that a parent gets, its children get too. */
export function addInherited(child: Relation, column: Column, context: Context): void {
  if (has(child, column.name)) return;
  const copied = {
    ...column,
    ...countingAlike(column, context.session.catalogue),
    ...newEntry(context, column.name),
    relation: child,
    inherited: true,
  };
  delete copied.identity;
  child.columns.push(copied);
  for (const each of child.children) addInherited(each, column, context);
}

/** The columns of children that are there because of their parent, through all levels. */
export const inheritedColumns = (parent: Relation, name: string): readonly Column[] =>
  parent.children.flatMap((child) => [
    ...child.columns.filter((column) => column.name === name && column.inherited === true),
    ...inheritedColumns(child, name),
  ]);
