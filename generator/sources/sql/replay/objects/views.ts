import type { CreateTableAsStmt, Node, RefreshMatViewStmt, ViewStmt } from "libpg-query";
import type { Relation } from "../../catalogue/catalogue.ts";
import { collectNames } from "../../analysis/collect-names.ts";
import { everything, findWords, type Range, verbatim } from "../../parser/clauses.ts";
import { changing } from "../changing.ts";
import { type Context, describedBy, type Handlers, report, type Verdict } from "../context.ts";
import { printName, rangeName, stringsOf } from "../read-nodes.ts";
import { isMissing, isThere } from "../require.ts";
import { startRelation } from "../start-relation.ts";
import { setViewOptions } from "../tables/options.ts";
import { setQueryColumns } from "../queries/view-columns.ts";
import { writableThrough } from "../queries/writable.ts";
import { bindUses, lateUses } from "../use-names.ts";

function createView(node: ViewStmt, context: Context): Verdict {
  const name = rangeName(node.view);
  const old = node.replace === true ? isThere(context, name) : undefined;
  if (old?.kind === "view") {
    changing(context, [old], () => {
      Object.assign(old, describedBy(context, context.description));
      fillView(old, node, context);
    });
    return "modelled";
  }
  const relation = startRelation(context, name, {
    kind: "view",
    temporary: node.view?.relpersistence === "t",
  });
  if (typeof relation === "string") return relation === "exists" ? "modelled" : "not understood";
  fillView(relation, node, context);
  return "modelled";
}

function fillView(relation: Relation, node: ViewStmt, context: Context): void {
  fillQuery(relation, node.query, context);
  setQueryColumns(relation, { query: node.query, names: stringsOf(node.aliases) }, context);
  relation.writable = writableThrough(node.query, context);
  relation.securityInvoker = false;
  relation.securityBarrier = false;
  setViewOptions(relation, node.options ?? []);
  const check = checkOptions[node.withCheckOption ?? ""];
  if (check === undefined) delete relation.checkOption;
  else relation.checkOption = check;
}

const checkOptions: Readonly<Partial<Record<string, NonNullable<Relation["checkOption"]>>>> = {
  LOCAL_CHECK_OPTION: "local",
  CASCADED_CHECK_OPTION: "cascaded",
};

/** What a view shows, and what it reads; names in it are bound to what exists now. */
function fillQuery(relation: Relation, query: Node | undefined, context: Context): void {
  const clauses = context.clauses();
  const all = everything(clauses);
  const as = findWords(clauses, "as", all);
  if (as !== undefined) {
    const from = as + 1;
    const ends = [
      "with no data",
      "with data",
      "with check option",
      "with local check option",
      "with cascaded check option",
    ];
    const to = ends.flatMap((words) => findWords(clauses, words, { ...all, from }) ?? []).at(-1);
    const range: Range = { from, to: to ?? all.to };
    relation.query = verbatim(clauses, range);
  }
  const { session } = context;
  const uses = lateUses(collectNames(query), session.searchPath, context.place(0));
  relation.uses = bindUses(session, uses);
  for (const { role, target } of relation.uses) {
    if (role !== "reads" || target.kind !== "late relation") continue;
    if (!isMissing(context, target.name) || isSystemName(target.name.name)) continue;
    const needed = relation.kind === "view" ? "CREATE VIEW" : "CREATE MATERIALIZED VIEW";
    const args = { kind: "TABLE", name: printName(target.name), needed };
    report(context, "sources/sql-missing-object", args);
  }
}

/** Catalogue views can be named without their schema. */
const isSystemName = (name: string): boolean => name.startsWith("pg_");

/** `CREATE MATERIALIZED VIEW` and `CREATE TABLE … AS` are one node. */
function createFromQuery(node: CreateTableAsStmt, context: Context): Verdict {
  const isView = node.objtype === "OBJECT_MATVIEW";
  const relation = startRelation(context, rangeName(node.into?.rel), {
    kind: isView ? "materialized-view" : "table",
    ifNotExists: node.if_not_exists === true,
    temporary: node.into?.rel?.relpersistence === "t",
  });
  if (typeof relation === "string") return relation === "exists" ? "modelled" : "not understood";
  fillQuery(relation, node.query, context);
  setQueryColumns(relation, { query: node.query, names: stringsOf(node.into?.colNames) }, context);
  return "modelled";
}

/** A refresh while migrating changes data, not the schema; its view must exist. */
function refresh(node: RefreshMatViewStmt, context: Context): Verdict {
  const name = rangeName(node.relation);
  if (isThere(context, name) === undefined && isMissing(context, name)) {
    const args = { kind: "MATERIALIZED VIEW", name: printName(name), needed: "REFRESH" };
    report(context, "sources/sql-missing-object", args);
    return "not understood";
  }
  return "passed over";
}

export const viewHandlers: Handlers = {
  ViewStmt: createView,
  CreateTableAsStmt: createFromQuery,
  RefreshMatViewStmt: refresh,
};
