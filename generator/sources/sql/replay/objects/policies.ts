import type { AlterPolicyStmt, CreatePolicyStmt, Node } from "libpg-query";
import type { Policy } from "../../catalogue/catalogue.ts";
import { everything, findWords, firstGroup, written } from "../../parser/clauses.ts";
import {
  type Context,
  type Handlers,
  markChanged,
  newSubject,
  report,
  type Verdict,
} from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";

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
    roles: rolesOf(node.roles),
    ...conditionsOf(context),
  });
  return "modelled";
}

function isRestrictive(context: Context): boolean {
  const clauses = context.clauses();
  return findWords(clauses, "as restrictive", everything(clauses)) !== undefined;
}

function rolesOf(roles: readonly Node[] = []): readonly string[] {
  return roles.flatMap((node) => {
    if (!("RoleSpec" in node)) return [];
    const { roletype = "", rolename } = node.RoleSpec;
    return [rolename ?? roletype.replace("ROLESPEC_", "").toLowerCase()];
  });
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
  if (node.roles) policy.roles = rolesOf(node.roles);
  Object.assign(policy, conditionsOf(context));
  markChanged(policy, context);
  return "modelled";
}

export const policyHandlers: Handlers = {
  CreatePolicyStmt: createPolicy,
  AlterPolicyStmt: alterPolicy,
};
