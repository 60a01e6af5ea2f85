import type { RuleStmt } from "libpg-query";
import type { Rule } from "../../catalogue/catalogue.ts";
import { everything, findWords, written } from "../../parser/clauses.ts";
import { type Context, type Handlers, newSubject, type Verdict } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";
import { conditionColumns } from "../queries/query-columns.ts";
import { placeMember } from "./place-member.ts";

function createRule(node: RuleStmt, context: Context): Verdict {
  const relation = requireRelation(context, rangeName(node.relation), "CREATE RULE");
  const name = node.rulename ?? "";
  const clauses = context.clauses();
  const all = everything(clauses);
  const from = findWords(clauses, "on", all) ?? 0;
  const row = { relation, names: ["new", "old"], isPlain: false };
  const make = (): Rule => ({
    kind: "rule",
    ...newSubject(context, name),
    relation,
    event: (node.event ?? "").replace("CMD_", "").toLowerCase(),
    instead: node.instead === true,
    definition: written(clauses, { ...all, from }),
    readsColumns: conditionColumns([node.whereClause, node.actions], row, context),
  });
  const isReplacing = node.replace === true;
  return placeMember(context, { list: relation.rules, name, isReplacing, make });
}

export const ruleHandlers: Handlers = { RuleStmt: createRule };
