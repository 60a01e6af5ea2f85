import type { CommonTableExpr, Node, ResTarget, SelectStmt } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import { walkTree } from "../../analysis/walk-tree.ts";
import type { Context } from "../context.ts";
import { stringsOf } from "../read-nodes.ts";
import { fromItem, renameColumns, tableColumns } from "./from-items.ts";
import { type QueryColumn, referenced, type Scope } from "./scope.ts";
import { valueName } from "./value-name.ts";
import { valueType } from "./value-type.ts";

/** What a query shows, and which columns of tables it reads for it. */
export function queryColumns(
  query: Node | undefined,
  context: Context,
): { readonly columns: readonly QueryColumn[]; readonly reads: readonly Column[] } {
  const reads = new Set<Column>();
  const scope: Scope = { context, queries: new Map(), items: [], reads, columnsOf };
  return { columns: columnsOf(query, scope), reads: [...reads] };
}

/** A table by the names that its row has in a condition: `NEW` and `OLD`, or that of the table. */
interface Row {
  readonly relation: Relation;
  readonly names: readonly string[];
  /** Whether its columns can be named alone. */
  readonly isPlain: boolean;
}

/** Which columns of tables a condition on a row reads, by itself and in its subqueries. */
export function conditionColumns(
  condition: unknown,
  { relation, names, isPlain }: Row,
  context: Context,
): readonly Column[] {
  const reads = new Set<Column>();
  const columns = tableColumns(relation);
  const item = {
    sources: names.map((name) => ({ name, columns })),
    columns: isPlain ? columns : [],
  };
  const scope: Scope = { context, queries: new Map(), items: [item], reads, columnsOf };
  readAll(condition, scope);
  for (const column of reads) column.read = true;
  return [...reads];
}

function columnsOf(query: Node | undefined, outer: Scope): readonly QueryColumn[] {
  if (query === undefined || !("SelectStmt" in query)) return [];
  return selectColumns(query.SelectStmt, withQueries(query.SelectStmt, outer));
}

/** The queries of `WITH`; one that reads itself shows what its first part shows. */
function withQueries({ withClause }: SelectStmt, outer: Scope): Scope {
  const queries = new Map(outer.queries);
  const scope = { ...outer, queries };
  for (const node of withClause?.ctes ?? []) {
    if ("CommonTableExpr" in node) addQuery(node.CommonTableExpr, queries, scope);
  }
  return scope;
}

function addQuery(
  { ctename = "", ctequery, aliascolnames }: CommonTableExpr,
  queries: Map<string, readonly QueryColumn[]>,
  scope: Scope,
): void {
  const names = stringsOf(aliascolnames);
  const first = ctequery && "SelectStmt" in ctequery ? ctequery.SelectStmt.larg : undefined;
  if (first !== undefined) {
    queries.set(ctename, renameColumns(columnsOf({ SelectStmt: first }, scope), names));
  }
  queries.set(ctename, renameColumns(columnsOf(ctequery, scope), names));
}

function selectColumns(select: SelectStmt, outer: Scope): readonly QueryColumn[] {
  const { larg, rarg, valuesLists } = select;
  if (larg !== undefined) {
    const [first, second] = [larg, rarg].map(
      (each) => each && columnsOf({ SelectStmt: each }, outer),
    );
    return (first ?? []).map((column, at) => unite(column, second?.[at]));
  }
  if (valuesLists !== undefined) return rowColumns(valuesLists[0], outer);
  const items = (select.fromClause ?? []).reduce<Scope["items"]>(
    (before, node) => [...before, fromItem(node, { ...outer, items: before })],
    [],
  );
  const scope: Scope = { ...outer, items, outer };
  readRest(select, scope);
  return (select.targetList ?? []).flatMap((node) =>
    "ResTarget" in node ? targetColumns(node.ResTarget, scope) : [],
  );
}

/** The names of a `UNION` are those of its first query; the types of both must agree. */
function unite({ name, type }: QueryColumn, other: QueryColumn | undefined): QueryColumn {
  return { name, type: other === undefined || other.type === type ? type : "" };
}

function rowColumns(row: Node | undefined, scope: Scope): readonly QueryColumn[] {
  const values = row && "List" in row ? (row.List.items ?? []) : [];
  return values.map((value, at) => ({
    name: `column${String(at + 1)}`,
    type: valueType(value, scope),
  }));
}

function targetColumns({ name, val }: ResTarget, scope: Scope): readonly QueryColumn[] {
  if (val === undefined) return [];
  if ("ColumnRef" in val) {
    const found = referenced(val.ColumnRef, scope);
    const isStar = (val.ColumnRef.fields ?? []).some((field) => "A_Star" in field);
    if (isStar) return found;
    const [column] = found;
    return [{ type: "", ...column, name: name ?? valueName(val) }];
  }
  return [{ name: name ?? valueName(val), type: valueType(val, scope) }];
}

/** Notes the columns that conditions, groups and expressions read; `FROM` has noted its own. */
const readRest = ({ withClause: _, ...rest }: SelectStmt, scope: Scope): void => {
  readAll(rest, scope);
};

function readAll(tree: unknown, scope: Scope): void {
  walkTree(tree, (key, part) => {
    if (key === "ColumnRef") referenced(part, scope);
    else if (key === "SelectStmt") columnsOf({ SelectStmt: part }, scope);
    else return key === "RangeSubselect";
    return true;
  });
}
