import type { ColumnRef, Node, ResTarget, SelectStmt } from "libpg-query";
import type { Relation } from "../../catalogue/catalogue.ts";
import { type Context, newEntry } from "../context.ts";
import { rangeName, stringsOf, typeSignature } from "../read-nodes.ts";
import { isThere } from "../require.ts";

interface QueryColumn {
  readonly name: string;
  /** Empty when it follows from an expression. */
  readonly type: string;
}

/** Gives a table the columns that its query shows, as far as the text tells them. */
export function addQueryColumns(
  relation: Relation,
  query: Node | undefined,
  context: Context,
): void {
  for (const { name, type } of columnsOf(query, context)) {
    if (relation.columns.some((column) => column.name === name)) continue;
    const entry = newEntry(context, name);
    relation.columns.push({ kind: "column", ...entry, relation, type, nullable: true });
  }
}

/** Of a UNION the first query names the columns. */
function columnsOf(query: Node | undefined, context: Context): readonly QueryColumn[] {
  if (query === undefined || !("SelectStmt" in query)) return [];
  const { larg, targetList = [] } = query.SelectStmt;
  if (larg !== undefined) return columnsOf({ SelectStmt: larg }, context);
  const tables = tablesOf(query.SelectStmt, context);
  return targetList.flatMap((node) =>
    "ResTarget" in node ? columnOf(node.ResTarget, tables) : [],
  );
}

/** The tables that a query selects from by name. */
function tablesOf({ fromClause = [] }: SelectStmt, context: Context): readonly Relation[] {
  const visit = (node: Node | undefined): readonly Relation[] => {
    if (node === undefined) return [];
    if ("JoinExpr" in node) return [...visit(node.JoinExpr.larg), ...visit(node.JoinExpr.rarg)];
    const found = "RangeVar" in node ? isThere(context, rangeName(node.RangeVar)) : undefined;
    return found ? [found] : [];
  };
  return fromClause.flatMap(visit);
}

function columnOf({ name, val }: ResTarget, tables: readonly Relation[]): readonly QueryColumn[] {
  if (val === undefined) return [];
  if ("ColumnRef" in val) return referenced(val.ColumnRef, name, tables);
  const own = name ?? nameOfValue(val);
  const type = "TypeCast" in val ? typeSignature(val.TypeCast.typeName) : "";
  return own === undefined ? [] : [{ name: own, type }];
}

/** A call is named after its function; a cast after what is cast. */
function nameOfValue(value: Node): string | undefined {
  if ("FuncCall" in value) return stringsOf(value.FuncCall.funcname).at(-1);
  if ("ColumnRef" in value) return stringsOf(value.ColumnRef.fields).at(-1);
  return "TypeCast" in value && value.TypeCast.arg ? nameOfValue(value.TypeCast.arg) : undefined;
}

/** `*` shows all columns; a name has the type of the one column it can mean. */
function referenced(
  { fields = [] }: ColumnRef,
  name: string | undefined,
  tables: readonly Relation[],
): readonly QueryColumn[] {
  const all = tables.flatMap(({ columns }) => columns);
  if (fields.some((field) => "A_Star" in field)) return all;
  const written = stringsOf(fields).at(-1) ?? "";
  const sources = all.filter((column) => column.name === written);
  const type = sources.length === 1 ? (sources[0]?.type ?? "") : "";
  return [{ name: name ?? written, type }];
}
