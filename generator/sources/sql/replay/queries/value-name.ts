import type { A_Expr, A_Indirection, JsonFuncExpr, Node, SubLink, TypeCast } from "libpg-query";
import { stringsOf } from "../read-nodes.ts";

/** A name, and whether it gives way to the name of a cast or a `CASE` around it. */
interface Found {
  readonly name: string;
  readonly weak?: boolean;
}

/** The name that PostgreSQL gives to a column that a query does not name. */
export const valueName = (value: Node): string => nameOf(value)?.name ?? "?column?";

function nameOf(value: Node | undefined): Found | undefined {
  if (value === undefined) return undefined;
  const [[kind, body] = ["", undefined]] = Object.entries(value) as [string, unknown][];
  const fixed = fixedNames[kind];
  if (fixed !== undefined) return { name: fixed };
  return namers[kind]?.(body as never);
}

const last = (nodes: readonly Node[] | undefined): Found | undefined => {
  const name = stringsOf(nodes).at(-1);
  return name === undefined ? undefined : { name };
};

const fixedNames: Readonly<Partial<Record<string, string>>> = {
  A_ArrayExpr: "array",
  RowExpr: "row",
  CoalesceExpr: "coalesce",
  GroupingFunc: "grouping",
  XmlSerialize: "xmlserialize",
  JsonParseExpr: "json",
  JsonScalarExpr: "json_scalar",
  JsonSerializeExpr: "json_serialize",
  JsonObjectConstructor: "json_object",
  JsonArrayConstructor: "json_array",
  JsonArrayQueryConstructor: "json_array",
  JsonObjectAgg: "json_objectagg",
  JsonArrayAgg: "json_arrayagg",
};

const jsonNames: Readonly<Partial<Record<string, string>>> = {
  JSON_EXISTS_OP: "json_exists",
  JSON_QUERY_OP: "json_query",
  JSON_VALUE_OP: "json_value",
};

/** `SVFOP_CURRENT_TIMESTAMP_N` → `current_timestamp` */
const printed = (op: string, prefix: string): Found => ({
  name: op.replace(prefix, "").replace(/_N$/, "").toLowerCase(),
});

type Namer = (body: never) => Found | undefined;

const namers: Readonly<Partial<Record<string, Namer>>> = {
  ColumnRef: ({ fields }: { fields?: Node[] }) => last(fields),
  FuncCall: ({ funcname }: { funcname?: Node[] }) => last(funcname),
  A_Indirection: ({ indirection, arg }: A_Indirection) =>
    last(indirection?.filter((each) => "String" in each)) ?? nameOf(arg),
  A_Expr: ({ kind }: A_Expr) => (kind === "AEXPR_NULLIF" ? { name: "nullif" } : undefined),
  CollateClause: ({ arg }: { arg?: Node }) => nameOf(arg),
  TypeCast: ({ arg, typeName }: TypeCast) => {
    const inner = nameOf(arg);
    if (inner !== undefined && inner.weak !== true) return inner;
    const type = last(typeName?.names);
    return type ? { ...type, weak: true } : inner;
  },
  CaseExpr: ({ defresult }: { defresult?: Node }) => {
    const inner = nameOf(defresult);
    return inner !== undefined && inner.weak !== true ? inner : { name: "case", weak: true };
  },
  MinMaxExpr: ({ op }: { op?: string }) => printed(op ?? "", "IS_"),
  SQLValueFunction: ({ op }: { op?: string }) => printed(op ?? "", "SVFOP_"),
  XmlExpr: ({ op }: { op?: string }) => printed((op ?? "").replace("IS_XML", "XML"), "IS_"),
  JsonFuncExpr: ({ op }: JsonFuncExpr) => ({ name: jsonNames[op ?? ""] ?? "json_value" }),
  SubLink: nameOfSubquery,
};

function nameOfSubquery({ subLinkType, subselect }: SubLink): Found | undefined {
  if (subLinkType === "EXISTS_SUBLINK") return { name: "exists" };
  if (subLinkType === "ARRAY_SUBLINK") return { name: "array" };
  if (subLinkType !== "EXPR_SUBLINK" || !subselect || !("SelectStmt" in subselect)) {
    return undefined;
  }
  const [target] = subselect.SelectStmt.targetList ?? [];
  if (target === undefined || !("ResTarget" in target)) return undefined;
  const { name, val } = target.ResTarget;
  return name === undefined ? nameOf(val) : { name };
}
