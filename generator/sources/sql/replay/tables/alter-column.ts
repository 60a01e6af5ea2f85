import type { Column } from "../../catalogue/catalogue.ts";
import { findWords, tokenFrom, written } from "../../parser/clauses.ts";
import { changing } from "../changing.ts";
import { report, reportedAt } from "../context.ts";
import { reportFixedType } from "../removal/remove-all.ts";
import { removeRelation } from "../remove.ts";
import { requireColumn } from "../require.ts";
import { collationName, readColumn, setDefault } from "./columns.ts";
import { type Change, type Command, dropPart } from "./command.ts";
import { addInherited, inheritedColumns } from "./inheritance.ts";
import { addOwnSequence, countingAlike, plainType } from "./own-sequence.ts";

function withColumn(
  { relation, command, context, range }: Change,
  act: (column: Column) => void,
): void {
  const column = requireColumn(context, relation, {
    name: command.name ?? "",
    needed: "ALTER COLUMN",
  });
  if (column === undefined) return;
  const clauses = context.clauses();
  // The first command stands behind the name of the table.
  const from = range.from > 0 ? range.from : findWords(clauses, "alter", { ...range, from: 1 });
  const start = clauses.tokens[from ?? 0]?.start ?? 0;
  const columns = [column, ...inheritedColumns(relation, column.name)];
  changing(reportedAt(context, context.place(start)), columns, () => columns.forEach(act));
}

const addColumn: Command = ({ relation, command, context }) => {
  if (command.def === undefined || !("ColumnDef" in command.def)) return;
  const def = command.def.ColumnDef;
  if (relation.columns.some(({ name }) => name === def.colname)) {
    if (command.missing_ok === true || context.conditional) return;
    report(context, "sources/sql-already-exists", {
      name: `${relation.name}.${def.colname ?? ""}`,
    });
    return;
  }
  const { column, addConstraints } = readColumn(def, relation, context);
  relation.columns.push(column);
  addConstraints();
  for (const child of relation.children) addInherited(child, column, context);
};

const dropColumn: Command = ({ relation, command, context }) => {
  const name = command.name ?? "";
  const column =
    command.missing_ok === true
      ? relation.columns.find((each) => each.name === name)
      : requireColumn(context, relation, { name, needed: "DROP COLUMN" });
  if (column === undefined) return;
  for (const child of inheritedColumns(relation, name)) dropPart(child, command, context);
  dropPart(column, command, context);
};

const alterDefault: Command = (change) =>
  withColumn(change, (column) => {
    const clauses = change.context.clauses();
    const at = findWords(clauses, "set default", change.range);
    if (at === undefined) {
      delete column.default;
      column.type = plainType(column.type);
    } else setDefault(column, written(clauses, { from: at + 2, to: change.range.to }));
  });

const setType: Command = (change) =>
  withColumn(change, (column) => {
    const { command, context, range } = change;
    if (command.def === undefined || !("ColumnDef" in command.def)) return;
    reportFixedType(context, column);
    const clauses = context.clauses();
    const from = tokenFrom(clauses, context.offset(command.def.ColumnDef.typeName?.location));
    const ends = ["using", "collate"].map((word) => findWords(clauses, word, { ...range, from }));
    const to = Math.min(range.to, ...ends.filter((end) => end !== undefined));
    // It still counts with its sequence, which `serial` says no longer.
    if (column.default === undefined) {
      Object.assign(column, countingAlike(column, context.session.catalogue));
    }
    column.type = written(clauses, { from, to });
    // A new type has its own collation, unless another is named with it.
    const { collClause } = command.def.ColumnDef;
    if (collClause === undefined) delete column.collation;
    else column.collation = collationName(collClause);
  });

const setExpression: Command = (change) =>
  withColumn(change, (column) => {
    const clauses = change.context.clauses();
    const at = findWords(clauses, "as", change.range);
    if (at !== undefined) {
      column.generated = written(clauses, { from: at + 2, to: change.range.to - 1 });
    }
  });

const setIdentity: Command = (change) =>
  withColumn(change, (column) => {
    const clauses = change.context.clauses();
    const isDefault = findWords(clauses, "by default", change.range) !== undefined;
    const isNew = column.identity === undefined;
    column.identity = isDefault ? "by default" : "always";
    column.nullable = false;
    if (isNew) addOwnSequence(column, change.context);
  });

/** The sequence of an identity column goes with it. */
const dropIdentity: Command = (change) =>
  withColumn(change, (column) => {
    delete column.identity;
    const { catalogue } = change.context.session;
    for (const each of [...catalogue.relations.values()]) {
      if (each.ownedBy === column && each.generated === "identity") removeRelation(catalogue, each);
    }
  });

/** From the parser's name of a command on a column to what it does. */
export const columnCommands: Readonly<Partial<Record<string, Command>>> = {
  AT_AddColumn: addColumn,
  AT_DropColumn: dropColumn,
  AT_ColumnDefault: alterDefault,
  AT_SetNotNull: (change) => withColumn(change, (column) => (column.nullable = false)),
  AT_DropNotNull: (change) => withColumn(change, (column) => (column.nullable = true)),
  AT_AlterColumnType: setType,
  AT_SetExpression: setExpression,
  AT_DropExpression: (change) => withColumn(change, (column) => delete column.generated),
  AT_AddIdentity: setIdentity,
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: dropIdentity,
};
