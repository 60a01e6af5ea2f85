import type { A_Expr, BoolExpr, Node, NullTest, SelectStmt, SubLink } from "libpg-query";
import { walkTree } from "../../analysis/walk-tree.ts";
import { findRelation, findType } from "../../catalogue/find.ts";
import type { Name } from "../../catalogue/entry.ts";
import type { Session } from "../context.ts";
import { constantText, nameOf, stringsOf } from "../read-nodes.ts";
import { type Asked, lookups } from "./lookups.ts";

type Truth = boolean | undefined;

/** What a guard came to, and the extensions that only the server knows of. */
export interface Judgement {
  readonly holds: Truth;
  readonly extensions: readonly string[];
}

interface Judging {
  readonly session: Session;
  readonly offered: "present" | "absent";
  readonly extensions: string[];
}

/** Decides a condition by what the migrations have made so far. */
export function evaluateGuard(
  condition: string,
  session: Session,
  offered: "present" | "absent",
): Judgement {
  const judging: Judging = { session, offered, extensions: [] };
  const parsed = session.parser.parse(`SELECT ${condition}`);
  const [node] = parsed.ok ? parsed.value : [];
  const value = node && "SelectStmt" in node ? valueOf(node.SelectStmt) : undefined;
  const holds = judge(value, judging);
  return { holds, extensions: judging.extensions };
}

function judge(node: Node | undefined, judging: Judging): Truth {
  if (node === undefined) return undefined;
  if ("BoolExpr" in node) return judgeLogic(node.BoolExpr, judging);
  if ("SubLink" in node) return judgeQuery(node.SubLink, judging);
  if ("NullTest" in node) return judgeNull(node.NullTest, judging);
  if (!("A_Const" in node) || node.A_Const.boolval === undefined) return undefined;
  return node.A_Const.boolval.boolval === true;
}

function and(values: readonly Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

const not = (value: Truth): Truth => (value === undefined ? undefined : !value);

function judgeLogic({ boolop, args = [] }: BoolExpr, judging: Judging): Truth {
  const values = args.map((arg) => judge(arg, judging));
  if (boolop === "NOT_EXPR") return not(values[0]);
  return boolop === "AND_EXPR" ? and(values) : not(and(values.map(not)));
}

const finders: Readonly<
  Partial<Record<string, (...args: Parameters<typeof findRelation>) => unknown>>
> = { to_regclass: findRelation, to_regtype: findType };

/** `to_regclass('cron.job') IS NULL` */
function judgeNull({ arg, nulltesttype }: NullTest, { session }: Judging): Truth {
  if (arg === undefined || !("FuncCall" in arg)) return undefined;
  const find = finders[stringsOf(arg.FuncCall.funcname).at(-1) ?? ""];
  const written = constantText(arg.FuncCall.args?.[0]);
  if (find === undefined || written === undefined) return undefined;
  const name = nameOf(written.replaceAll('"', "").split("."));
  const isThere = find(session.catalogue, name, session.searchPath) !== undefined;
  if (!isThere && !isOurs(name, session)) return undefined;
  return isThere === (nulltesttype === "IS_NOT_NULL");
}

const isOurs = ({ schema }: Name, { catalogue, searchPath }: Session): boolean =>
  catalogue.ownSchemas.has(schema ?? searchPath[0] ?? "public");

/** `EXISTS (SELECT … FROM pg_tables WHERE tablename = 'x')`, `(SELECT count(*) = 0 FROM …)` */
function judgeQuery({ subLinkType, subselect }: SubLink, judging: Judging): Truth {
  if (subselect === undefined || !("SelectStmt" in subselect)) return undefined;
  const query = readQuery(subselect.SelectStmt);
  if (subLinkType === "EXISTS_SUBLINK") return judgeExists(query, judging);
  const count = countExpected(subselect.SelectStmt);
  const found = count === undefined ? undefined : countFound(query, judging);
  return found === undefined ? undefined : found === count;
}

function judgeExists(query: ReadQuery, judging: Judging): Truth {
  const extension = query.asked.get("extname") ?? query.asked.get("name");
  const isOfExtensions = query.tables.some((table) => /^pg_(?:available_)?extension/.test(table));
  if (isOfExtensions && extension !== undefined) {
    return judgeExtension(extension, query.tables, judging);
  }
  const found = countFound(query, judging);
  return found === undefined ? undefined : found > 0;
}

/** How many of the names that a query asks for there are. */
function countFound(query: ReadQuery, { session }: Judging): number | undefined {
  const { tables, asked, among, isWhole } = query;
  const lookup = lookups[Object.keys(lookups).find((name) => tables.includes(name)) ?? ""];
  if (lookup === undefined || asked.size + (among ? 1 : 0) === 0) return undefined;
  const questions = among?.values.map((value) => new Map([...asked, [among.column, value]]));
  const answers = (questions ?? [asked]).map((each) => lookup(each, session.catalogue));
  if (answers.includes(undefined) || (answers.includes(true) && !isWhole)) return undefined;
  return answers.filter(Boolean).length;
}

/** The number that `count(*)` is compared with. */
function countExpected(query: SelectStmt): number | undefined {
  const value = valueOf(query);
  if (value === undefined || !("A_Expr" in value)) return undefined;
  const { name, lexpr, rexpr } = value.A_Expr;
  if (!isCount(lexpr) || stringsOf(name).join("") !== "=") return undefined;
  return rexpr && "A_Const" in rexpr ? (rexpr.A_Const.ival?.ival ?? 0) : undefined;
}

/** What a query of one value selects. */
function valueOf({ targetList: [target] = [] }: SelectStmt): Node | undefined {
  return target && "ResTarget" in target ? target.ResTarget.val : undefined;
}

const isCount = (node: Node | undefined): boolean =>
  node !== undefined && "FuncCall" in node && stringsOf(node.FuncCall.funcname).at(-1) === "count";

/** What the migrations have created is there; of the rest the settings say whether it is offered. */
function judgeExtension(
  name: string,
  tables: readonly string[],
  { session, offered, extensions }: Judging,
): Truth {
  if (session.catalogue.extensions.has(name)) return true;
  extensions.push(name);
  if (offered === "absent") return false;
  return tables.includes("pg_extension") ? undefined : true;
}

interface Among {
  readonly column: string;
  readonly values: readonly string[];
}

interface ReadQuery {
  readonly tables: readonly string[];
  readonly asked: Asked;
  /** `column IN ('a', 'b')` */
  readonly among: Among | undefined;
  /** Nothing else is asked for. */
  readonly isWhole: boolean;
}

/** The tables of a query, and the constants that it asks for. */
function readQuery({ fromClause, whereClause }: SelectStmt): ReadQuery {
  const tables: string[] = [];
  const quals: Node[] = [];
  walkTree(fromClause, (key, part) => {
    if (key === "RangeVar") tables.push((part as { relname?: string }).relname ?? "");
    if (key === "quals") quals.push(part as Node);
    return key === "RangeVar" || key === "quals";
  });
  const parts = [...quals, ...(whereClause ? [whereClause] : [])].flatMap(conjuncts);
  const asked = new Map<string, string>();
  const lists = parts.flatMap((part) => readList(part) ?? []);
  const others = parts.filter((part) => readList(part) === undefined);
  const isWhole = others.map((part) => readCondition(part, asked)).every(Boolean);
  return { tables, asked, among: lists[0], isWhole: isWhole && lists.length < 2 };
}

const conjuncts = (node: Node): readonly Node[] =>
  "BoolExpr" in node && node.BoolExpr.boolop === "AND_EXPR"
    ? (node.BoolExpr.args ?? []).flatMap(conjuncts)
    : [node];

function readList(node: Node): Among | undefined {
  if (!("A_Expr" in node) || node.A_Expr.kind !== "AEXPR_IN") return undefined;
  const { name, lexpr, rexpr } = node.A_Expr;
  const column = columnOf(lexpr);
  const items = rexpr && "List" in rexpr ? (rexpr.List.items ?? []) : [];
  const values = items.flatMap((item) => constantText(item) ?? []);
  if (column === undefined || values.length < items.length) return undefined;
  return stringsOf(name).join("") === "=" ? { column, values } : undefined;
}

/** `column = 'constant'`, or a join of two columns; says whether it was understood. */
function readCondition(node: Node, asked: Map<string, string>): boolean {
  if (!("A_Expr" in node)) return false;
  const { name, lexpr, rexpr, kind }: A_Expr = node.A_Expr;
  if (kind !== "AEXPR_OP" || stringsOf(name).join("") !== "=") return false;
  const [left, right] = [columnOf(lexpr), columnOf(rexpr)];
  if (left !== undefined && right !== undefined) return true;
  return ask(
    asked,
    left ?? right,
    constantText(left === undefined ? lexpr : rexpr) ?? schemaIn(rexpr),
  );
}

function ask(asked: Map<string, string>, column?: string, value?: string): boolean {
  if (column === undefined || value === undefined) return false;
  asked.set(column, value);
  return true;
}

const columnOf = (node: Node | undefined): string | undefined =>
  node && "ColumnRef" in node ? stringsOf(node.ColumnRef.fields).at(-1) : undefined;

/** `(SELECT oid FROM pg_namespace WHERE nspname = 'x')` */
function schemaIn(node: Node | undefined): string | undefined {
  if (node === undefined || !("SubLink" in node)) return undefined;
  const { subselect } = node.SubLink;
  if (subselect === undefined || !("SelectStmt" in subselect)) return undefined;
  return readQuery(subselect.SelectStmt).asked.get("nspname");
}
