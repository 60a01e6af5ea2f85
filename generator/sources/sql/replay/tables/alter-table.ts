import type { AlterTableCmd, AlterTableStmt } from "libpg-query";
import type { Relation, Trigger } from "../../catalogue/catalogue.ts";
import { elementFrom, type Range } from "../../parser/clauses.ts";
import { giveTo } from "../access/privileges.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, report, type Verdict } from "../context.ts";
import { reportElsewhere } from "../objects/elsewhere.ts";
import { alterComposite } from "../objects/types.ts";
import { printName, rangeName, roleName } from "../read-nodes.ts";
import { isMissing, isThere, requireRelation } from "../require.ts";
import { alterIndex } from "../objects/indexes/alter-index.ts";
import { columnCommands } from "./alter-column.ts";
import type { Change, Command } from "./command.ts";
import { alterConstraint, dropConstraint, validateConstraint } from "./alter-constraint.ts";
import { addConstraint } from "./constraints.ts";
import { disinherit, inherit } from "./inheritance.ts";
import { optionsOf, resetOptions, setTableOptions, setViewOptions } from "./options.ts";
import { attach, detach } from "./partitions.ts";

function alterTable(node: AlterTableStmt, context: Context): Verdict {
  if (node.objtype === "OBJECT_TYPE") return alterComposite(node, context);
  const name = rangeName(node.relation);
  const found = isThere(context, name);
  if (found === undefined) return alterIndex(node, context) ?? alterUnknown(node, context);
  const apply = () => applyCommands(found, node, context);
  const isPassedOver = (node.cmds ?? []).every(
    (each) => "AlterTableCmd" in each && passedOver.has(each.AlterTableCmd.subtype ?? ""),
  );
  return worst(isPassedOver ? apply() : changing(context, [found], apply));
}

function applyCommands(
  relation: Relation,
  { cmds = [] }: AlterTableStmt,
  context: Context,
): readonly Verdict[] {
  const commands = cmds.flatMap((each, at) =>
    "AlterTableCmd" in each ? [{ command: each.AlterTableCmd, at }] : [],
  );
  return inPasses(commands).map(({ command, at }) =>
    applyCommand({ relation, command, context, range: rangeOf(context, at) }),
  );
}

/** What PostgreSQL does first, wherever in the statement it stands. */
const passes: Readonly<Partial<Record<string, number>>> = {
  AT_DropColumn: 1,
  AT_DropConstraint: 1,
  AT_AlterColumnType: 2,
  AT_AddColumn: 3,
};

function inPasses<Each extends { readonly command: AlterTableCmd }>(
  commands: readonly Each[],
): readonly Each[] {
  if (commands.length < 2) return commands;
  const passOf = ({ command }: Each): number => passes[command.subtype ?? ""] ?? 4;
  return commands.toSorted((a, b) => passOf(a) - passOf(b));
}

/** One command not understood makes the statement so; one modelled makes it modelled. */
function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("not understood")) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

function alterUnknown(node: AlterTableStmt, context: Context): Verdict {
  const name = rangeName(node.relation);
  if (node.missing_ok === true) {
    const statement = "ALTER TABLE IF EXISTS";
    reportElsewhere(context, { kind: "OBJECT_TABLE", name, statement });
    return "modelled";
  }
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

const setRowSecurity =
  (state: Partial<Pick<Relation, "rowSecurity" | "rowSecurityForced">>): Command =>
  ({ relation }) => {
    Object.assign(relation, state);
  };

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

const inheritCommand =
  (act: typeof inherit): Command =>
  ({ relation, command, context }) => {
    if (command.def && "RangeVar" in command.def) act(relation, command.def.RangeVar, context);
  };

const changeOwner: Command = ({ relation, command }) => {
  if (command.newowner) giveTo(relation, roleName(command.newowner));
};

/** `ENABLE | DISABLE TRIGGER name | ALL | USER` */
const setFiring =
  (enabled: Trigger["enabled"]): Command =>
  ({ relation, command }) => {
    for (const trigger of relation.triggers) {
      if (command.name !== undefined && trigger.name !== command.name) continue;
      if (enabled === undefined) delete trigger.enabled;
      else trigger.enabled = enabled;
    }
  };

/** From the parser's name of a command to what it does. */
const commands: Readonly<Partial<Record<string, Command>>> = {
  ...columnCommands,
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
  AT_ChangeOwner: changeOwner,
  AT_AddInherit: inheritCommand(inherit),
  AT_DropInherit: inheritCommand(disinherit),
  AT_EnableTrig: setFiring(undefined),
  AT_EnableTrigAll: setFiring(undefined),
  AT_EnableTrigUser: setFiring(undefined),
  AT_DisableTrig: setFiring("never"),
  AT_DisableTrigAll: setFiring("never"),
  AT_DisableTrigUser: setFiring("never"),
  AT_EnableAlwaysTrig: setFiring("always"),
  AT_EnableReplicaTrig: setFiring("replica"),
  AT_ValidateConstraint: validateConstraint,
  AT_AlterConstraint: alterConstraint,
  AT_SetLogged: ({ relation }) => delete relation.unlogged,
  AT_SetUnLogged: ({ relation }) => (relation.unlogged = true),
  AT_SetRelOptions: setOptions,
  AT_ResetRelOptions: resetRelation,
};

/** What a reference of the schema does not show: storage, statistics, ownership. */
const passedOver: ReadonlySet<string> = new Set(
  "SetStatistics SetOptions ResetOptions SetStorage SetCompression ClusterOn DropCluster SetTableSpace SetAccessMethod ReplicaIdentity EnableRule DisableRule DetachPartitionFinalize"
    .split(" ")
    .map((name) => `AT_${name}`),
);

export const alterTableHandlers: Handlers = { AlterTableStmt: alterTable };
