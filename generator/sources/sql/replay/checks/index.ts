import type { AlterTableCmd, AlterTableStmt, CreateStmt, IndexStmt } from "libpg-query";
import type { Content, Context, NodeBody, NodeName } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { isThere } from "../require.ts";
import { checkElement, checkIndexExpressions, checkTableExpressions } from "./expressions.ts";
import { checkNewKeys, checkUniqueIndex } from "./keys.ts";
import { checkQuery } from "./missing-columns.ts";
import { checkPartition } from "./partitions.ts";
import { checkRefresh } from "./refreshes.ts";

type Checks = {
  readonly [Name in NodeName]?: (node: NodeBody<Name>, context: Context) => void;
};

/** What PostgreSQL would refuse, by the kind of statement. */
const checks: Checks = {
  CreateStmt: checkTable,
  AlterTableStmt: checkAlteredTable,
  IndexStmt: checkIndex,
  RefreshMatViewStmt: checkRefresh,
  ViewStmt: ({ query }, context) => checkQuery(query, context),
  CreateTableAsStmt: ({ query }, context) => checkQuery(query, context),
};

type AnyCheck = (body: unknown, context: Context) => void;

/** Reports what cannot run in a statement, once the catalogue is as it leaves it. */
export function checkStatement({ name, body }: Content, context: Context): void {
  (checks as Readonly<Partial<Record<string, AnyCheck>>>)[name]?.(body, context);
}

function checkTable(node: CreateStmt, context: Context): void {
  checkTableExpressions(node, context);
  const relation = isThere(context, rangeName(node.relation));
  if (relation === undefined) return;
  checkNewKeys(relation, context);
  if (node.partbound !== undefined) checkPartition(relation, context);
}

function checkAlteredTable(node: AlterTableStmt, context: Context): void {
  for (const each of node.cmds ?? []) {
    if ("AlterTableCmd" in each) checkCommand(each.AlterTableCmd, context);
  }
  const relation = isThere(context, rangeName(node.relation));
  if (relation !== undefined) checkNewKeys(relation, context);
}

function checkCommand({ subtype, def }: AlterTableCmd, context: Context): void {
  if (def === undefined) return;
  if (subtype === "AT_AddColumn" || subtype === "AT_AddConstraint") checkElement(def, context);
  if (subtype !== "AT_AttachPartition" || !("PartitionCmd" in def)) return;
  const partition = isThere(context, rangeName(def.PartitionCmd.name));
  if (partition !== undefined) checkPartition(partition, context);
}

function checkIndex(node: IndexStmt, context: Context): void {
  checkIndexExpressions(node, context);
  const { line } = context.place(0);
  const index = isThere(context, rangeName(node.relation))?.indexes.at(-1);
  if (index?.created.location.line === line && index?.created.migration === context.migration)
    checkUniqueIndex(index, context);
}
