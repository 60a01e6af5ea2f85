import type { AlterTableCmd, AlterTableStmt, Node } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import { elementFrom, findWords, type Range, tokenFrom, written } from "../../parser/clauses.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, report, reportedAt, type Verdict } from "../context.ts";
import { printName, rangeName } from "../read-nodes.ts";
import { isMissing, isThere, requireColumn, requireRelation } from "../require.ts";
import { alterComposite } from "../objects/types.ts";
import { readColumn, setDefault } from "./columns.ts";
import { resetOptions, setTableOptions, setViewOptions } from "./options.ts";
import { addConstraint } from "./constraints.ts";
import { attach, detach } from "./partitions.ts";
import { removeColumn, removeConstraint } from "../remove.ts";

interface Change {
  readonly relation: Relation;
  readonly command: AlterTableCmd;
  readonly context: Context;
  /** The part of the statement that the command is. */
  readonly range: Range;
}

type Command = (change: Change) => void;

function alterTable(node: AlterTableStmt, context: Context): Verdict {
  if (node.objtype === "OBJECT_TYPE") return alterComposite(node, context);
  const name = rangeName(node.relation);
  const found = isThere(context, name);
  if (found === undefined) return alterUnknown(node, context);
  const apply = () => applyCommands(found, node, context);
  const isPassedOver = (node.cmds ?? []).every(
    (each) => "AlterTableCmd" in each && passedOver.has(each.AlterTableCmd.subtype ?? ""),
  );
  return worst(isPassedOver ? apply() : changing(context, [found], apply));
}

const applyCommands = (
  relation: Relation,
  { cmds = [] }: AlterTableStmt,
  context: Context,
): readonly Verdict[] =>
  cmds.map((each, at) => {
    if (!("AlterTableCmd" in each)) return "not understood";
    const change = { relation, command: each.AlterTableCmd, context };
    return applyCommand({ ...change, range: rangeOf(context, at) });
  });

/** One command not understood makes the statement so; one modelled makes it modelled. */
function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("not understood")) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

function alterUnknown(node: AlterTableStmt, context: Context): Verdict {
  const name = rangeName(node.relation);
  if (node.missing_ok === true) return "modelled";
  if (isMissing(context, name)) {
    requireRelation(context, name, "ALTER TABLE");
    return "not understood";
  }
  report(context, "sources/sql-external-object", { name: printName(name) });
  return "passed over";
}

/** Commands stand between commas, behind the name of the table. */
function rangeOf(context: Context, at: number): Range {
  const clauses = context.clauses();
  let range = elementFrom(clauses, 0);
  for (let skipped = 0; skipped < at; skipped++) range = elementFrom(clauses, range.to + 1);
  return range;
}

function applyCommand(change: Change): Verdict {
  const subtype = change.command.subtype ?? "";
  if (passedOver.has(subtype)) return "passed over";
  const command = commands[subtype];
  if (command === undefined) {
    report(change.context, "sources/sql-not-modelled", { statement: `ALTER TABLE ${subtype}` });
    return "not understood";
  }
  command(change);
  return "modelled";
}

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
  changing(reportedAt(context, context.place(start)), [column], () => act(column));
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
};

const dropColumn: Command = ({ relation, command, context }) => {
  const name = command.name ?? "";
  const column =
    command.missing_ok === true
      ? relation.columns.find((each) => each.name === name)
      : requireColumn(context, relation, { name, needed: "DROP COLUMN" });
  if (column) removeColumn(context.session.catalogue, column);
};

const alterDefault: Command = (change) =>
  withColumn(change, (column) => {
    const clauses = change.context.clauses();
    const at = findWords(clauses, "set default", change.range);
    if (at === undefined) delete column.default;
    else setDefault(column, written(clauses, { from: at + 2, to: change.range.to }));
  });

const setType: Command = (change) =>
  withColumn(change, (column) => {
    const { command, context, range } = change;
    if (command.def === undefined || !("ColumnDef" in command.def)) return;
    const clauses = context.clauses();
    const from = tokenFrom(clauses, context.offset(command.def.ColumnDef.typeName?.location));
    const ends = ["using", "collate"].map((word) => findWords(clauses, word, { ...range, from }));
    const to = Math.min(range.to, ...ends.filter((end) => end !== undefined));
    column.type = written(clauses, { from, to });
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
    column.identity = isDefault ? "by default" : "always";
    column.nullable = false;
  });

const dropConstraint: Command = ({ relation, command, context }) => {
  const found = relation.constraints.find(({ name }) => name === command.name);
  if (found) removeConstraint(context.session.catalogue, found);
  else if (command.missing_ok !== true && !context.conditional) {
    const name = `${relation.name}.${command.name ?? ""}`;
    const args = { kind: "CONSTRAINT", name, needed: "DROP CONSTRAINT" };
    report(context, "sources/sql-missing-object", args);
  }
};

const setRowSecurity =
  (state: Partial<Pick<Relation, "rowSecurity" | "rowSecurityForced">>): Command =>
  ({ relation }) => {
    Object.assign(relation, state);
  };

const optionsOf = ({ def }: AlterTableCmd): readonly Node[] =>
  def && "List" in def ? (def.List.items ?? []) : [];

/** Options of a view say who may read through it; those of a table how it is stored. */
const setOptions: Command = ({ relation, command }) => {
  if (relation.kind === "view") setViewOptions(relation, optionsOf(command));
  else setTableOptions(relation, optionsOf(command));
};

const resetRelation: Command = ({ relation, command }) => {
  resetOptions(relation, optionsOf(command));
};

const partitionCommand =
  (act: typeof attach): Command =>
  ({ relation, command, context }) => {
    if (command.def && "PartitionCmd" in command.def)
      act(command.def.PartitionCmd, relation, context);
  };

/** From the parser's name of a command to what it does. */
const commands: Readonly<Partial<Record<string, Command>>> = {
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
  AT_DropIdentity: (change) => withColumn(change, (column) => delete column.identity),
  AT_AddConstraint: ({ relation, command, context }) => {
    if (command.def && "Constraint" in command.def) {
      addConstraint(command.def.Constraint, relation, { context });
    }
  },
  AT_DropConstraint: dropConstraint,
  AT_EnableRowSecurity: setRowSecurity({ rowSecurity: true }),
  AT_DisableRowSecurity: setRowSecurity({ rowSecurity: false }),
  AT_ForceRowSecurity: setRowSecurity({ rowSecurityForced: true }),
  AT_NoForceRowSecurity: setRowSecurity({ rowSecurityForced: false }),
  AT_AttachPartition: partitionCommand(attach),
  AT_DetachPartition: partitionCommand(detach),
  AT_SetRelOptions: setOptions,
  AT_ResetRelOptions: resetRelation,
};

/** What a reference of the schema does not show: storage, statistics, ownership. */
const passedOver: ReadonlySet<string> = new Set(
  "ChangeOwner SetStatistics SetOptions ResetOptions SetStorage SetCompression SetLogged SetUnLogged ClusterOn DropCluster SetTableSpace SetAccessMethod ReplicaIdentity ValidateConstraint AlterConstraint EnableTrig DisableTrig EnableAlwaysTrig EnableReplicaTrig EnableTrigAll DisableTrigAll EnableTrigUser DisableTrigUser EnableRule DisableRule DetachPartitionFinalize"
    .split(" ")
    .map((name) => `AT_${name}`),
);

export const alterTableHandlers: Handlers = { AlterTableStmt: alterTable };
