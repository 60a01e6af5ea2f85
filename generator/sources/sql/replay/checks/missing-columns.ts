import type { ColumnRef, Node, RangeVar } from "libpg-query";
import { walkTree } from "../../analysis/walk-tree.ts";
import type { Relation } from "../../catalogue/catalogue.ts";
import { type Context, reportedAt } from "../context.ts";
import { rangeName, stringsOf } from "../read-nodes.ts";
import { isThere } from "../require.ts";
import { refuse } from "./refuse.ts";

/** Tables by the names that columns are written behind; nothing for what is no table of ours. */
interface Scope {
  readonly tables: ReadonlyMap<string, Relation | undefined>;
  readonly outer?: Scope;
}

/** Reports columns that a query names behind a table that does not have them. */
export function checkQuery(query: Node | undefined, context: Context): void {
  visit(query, { tables: new Map() }, context);
}

/** The parts of a statement in which tables get their names. */
interface Named {
  readonly fromClause?: readonly Node[];
  readonly usingClause?: readonly Node[];
  readonly relation?: RangeVar;
  readonly withClause?: { readonly ctes?: readonly Node[] };
}

const statements: ReadonlySet<string> = new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  // Both halves of a UNION.
  "larg",
  "rarg",
]);

function visit(node: unknown, scope: Scope, context: Context): void {
  walkTree({ node }, (key, part) => {
    if (key === "ColumnRef") {
      checkReference(part, scope, context);
      return true;
    }
    const isStatement = statements.has(key) && !("JoinExpr" in part || "RangeVar" in part);
    if (!isStatement) return false;
    visit(Object.values(part), scopeOf(part, scope, context), context);
    return true;
  });
}

function scopeOf(named: Named, outer: Scope, context: Context): Scope {
  const tables = new Map<string, Relation | undefined>();
  const hidden = new Set(
    (named.withClause?.ctes ?? []).map((node) =>
      "CommonTableExpr" in node ? (node.CommonTableExpr.ctename ?? "") : "",
    ),
  );
  const add = (node: Node | undefined): void => {
    if (node === undefined) return;
    if ("JoinExpr" in node) {
      add(node.JoinExpr.larg);
      add(node.JoinExpr.rarg);
      if (node.JoinExpr.alias) tables.set(node.JoinExpr.alias.aliasname ?? "", undefined);
    } else if ("RangeVar" in node) addTable(node.RangeVar);
    else for (const alias of aliasesIn(node)) tables.set(alias, undefined);
  };
  const addTable = (range: RangeVar): void => {
    const name = rangeName(range);
    const isHidden = name.schema === undefined && isHiddenIn(name.name, { hidden, outer });
    const isRenamed = range.alias?.colnames !== undefined;
    const found = isHidden || isRenamed ? undefined : isThere(context, name);
    tables.set(range.alias?.aliasname ?? name.name, found && isClosed(found) ? found : undefined);
  };
  for (const node of [...(named.fromClause ?? []), ...(named.usingClause ?? [])]) add(node);
  if (named.relation !== undefined) addTable(named.relation);
  for (const name of hidden) if (!tables.has(name)) tables.set(`with ${name}`, undefined);
  return { tables, outer };
}

/** Whether a `WITH` here or around has the name. */
function isHiddenIn(
  name: string,
  { hidden, outer }: { readonly hidden: ReadonlySet<string>; readonly outer: Scope },
): boolean {
  if (hidden.has(name)) return true;
  for (let scope: Scope | undefined = outer; scope; scope = scope.outer) {
    if (scope.tables.has(`with ${name}`)) return true;
  }
  return false;
}

function aliasesIn(node: Node): readonly string[] {
  const [body] = Object.values(node) as readonly { readonly alias?: { aliasname?: string } }[];
  return body?.alias?.aliasname === undefined ? [] : [body.alias.aliasname];
}

/** All columns of such a table are written somewhere. */
const isClosed = ({ kind, known, columns, query, partition }: Relation): boolean =>
  kind === "table" && known && columns.length > 0 && query === undefined && partition === undefined;

const system: ReadonlySet<string> = new Set(["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"]);

function checkReference(reference: object, scope: Scope, context: Context): void {
  const { fields = [], location } = reference as ColumnRef;
  if (fields.some((field) => "A_Star" in field)) return;
  const [column = "", alias] = stringsOf(fields).toReversed();
  const table = alias === undefined ? undefined : find(alias, scope);
  if (table === undefined || system.has(column)) return;
  if (table.columns.some(({ name }) => name === column)) return;
  const there = reportedAt(context, context.place(context.offset(location)));
  const args = { table: `${table.namespace}.${table.name}`, column };
  refuse(there, "sources/sql-missing-column", args);
}

/** The nearest table of the name; one that is not ours hides those around it. */
function find(alias: string, scope: Scope): Relation | undefined {
  for (let each: Scope | undefined = scope; each; each = each.outer) {
    if (each.tables.has(alias)) return each.tables.get(alias);
  }
  return undefined;
}
