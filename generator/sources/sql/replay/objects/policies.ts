import type { AlterPolicyStmt, CreatePolicyStmt, Node } from "libpg-query";
import { collectNames } from "../../analysis/collect-names.ts";
import type { Column, Policy, Relation, Use } from "../../catalogue/catalogue.ts";
import { everything, findWords, firstGroup, written } from "../../parser/clauses.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { rangeName, roleNames } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";
import { conditionColumns } from "../queries/query-columns.ts";
import { bindUses, lateUses } from "../use-names.ts";

function createPolicy(node: CreatePolicyStmt, context: Context): Verdict {
  const relation = requireRelation(context, rangeName(node.table), "CREATE POLICY");
  const name = node.policy_name ?? "";
  if (relation.policies.some((each) => each.name === name)) {
    if (context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  relation.policies.push({
    kind: "policy",
    ...newSubject(context, name),
    relation,
    command: node.cmd_name ?? "all",
    permissive: !isRestrictive(context),
    roles: roleNames(node.roles),
    ...conditionsOf(context),
    uses: usesOf(node, context),
    readsColumns: readsOf(node, relation, context),
  });
  return "modelled";
}

function isRestrictive(context: Context): boolean {
  const clauses = context.clauses();
  return findWords(clauses, "as restrictive", everything(clauses)) !== undefined;
}

interface Conditions {
  readonly qual?: Node;
  readonly with_check?: Node;
}

/** What the conditions read and call; PostgreSQL looks the names up now. */
function usesOf({ qual, with_check }: Conditions, context: Context): readonly Use[] {
  const { session } = context;
  const names = collectNames([qual, with_check]);
  return bindUses(session, lateUses(names, session.searchPath, context.place(0)));
}

function readsOf(
  { qual, with_check }: Conditions,
  relation: Relation,
  context: Context,
): readonly Column[] {
  const row = { relation, names: [relation.name], isPlain: true };
  return conditionColumns([qual, with_check], row, context);
}

/** `USING (…)` and `WITH CHECK (…)`, as written. */
function conditionsOf(context: Context): Partial<Pick<Policy, "using" | "check">> {
  const clauses = context.clauses();
  const all = everything(clauses);
  const textBehind = (words: string): string | undefined => {
    const from = findWords(clauses, words, all);
    const group = from === undefined ? undefined : firstGroup(clauses, { ...all, from });
    return group && written(clauses, group);
  };
  const [using, check] = [textBehind("using"), textBehind("with check")];
  return { ...(using !== undefined && { using }), ...(check !== undefined && { check }) };
}

function alterPolicy(node: AlterPolicyStmt, context: Context): Verdict {
  const relation = requireRelation(context, rangeName(node.table), "ALTER POLICY");
  const name = node.policy_name ?? "";
  const policy = relation.policies.find((each) => each.name === name);
  if (policy === undefined) {
    report(context, "sources/sql-missing-object", { kind: "POLICY", name, needed: "ALTER POLICY" });
    return "not understood";
  }
  changing(context, [policy], () => {
    if (node.roles) policy.roles = roleNames(node.roles);
    Object.assign(policy, conditionsOf(context));
    if (node.qual === undefined && node.with_check === undefined) return;
    policy.uses = usesOf(node, context);
    const isKept =
      (node.qual === undefined && policy.using !== undefined) ||
      (node.with_check === undefined && policy.check !== undefined);
    // The condition that the statement leaves alone still reads what it read.
    const kept = isKept ? policy.readsColumns : [];
    policy.readsColumns = [...new Set([...kept, ...readsOf(node, relation, context)])];
  });
  return "modelled";
}

export const policyHandlers: Handlers = {
  CreatePolicyStmt: createPolicy,
  AlterPolicyStmt: alterPolicy,
};
