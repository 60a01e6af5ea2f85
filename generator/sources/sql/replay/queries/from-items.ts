import type { Alias, JoinExpr, Node, RangeFunction, RangeTableFunc, RangeVar } from "libpg-query";
import type { Relation, Routine } from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import { findRoutines } from "../../catalogue/find.ts";
import { nameOf, rangeName, stringsOf, typeSignature } from "../read-nodes.ts";
import { isThere } from "../require.ts";
import type { Context } from "../context.ts";
import type { FromItem, QueryColumn, Scope } from "./scope.ts";

/** What one element of a `FROM` offers. */
export function fromItem(node: Node | undefined, scope: Scope): FromItem {
  if (node === undefined) return nothing;
  if ("RangeVar" in node) return fromTable(node.RangeVar, scope);
  if ("JoinExpr" in node) return fromJoin(node.JoinExpr, scope);
  if ("RangeFunction" in node) return fromFunction(node.RangeFunction, scope);
  if ("RangeTableSample" in node) return fromItem(node.RangeTableSample.relation, scope);
  if ("RangeTableFunc" in node) return fromXmlTable(node.RangeTableFunc);
  if ("JsonTable" in node)
    return single(jsonColumns(node.JsonTable.columns), node.JsonTable.alias, "");
  if (!("RangeSubselect" in node)) return nothing;
  const { subquery, alias } = node.RangeSubselect;
  return single(scope.columnsOf(subquery, scope), alias, "");
}

const nothing: FromItem = { sources: [], columns: [] };

/** One source; an alias names it, and may name its columns. */
function single(columns: readonly QueryColumn[], alias: Alias | undefined, name: string): FromItem {
  const renamed = renameColumns(columns, stringsOf(alias?.colnames));
  return { sources: [{ name: alias?.aliasname ?? name, columns: renamed }], columns: renamed };
}

/** The first columns take the names that are given. */
export const renameColumns = (
  columns: readonly QueryColumn[],
  names: readonly string[],
): readonly QueryColumn[] =>
  names.length === 0
    ? columns
    : columns.map((column, at) => ({ ...column, name: names[at] ?? column.name }));

function fromTable(range: RangeVar, scope: Scope): FromItem {
  const name = rangeName(range);
  const query = name.schema === undefined ? scope.queries.get(name.name) : undefined;
  if (query !== undefined) return single(query, range.alias, name.name);
  const relation = isThere(scope.context, name);
  return single(relation ? tableColumns(relation) : [], range.alias, name.name);
}

const serials: Readonly<Partial<Record<string, string>>> = {
  smallserial: "smallint",
  serial: "integer",
  bigserial: "bigint",
  serial2: "smallint",
  serial4: "integer",
  serial8: "bigint",
};

/** The columns of a partition are its parent's. */
export function tableColumns(relation: Relation): readonly QueryColumn[] {
  const { columns, partition } = relation;
  if (columns.length === 0 && partition !== undefined) return tableColumns(partition.parent);
  return columns.map((column) => {
    const type = serials[column.type.toLowerCase()] ?? column.type;
    return { name: column.name, type, column };
  });
}

/** Columns of `USING` come first, once. */
function fromJoin({ larg, rarg, usingClause, isNatural, alias }: JoinExpr, scope: Scope): FromItem {
  const left = fromItem(larg, scope);
  const right = fromItem(rarg, { ...scope, items: [...scope.items, left] });
  const has = (columns: readonly QueryColumn[], name: string) =>
    columns.some((column) => column.name === name);
  const shared =
    isNatural === true
      ? left.columns.map(({ name }) => name).filter((name) => has(right.columns, name))
      : stringsOf(usingClause);
  for (const { column, name } of [...left.columns, ...right.columns]) {
    if (column && shared.includes(name)) scope.reads.add(column);
  }
  const rest = ({ name }: QueryColumn) => !shared.includes(name);
  const columns = [
    ...shared.flatMap((name) => left.columns.find((column) => column.name === name) ?? []),
    ...left.columns.filter(rest),
    ...right.columns.filter(rest),
  ];
  if (alias !== undefined) return single(columns, alias, "");
  return { sources: [...left.sources, ...right.sources], columns };
}

/** `FROM unnest(a) AS t(x)`, `FROM f() AS (a int, b text)`, `FROM f()`. */
function fromFunction(
  { functions = [], alias, coldeflist = [], ordinality }: RangeFunction,
  scope: Scope,
): FromItem {
  const [call] = functions.flatMap((node) => ("List" in node ? (node.List.items ?? []) : [node]));
  const name =
    call && "FuncCall" in call ? nameOf(stringsOf(call.FuncCall.funcname)) : { name: "" };
  const defined = coldeflist.flatMap((node) =>
    "ColumnDef" in node
      ? [{ name: node.ColumnDef.colname ?? "", type: typeSignature(node.ColumnDef.typeName) }]
      : [],
  );
  const made = defined.length > 0 ? defined : resultColumns(name, alias, scope);
  const counted = ordinality === true ? [...made, { name: "ordinality", type: "bigint" }] : made;
  return single(counted, alias, name.name);
}

const numbered = (name: string): QueryColumn => ({ name, type: "integer" });

/** `XMLTABLE(… COLUMNS id int PATH '@id', n FOR ORDINALITY)` */
function fromXmlTable({ columns = [], alias }: RangeTableFunc): FromItem {
  const made = columns.flatMap((node) => {
    if (!("RangeTableFuncCol" in node)) return [];
    const { colname: name = "", for_ordinality, typeName } = node.RangeTableFuncCol;
    return for_ordinality === true ? numbered(name) : { name, type: typeSignature(typeName) };
  });
  return single(made, alias, "xmltable");
}

/** `JSON_TABLE(… COLUMNS (a int, NESTED PATH … COLUMNS (b text)))`: nested columns are columns too. */
const jsonColumns = (nodes: readonly Node[] = []): readonly QueryColumn[] =>
  nodes.flatMap((node) => {
    if (!("JsonTableColumn" in node)) return [];
    const { coltype, name = "", typeName, columns } = node.JsonTableColumn;
    if (coltype === "JTC_NESTED") return jsonColumns(columns);
    return coltype === "JTC_FOR_ORDINALITY"
      ? [numbered(name)]
      : [{ name, type: typeSignature(typeName) }];
  });

/** A function shows the columns it says it returns, those of the table it returns, or one value. */
function resultColumns(name: Name, alias: Alias | undefined, { context }: Scope) {
  const { catalogue, searchPath } = context.session;
  const [routine] = findRoutines(catalogue, name, searchPath);
  const shown = routine === undefined ? undefined : routineColumns(routine, context);
  if (shown !== undefined && shown.length > 0) return shown;
  const names = stringsOf(alias?.colnames);
  if (names.length > 1) return names.map((each) => ({ name: each, type: "" }));
  return [{ name: alias?.aliasname ?? name.name, type: routine ? returned(routine) : "" }];
}

const returned = ({ returns }: Routine): string => returns.replace(/^setof\s+/i, "");

function routineColumns(routine: Routine, context: Context): readonly QueryColumn[] {
  const out = routine.arguments.filter(({ mode }) => mode !== "in" && mode !== "variadic");
  if (out.length > 0) return out.map(({ name = "", type }) => ({ name, type }));
  const table = isThere(context, nameOf(returned(routine).split(".")));
  return table === undefined ? [] : tableColumns(table);
}
