import type { OperationTrait } from "#model/schema/migration-operations.ts";
import type { AlterTableCmd, AlterTableStmt, ColumnDef, Constraint, Node } from "libpg-query";
import { elementFrom, written, tokenFrom } from "../../parser/clauses.ts";
import type { Context } from "../context.ts";
import { rangeName, stringsOf } from "../read-nodes.ts";
import { isVolatile } from "./is-volatile.ts";
import { type Draft, type OperationReaders, type Subject, subjectOf, traitIf } from "./draft.ts";
import { isWidening } from "./is-widening.ts";

function alterTable(node: AlterTableStmt, context: Context): readonly Draft[] {
  if (node.objtype !== "OBJECT_TABLE") return [];
  const subject = subjectOf(rangeName(node.relation), context);
  return (node.cmds ?? []).flatMap((each, at) => {
    if (!("AlterTableCmd" in each)) return [];
    const command = each.AlterTableCmd;
    const read = commands[command.subtype ?? ""];
    const drafts = read?.({ command, subject, context }) ?? [];
    return drafts.map((draft) => ({ ...draft, location: context.place(startOf(context, at)) }));
  });
}

/** The first command is where the statement is; the others follow commas. */
function startOf(context: Context, at: number): number {
  if (at === 0) return 0;
  const clauses = context.clauses();
  let range = elementFrom(clauses, 0);
  for (let skipped = 0; skipped < at; skipped++) range = elementFrom(clauses, range.to + 1);
  return clauses.tokens[range.from]?.start ?? 0;
}

interface Command {
  readonly command: AlterTableCmd;
  readonly subject: Subject;
  readonly context: Context;
}

type CommandReader = (command: Command) => readonly Draft[];

const plain =
  (kind: Draft["kind"]): CommandReader =>
  ({ command: { name, missing_ok }, subject: { table, traits } }) => [
    { kind, table, name, traits: [...traits, ...traitIf(missing_ok, "if exists")] },
  ];

const addColumn: CommandReader = ({ command, subject, context }) => {
  if (command.def === undefined || !("ColumnDef" in command.def)) return [];
  const def = command.def.ColumnDef;
  const { table, traits } = subject;
  const own = [
    ...traitIf(command.missing_ok, "if exists"),
    ...traitIf(isSerial(def), "serial"),
    ...constraintsOf(def).flatMap((each) => columnTraits(each, context)),
  ];
  const keys = constraintsOf(def).filter(({ contype = "" }) => contype in inlineKeys);
  return [
    { kind: "add column", table, name: def.colname, traits: [...traits, ...own] },
    ...keys.map((key): Draft => {
      const name = key.conname ?? def.colname;
      return { kind: "add constraint", table, name, traits: [...traits, ...constraintTraits(key)] };
    }),
  ];
};

/** A check of a new column reads nothing that is there. */
const inlineKeys = { CONSTR_FOREIGN: true, CONSTR_PRIMARY: true, CONSTR_UNIQUE: true };

const isSerial = ({ typeName }: ColumnDef): boolean =>
  /^(?:small|big)?serial[248]?$/.test(stringsOf(typeName?.names).at(-1) ?? "");

const constraintsOf = ({ constraints = [] }: ColumnDef): readonly Constraint[] =>
  constraints.flatMap((node: Node) => ("Constraint" in node ? [node.Constraint] : []));

function columnTraits(constraint: Constraint, context: Context): readonly OperationTrait[] {
  const { contype, generated_kind, raw_expr } = constraint;
  if (contype === "CONSTR_NOTNULL" || contype === "CONSTR_PRIMARY") return ["not null"];
  if (contype === "CONSTR_IDENTITY") return ["identity"];
  if (contype === "CONSTR_GENERATED") return traitIf(generated_kind !== "v", "stored");
  if (contype !== "CONSTR_DEFAULT") return [];
  return ["default", ...traitIf(isVolatile(raw_expr, context), "volatile default")];
}

const constraintKinds: Readonly<Partial<Record<string, OperationTrait>>> = {
  CONSTR_PRIMARY: "primary key",
  CONSTR_UNIQUE: "unique",
  CONSTR_FOREIGN: "foreign key",
  CONSTR_CHECK: "check",
  CONSTR_EXCLUSION: "exclude",
  CONSTR_NOTNULL: "not null",
};

function constraintTraits(constraint: Constraint): readonly OperationTrait[] {
  const kind = constraintKinds[constraint.contype ?? ""];
  return [
    ...(kind === undefined ? [] : [kind]),
    ...traitIf(constraint.indexname !== undefined, "using index"),
    ...traitIf(constraint.skip_validation, "not valid"),
  ];
}

const addConstraint: CommandReader = ({ command, subject: { table, traits } }) => {
  if (command.def === undefined || !("Constraint" in command.def)) return [];
  const { Constraint: node } = command.def;
  const name = node.conname ?? stringsOf(node.keys ?? node.fk_attrs).join(", ");
  return [{ kind: "add constraint", table, name, traits: [...traits, ...constraintTraits(node)] }];
};

const alterType: CommandReader = ({ command, subject, context }) => {
  if (command.def === undefined || !("ColumnDef" in command.def)) return [];
  const { typeName, raw_default: using } = command.def.ColumnDef;
  const clauses = context.clauses();
  const type = written(
    clauses,
    elementFrom(clauses, tokenFrom(clauses, context.offset(typeName?.location))),
  );
  const old = subject.relation?.columns.find(({ name }) => name === command.name)?.type ?? "";
  const own = traitIf(using === undefined && isWidening(old, type), "widening");
  const { table, traits } = subject;
  return [{ kind: "alter type", table, name: command.name, traits: [...traits, ...own] }];
};

/** A check that says the same spares PostgreSQL the reading. */
const setNotNull: CommandReader = (change) => {
  const { subject, command } = change;
  const name = (command.name ?? "").replace(/[^\w]/g, ".");
  const says = new RegExp(`\\b${name}"?\\s+is\\s+not\\s+null\\b`, "i");
  const isProven = subject.relation?.constraints.some(
    ({ type, rest }) => type === "check" && says.test(rest) && !/\bnot valid$/i.test(rest),
  );
  return isProven === true ? [] : plain("set not null")(change);
};

const detach: CommandReader = ({ command, subject: { table, traits } }) => {
  if (command.def === undefined || !("PartitionCmd" in command.def)) return [];
  const { name, concurrent } = command.def.PartitionCmd;
  const own = traitIf(concurrent, "concurrently");
  return [{ kind: "detach partition", table, name: name?.relname, traits: [...traits, ...own] }];
};

const commands: Readonly<Partial<Record<string, CommandReader>>> = {
  AT_AddColumn: addColumn,
  AT_DropColumn: plain("drop column"),
  AT_AlterColumnType: alterType,
  AT_SetNotNull: setNotNull,
  AT_DropNotNull: plain("drop not null"),
  AT_AddConstraint: addConstraint,
  AT_DetachPartition: detach,
};

/** What the commands of `ALTER TABLE` do to a table in use. */
export const alterTableOperations: OperationReaders = { AlterTableStmt: alterTable };
